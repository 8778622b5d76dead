import { formatPourcent, type Montant, ratio } from '#domain/budget/montant'
import {
  type AvisProposition,
  MOTIF_PROPOSITION_MAX,
  type RefusProposition,
  type RefusRetraitProposition,
  type SignalementProposition,
} from '#domain/proposition/proposition'
import type { BASES_PROPOSITION, RefusPropositionSaisie } from '#domain/proposition/proposition-saisie'
import { compter } from '#domain/nombre'
import { montantCourt } from '#libelles/budget/montant'

export const LIBELLE_AVIS_PROPOSITION: Record<AvisProposition, string> = {
  FAVORABLE: 'Favorable',
  RESERVE: 'Réservé',
  DEFAVORABLE: 'Défavorable',
}

/** How the amount of each dossier of a lot is found. */
export const LIBELLE_BASE_PROPOSITION: Record<(typeof BASES_PROPOSITION)[number], string> = {
  DEMANDE: 'Le montant demandé par chaque dossier',
  PART: 'Une part du montant demandé, à l’euro inférieur',
  FIXE: 'Le même montant pour tous',
  AUCUN: 'Aucune aide (avis défavorable)',
}

const MOTIF_LONG = `Raccourcissez le motif\u00a0: ${compter(MOTIF_PROPOSITION_MAX, 'caractère')} au plus.`

export const LIBELLE_REFUS_PROPOSITION: Record<RefusProposition | RefusRetraitProposition, string> = {
  PAS_EN_INSTRUCTION: 'Déclarez d’abord le dossier complet\u00a0: une proposition se fait pendant l’instruction.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise.',
  MONTANT_A_DONNER: 'Indiquez le montant proposé, ou un avis défavorable.',
  MONTANT_AVEC_AVIS_DEFAVORABLE: 'Un avis défavorable ne propose aucune aide\u00a0: laissez le montant vide.',
  MONTANT_NUL: 'Proposez un montant supérieur à zéro, ou un avis défavorable.',
  MONTANT_SUPERIEUR_AU_DEMANDE: 'Le montant proposé ne peut pas dépasser le montant demandé.',
  MOTIF_TROP_COURT: 'Dites pourquoi en une phrase au moins, sauf pour un avis favorable sur tout le montant demandé.',
  MOTIF_TROP_LONG: MOTIF_LONG,
  DEJA_PROPOSE: 'C’est déjà ce qui est proposé.',
  RIEN_DE_PROPOSE: 'Rien n’est proposé pour ce dossier.',
}

export const LIBELLE_REFUS_PROPOSITION_SAISIE: Record<Exclude<RefusPropositionSaisie, 'A_DONNER'>, string> = {
  PART_ILLISIBLE: 'Écrivez une part entre 0,1 et 100, par exemple 80 ou 62,5.',
  MONTANT_ILLISIBLE: 'Écrivez un montant en euros, par exemple 4\u202f500 ou 4\u202f500,50.',
  MOTIF_TROP_LONG: MOTIF_LONG,
}

/** « Favorable, 3 600 € (80 % du montant demandé) »; « Défavorable, aucune aide ». */
export function phraseProposition(
  { avis, montantCents }: { avis: AvisProposition; montantCents: Montant },
  demandeCents: Montant,
): string {
  const mot = LIBELLE_AVIS_PROPOSITION[avis]
  if (avis === 'DEFAVORABLE') return `${mot}, aucune aide`
  const part = ratio(montantCents, demandeCents)
  return `${mot}, ${montantCourt(montantCents)}${part === null ? '' : ` (${formatPourcent(part)} du montant demandé)`}`
}

/** What is to be known of the amount proposed, as a sentence. */
export function direSignalementProposition(s: SignalementProposition): string {
  switch (s.regle) {
    case 'DEMANDE':
      return `Le montant demandé n’est plus que de ${montantCourt(s.limiteCents)}.`
    case 'PLAFOND':
      return `Au-dessus du plafond de la campagne, ${montantCourt(s.limiteCents)}.`
    case 'PLANCHER':
      return `Au-dessous du minimum de la campagne, ${montantCourt(s.limiteCents)}.`
    case 'ENVELOPPE':
      return `Au-dessus de ce qui reste de l’enveloppe, ${montantCourt(s.limiteCents)}.`
    case 'TAUX':
      return `${formatPourcent(s.part)} du coût total, au-dessus du taux de la campagne, ${formatPourcent(s.max)}.`
  }
}
