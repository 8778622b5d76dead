import type { Montant } from '#domain/budget/montant'
import { ouvert, type Deverrouillage } from '#domain/dossier/deverrouillage'
import { estDecide, suite, type Acte, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'

/** Grounds of refusal (docs/domaine.md § 7.4). None need be given, but one that is given binds the Département. */
export const MOTIFS_REFUS = [
  'HORS_PERIMETRE',
  'STRUCTURE_NON_ELIGIBLE',
  'INCOMPLET_APRES_RELANCE',
  'HORS_DELAI',
  'PROJET_DEJA_COMMENCE',
  'CREDITS_EPUISES',
  'NOTE_INSUFFISANTE',
  'BUDGET_NON_SINCERE',
  'DOUBLON_FINANCEMENT',
  'BILAN_NON_REMIS',
] as const
export type MotifRefus = (typeof MOTIFS_REFUS)[number]

/** Why a dossier ends without a decision on its merits (docs/domaine.md § 8.1). */
export const MOTIFS_SANS_SUITE = ['RETRAIT_DEMANDEUR', 'REJET_IMPLICITE', 'DEPOSE_EN_DOUBLE', 'AUTRE'] as const
export type MotifSansSuite = (typeof MOTIFS_SANS_SUITE)[number]

export type ActeDecision = 'accorder' | 'refuser' | 'classerSansSuite'

export type DecisionDemandee =
  | { acte: 'accorder'; montantCents: Montant; precision?: string }
  | { acte: 'refuser'; motif: string; precision: string }
  | { acte: 'classerSansSuite'; motif: string; precision?: string }

export type NatureDecision = Extract<
  Etat,
  'ACCORDE' | 'ACCORDE_PARTIEL' | 'REFUSE' | 'SANS_SUITE' | 'RETIRE' | 'HORS_DELAI' | 'INELIGIBLE'
>

export type Decision = {
  nature: NatureDecision
  montantCents: Montant | null
  motif: MotifRefus | MotifSansSuite | null
  precision: string
  priseLe: Date
}

export type RefusDecision =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'DEVERROUILLAGE_OUVERT'
  | 'MODIFICATION_A_EXAMINER'
  | 'PAS_ENCORE_COMPLET'
  | 'MONTANT_NUL'
  | 'MONTANT_SUPERIEUR_AU_DEMANDE'
  | 'MONTANT_SUPERIEUR_AU_PLAFOND'
  | 'ENVELOPPE_DEPASSEE'
  | 'MOTIF_INCONNU'
  | 'PRECISION_TROP_COURTE'

/** The words of a refusal are read by the structure and by a judge: fewer characters than this say nothing. */
export const LONGUEUR_MIN_PRECISION = 10

export type DossierADecider = {
  etat: Etat
  montantDemandeCents: Montant
  deverrouillages: readonly Pick<Deverrouillage, 'echeance' | 'refermeLe'>[]
  /** Changes made while it was open that no officer has taken yet. */
  modifications: readonly unknown[]
  /** The campagne's ceiling for one dossier; null when it has none. */
  montantMaxCents: Montant | null
  /** What the campagne may still engage; null when it has no enveloppe. */
  resteEnveloppeCents: Montant | null
}

/** Why this act is closed on this dossier now, whatever is filled in; null when it is open. */
export function empechement(
  { etat, deverrouillages, modifications }: Pick<DossierADecider, 'etat' | 'deverrouillages' | 'modifications'>,
  acte: ActeDecision,
  now: Date,
): RefusDecision | null {
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  if (estDecide(etat)) return 'DECISION_DEJA_PRISE'
  if (ouvert({ deverrouillages }, now)) return 'DEVERROUILLAGE_OUVERT'
  if (modifications.length > 0) return 'MODIFICATION_A_EXAMINER'
  return suite(etat, acte) ? null : 'PAS_ENCORE_COMPLET'
}

/** The three acts, each with the reason it is closed: what a screen shows beside a disabled button. */
export const empechements = (
  dossier: Pick<DossierADecider, 'etat' | 'deverrouillages' | 'modifications'>,
  now: Date,
): Record<ActeDecision, RefusDecision | null> => ({
  accorder: empechement(dossier, 'accorder', now),
  refuser: empechement(dossier, 'refuser', now),
  classerSansSuite: empechement(dossier, 'classerSansSuite', now),
})

function refusDuMontant(montant: Montant, dossier: DossierADecider): RefusDecision | null {
  if (montant <= 0n) return 'MONTANT_NUL'
  if (montant > dossier.montantDemandeCents) return 'MONTANT_SUPERIEUR_AU_DEMANDE'
  if (dossier.montantMaxCents !== null && montant > dossier.montantMaxCents) return 'MONTANT_SUPERIEUR_AU_PLAFOND'
  const reste = dossier.resteEnveloppeCents
  return reste !== null && montant > reste ? 'ENVELOPPE_DEPASSEE' : null
}

/** What is granted below what was asked is a partial grant, and is told as such. */
const acteDAccord = (montant: Montant, montantDemande: Montant): Acte =>
  montant < montantDemande ? 'accorderPartiellement' : 'accorder'

const NATURES: Partial<Record<Etat, NatureDecision>> = {
  ACCORDE: 'ACCORDE',
  ACCORDE_PARTIEL: 'ACCORDE_PARTIEL',
  REFUSE: 'REFUSE',
  SANS_SUITE: 'SANS_SUITE',
  RETIRE: 'RETIRE',
  HORS_DELAI: 'HORS_DELAI',
  INELIGIBLE: 'INELIGIBLE',
}

/** Decides: grants all or part of what was asked, refuses with a ground and its words, or closes without a decision. Once. */
export function decider(
  dossier: DossierADecider,
  voulue: DecisionDemandee,
  now: Date,
): Result<Decision, RefusDecision> {
  const closed = empechement(dossier, voulue.acte, now)
  if (closed) return no(closed)
  const precision = (voulue.precision ?? '').trim()
  if (voulue.acte === 'accorder') {
    const refus = refusDuMontant(voulue.montantCents, dossier)
    if (refus) return no(refus)
    const atteint = suite(dossier.etat, acteDAccord(voulue.montantCents, dossier.montantDemandeCents))
    const nature = atteint && NATURES[atteint]
    if (!nature) return no('PAS_ENCORE_COMPLET')
    return ok({ nature, montantCents: voulue.montantCents, motif: null, precision, priseLe: now })
  }
  const motifs = voulue.acte === 'refuser' ? MOTIFS_REFUS : MOTIFS_SANS_SUITE
  const motif = motifs.find((m) => m === voulue.motif)
  if (!motif) return no('MOTIF_INCONNU')
  const motsExiges = voulue.acte === 'refuser' || motif === 'AUTRE'
  if (motsExiges && precision.length < LONGUEUR_MIN_PRECISION) return no('PRECISION_TROP_COURTE')
  const nature = voulue.acte === 'refuser' ? 'REFUSE' : 'SANS_SUITE'
  return ok({ nature, montantCents: null, motif, precision, priseLe: now })
}

/** A convention is owed above this yearly total to one private-law body (décret 2001-495 art. 1, docs/domaine.md § 7.6). */
export const conventionRequise = ({
  droitPrive,
  montantCents,
  seuilCents,
}: {
  droitPrive: boolean
  montantCents: Montant
  seuilCents: Montant
}): boolean => droitPrive && montantCents > seuilCents
