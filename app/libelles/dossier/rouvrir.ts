import type { Avertissement, RefusRouvrir } from '#domain/dossier/rouvrir'
import { formatJour } from '#domain/temps/jour'

/** What a RESPONSABLE reads before a decision is reopened (CRPA L242-1). */
export function direAvertissement({ droitsCrees, retraitJusquAu, passe }: Avertissement): string {
  if (!droitsCrees)
    return 'Le demandeur a pu être prévenu de cette décision\u00a0: dites-lui vous-même qu’elle est rouverte. Ses délais de recours repartiront de la nouvelle décision.'
  const delai = passe
    ? `Le délai de quatre mois est passé depuis le ${formatJour(retraitJusquAu)}\u00a0: elle ne peut plus être retirée, sauf à la demande de son bénéficiaire ou si ses conditions ne sont pas tenues.`
    : `Elle ne peut être retirée que si elle est illégale, et jusqu’au ${formatJour(retraitJusquAu)} (quatre mois)\u00a0; son bénéficiaire peut aussi le demander.`
  return `Cette décision a créé des droits (CRPA L242-1). ${delai} Prévenez vous-même le demandeur\u00a0: aucun courriel ne part.`
}

export const LIBELLE_REFUS_ROUVRIR: Record<RefusRouvrir, string> = {
  PAS_DE_DECISION: 'Ce dossier n’est pas décidé.',
  DEJA_VERSE:
    'De l’argent est versé sur cette décision\u00a0: annulez d’abord les versements, ou enregistrez leur reversement.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins\u00a0: ce motif reste au journal.',
  AVERTISSEMENT_NON_LU: 'Lisez l’avertissement et cochez la case avant de rouvrir cette décision.',
}
