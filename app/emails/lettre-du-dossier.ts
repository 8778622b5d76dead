import { paragraphesDe } from '#domain/campagne/saisie-reglage'
import { estSignataireEntier, type Redacteur, signataireDesLettres } from '#domain/courriel/signature'
import type { RefusLettre } from '#domain/dossier/lettre'
import { saisineDe } from '#domain/structure/saisine-du-tribunal'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import { type DecisionVotee, type DossierEcrit, direDecision, reglagesDe } from '#emails/courriel-de-dossier'
import type { Lettre } from '#emails/lettre'
import { lettreDeDecision } from '#emails/lettre-de-decision'

/** What a letter about a dossier takes from it beside what a mail does: where it is posted. */
export type DossierALettre = DossierEcrit & {
  structure: { adresse: string; codePostal: string; commune: string }
}

/** Of when a letter is, and who follows its demande; null where nobody is named. */
type Datee = { le: Date; redacteur: Redacteur | null }

/** The letter of a decision, of the instant `le`. SANS_SIGNATAIRE where the campagne names nobody to sign it; null for a withdrawal. */
export function lettreDuDossier(
  dossier: DossierALettre,
  decision: DecisionVotee,
  { le, redacteur }: Datee,
): Lettre | 'SANS_SIGNATAIRE' | null {
  const reglages = reglagesDe(dossier)
  const signataire = signataireDesLettres(reglages)
  if (!estSignataireEntier(signataire)) return 'SANS_SIGNATAIRE'
  const { nom, adresse, codePostal, commune } = dossier.structure
  return lettreDeDecision({
    dite: direDecision(dossier, decision, { now: le, redacteur }),
    le: jourDeParis(le),
    destinataire: { nom, aLAttention: dossier.contactNom, adresse, codePostal, commune },
    signataire,
    montantDemandeCents: dossier.montantDemandeCents,
    saisine: saisineDe(dossier.structure),
    ajouts: { accord: paragraphesDe(reglages.lettreAccord), refus: paragraphesDe(reglages.lettreRefus) },
  })
}

/** The same of a decision as it was taken; PAS_DE_DECISION where none that has a letter is. */
export const lettreDeLaDecision = (
  prise: { dossier: DossierALettre; decision: DecisionVotee; datee: Datee } | null,
): Lettre | RefusLettre => (prise && lettreDuDossier(prise.dossier, prise.decision, prise.datee)) ?? 'PAS_DE_DECISION'

/**
 * The letter of a vote as it is tried before its decision is told: of the day of its délibération, and followed by whom the campagne names, so that
 * its words change only with what is told. Null where nobody is named to sign it.
 */
export function lettreAEssayer(dossier: DossierALettre, decision: DecisionVotee, { le }: { le: Jour }): Lettre | null {
  const lettre = lettreDuDossier(dossier, decision, { le: toDate(le), redacteur: null })
  return lettre === 'SANS_SIGNATAIRE' ? null : lettre
}
