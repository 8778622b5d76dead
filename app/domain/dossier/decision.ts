import type { Montant } from '#domain/budget/montant'
import { type Bloquants, type RefusBloquant, refusDesBloquants } from '#domain/dossier/bloquants'
import type { RegleRecevabilite, Signalement } from '#domain/dossier/recevabilite'
import { estDecide, suite, type Acte, type Etat } from '#domain/dossier/etat'
import { type AttenduDuVote, type RefusDuVote, refusDuVote, type VoteTenu } from '#domain/dossier/vote-de-decision'
import { no, ok, type Result } from '#domain/result'
import { jourDeParis } from '#domain/temps/jour'

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
export const MOTIFS_SANS_SUITE = ['REJET_IMPLICITE', 'DEPOSE_EN_DOUBLE', 'AUTRE'] as const
export type MotifSansSuite = (typeof MOTIFS_SANS_SUITE)[number]

export const ACTES_DECISION = [
  'accorder',
  'refuser',
  'declarerHorsDelai',
  'declarerIneligible',
  'classerSansSuite',
  'retirer',
] as const
export type ActeDecision = (typeof ACTES_DECISION)[number]

/** What is asked for; `V` is how the vote that a grant or a refusal stands on was held. */
export type DecisionDemandee<V extends VoteTenu = VoteTenu> =
  | { acte: 'accorder'; montantCents: Montant; precision?: string; vote: V }
  | { acte: 'refuser'; motif: string; precision: string; vote: V }
  /** `prevenir`: a mail tells the demandeur, or the officer chose that none does. */
  | { acte: 'classerSansSuite'; motif: string; precision?: string; prevenir: boolean }
  /** Not recevable, said without a vote: late, or on the ground that was signalled (`motif`). */
  | { acte: 'declarerHorsDelai'; precision: string }
  | { acte: 'declarerIneligible'; motif: string; precision: string }
  /** The demandeur gives the demande up; `precision` is when and how they said so. */
  | { acte: 'retirer'; precision: string; prevenir: boolean }

export type NatureDecision = Extract<
  Etat,
  'ACCORDE' | 'ACCORDE_PARTIEL' | 'REFUSE' | 'SANS_SUITE' | 'RETIRE' | 'HORS_DELAI' | 'INELIGIBLE'
>

/** What the Commission permanente votes: a grant, or a refusal on the merits. Everything else is said by letter, without a vote. */
export type NatureVotee = Extract<NatureDecision, 'ACCORDE' | 'ACCORDE_PARTIEL' | 'REFUSE'>

/** The act by which each decision is taken. */
export const ACTE_DE_NATURE = {
  ACCORDE: 'accorder',
  ACCORDE_PARTIEL: 'accorderPartiellement',
  REFUSE: 'refuser',
  SANS_SUITE: 'classerSansSuite',
  RETIRE: 'retirer',
  HORS_DELAI: 'declarerHorsDelai',
  INELIGIBLE: 'declarerIneligible',
} as const satisfies Record<NatureDecision, Acte>

export type Decision<V extends VoteTenu = VoteTenu> = (
  { nature: NatureVotee; vote: V } | { nature: Exclude<NatureDecision, NatureVotee>; vote: null }
) & {
  montantCents: Montant | null
  motif: MotifRefus | MotifSansSuite | RegleRecevabilite | null
  precision: string
  /** A mail is to tell the demandeur. */
  avecCourriel: boolean
  priseLe: Date
}

export type RefusDecision =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'VOTE_RENDU'
  | RefusDuVote
  | RefusBloquant
  | 'PAS_ENCORE_COMPLET'
  | 'PIECES_A_REVOIR'
  | 'RIEN_A_SIGNALER'
  | 'MONTANT_NUL'
  | 'MONTANT_SUPERIEUR_AU_DEMANDE'
  | 'MONTANT_SUPERIEUR_AU_PLAFOND'
  | 'ENVELOPPE_DEPASSEE'
  | 'MOTIF_INCONNU'
  | 'PRECISION_TROP_COURTE'

/** The words of a refusal, in whole or in part, are read by the structure and by a judge: fewer characters than this say nothing. */
export const LONGUEUR_MIN_PRECISION = 10

/** `inscription`: the séance that is to vote on it; null where it is on no list. `voteRouvert`: null where no vote of it was reopened. */
export type DossierADecider = AttenduDuVote & {
  etat: Etat
  montantDemandeCents: Montant
  bloquants: Bloquants
  /** Every pièce asked for is there and accepted. */
  completude: { complet: boolean }
  /** What the règlement does not admit in it: an irrecevabilité rests on one of these. */
  signalements: readonly Pick<Signalement, 'regle'>[]
  /** The campagne's ceiling for one dossier; null when it has none. */
  montantMaxCents: Montant | null
  /** What the campagne may still engage; null when it has no enveloppe. */
  resteEnveloppeCents: Montant | null
}

type Empechable = Pick<DossierADecider, 'etat' | 'bloquants' | 'completude' | 'signalements'>

/** An irrecevabilité must be exact: it says what was signalled, and nothing else. */
export const motifsDIrrecevabilite = (
  { signalements }: Pick<DossierADecider, 'signalements'>,
  acte: ActeDecision,
): RegleRecevabilite[] => {
  const regles = signalements.map(({ regle }) => regle)
  if (acte === 'declarerHorsDelai') return regles.filter((regle) => regle === 'HORS_DELAI')
  return acte === 'declarerIneligible' ? regles.filter((regle) => regle !== 'HORS_DELAI') : []
}

/**
 * Why this act is closed on this dossier now, whatever is filled in; null when it is open. A grant needs its pièces still in order; what
 * ends a dossier without an answer waits only while the demandeur writes or has written.
 */
export function empechement(
  dossier: Empechable,
  acte: ActeDecision,
): { reason: RefusDecision; detail?: string } | null {
  const { etat, bloquants, completude } = dossier
  if (etat === 'BROUILLON') return { reason: 'PAS_ENCORE_DEPOSE' }
  if (estDecide(etat)) return { reason: 'DECISION_DEJA_PRISE' }
  if (etat === 'VOTE') return { reason: 'VOTE_RENDU' }
  const bloque = refusDesBloquants(bloquants)
  if (bloque && bloque.reason !== 'BLOQUANTS') return bloque
  if (!suite(etat, acte)) return { reason: 'PAS_ENCORE_COMPLET' }
  if (acte === 'accorder' && !completude.complet) return { reason: 'PIECES_A_REVOIR' }
  const irrecevable = acte === 'declarerHorsDelai' || acte === 'declarerIneligible'
  if (irrecevable && motifsDIrrecevabilite(dossier, acte).length === 0) return { reason: 'RIEN_A_SIGNALER' }
  return acte === 'classerSansSuite' || acte === 'retirer' ? null : bloque
}

/** The same, of what only a vote held elsewhere than in a séance kept here could do: a dossier that is on a list waits for its séance. */
const empechementHorsSeance = (
  dossier: Empechable & Pick<DossierADecider, 'inscription'>,
  acte: ActeDecision,
): { reason: RefusDecision; detail?: string } | null =>
  empechement(dossier, acte) ??
  (dossier.inscription && { reason: 'INSCRIT_EN_SEANCE', detail: dossier.inscription.jour })

/** Each act with the reason it is closed: what a screen shows beside a disabled button. */
export const empechements = (
  dossier: Empechable & Pick<DossierADecider, 'inscription'>,
): Record<ActeDecision, { reason: RefusDecision; detail?: string } | null> => ({
  accorder: empechementHorsSeance(dossier, 'accorder'),
  refuser: empechementHorsSeance(dossier, 'refuser'),
  declarerHorsDelai: empechement(dossier, 'declarerHorsDelai'),
  declarerIneligible: empechement(dossier, 'declarerIneligible'),
  classerSansSuite: empechement(dossier, 'classerSansSuite'),
  retirer: empechement(dossier, 'retirer'),
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

const ACCORDS: Partial<Record<Etat, 'ACCORDE' | 'ACCORDE_PARTIEL'>> = {
  ACCORDE: 'ACCORDE',
  ACCORDE_PARTIEL: 'ACCORDE_PARTIEL',
}

/** What stands in the way of this decision before its amount or its ground are read: the dossier itself, then the vote that it stands on. */
function refusDAvance(dossier: DossierADecider, voulue: DecisionDemandee, now: Date) {
  const closed = empechement(dossier, voulue.acte)
  if (closed || !('vote' in voulue)) return closed
  return refusDuVote(voulue.vote, dossier, jourDeParis(now))
}

/**
 * Decides: grants all or part of what was voted, refuses with a ground and its words as it was voted, or closes without a decision. Once.
 */
export function decider<V extends VoteTenu>(
  dossier: DossierADecider,
  voulue: DecisionDemandee<V>,
  now: Date,
): Result<Decision<V>, RefusDecision> {
  const closed = refusDAvance(dossier, voulue, now)
  if (closed) return no(closed.reason, closed.detail)
  const precision = (voulue.precision ?? '').trim()
  const sansMontant = { montantCents: null, precision, priseLe: now }
  if (voulue.acte === 'accorder') {
    const refus = refusDuMontant(voulue.montantCents, dossier)
    if (refus) return no(refus)
    const atteint = suite(dossier.etat, acteDAccord(voulue.montantCents, dossier.montantDemandeCents))
    const nature = atteint && ACCORDS[atteint]
    if (!nature) return no('PAS_ENCORE_COMPLET')
    if (nature === 'ACCORDE_PARTIEL' && precision.length < LONGUEUR_MIN_PRECISION) return no('PRECISION_TROP_COURTE')
    const { montantCents, vote } = voulue
    return ok({ ...sansMontant, nature, vote, montantCents, motif: null, avecCourriel: true })
  }
  if (voulue.acte === 'retirer')
    return precision.length < LONGUEUR_MIN_PRECISION
      ? no('PRECISION_TROP_COURTE')
      : ok({ ...sansMontant, nature: 'RETIRE', vote: null, motif: null, avecCourriel: voulue.prevenir })
  if (voulue.acte === 'declarerHorsDelai' || voulue.acte === 'declarerIneligible') {
    const dit = voulue.acte === 'declarerHorsDelai' ? 'HORS_DELAI' : voulue.motif
    const motif = motifsDIrrecevabilite(dossier, voulue.acte).find((m) => m === dit)
    if (!motif) return no('MOTIF_INCONNU')
    if (precision.length < LONGUEUR_MIN_PRECISION) return no('PRECISION_TROP_COURTE')
    const nature = voulue.acte === 'declarerHorsDelai' ? 'HORS_DELAI' : 'INELIGIBLE'
    return ok({ ...sansMontant, nature, vote: null, motif, avecCourriel: true })
  }
  const motifs = voulue.acte === 'refuser' ? MOTIFS_REFUS : MOTIFS_SANS_SUITE
  const motif = motifs.find((m) => m === voulue.motif)
  if (!motif) return no('MOTIF_INCONNU')
  const motsExiges = voulue.acte === 'refuser' || motif === 'AUTRE'
  if (motsExiges && precision.length < LONGUEUR_MIN_PRECISION) return no('PRECISION_TROP_COURTE')
  if (voulue.acte === 'refuser')
    return ok({ ...sansMontant, nature: 'REFUSE', vote: voulue.vote, motif, avecCourriel: true })
  return ok({ ...sansMontant, nature: 'SANS_SUITE', vote: null, motif, avecCourriel: voulue.prevenir })
}

/**
 * A convention is owed above this yearly total to one private-law body (décret 2001-495 art. 1, docs/domaine.md § 7.6): what is granted now, added to
 * what the body is granted by other dossiers of the year. Those of other services of the Département are not known here.
 */
export const conventionRequise = ({
  droitPrive,
  montantCents,
  autresCents,
  seuilCents,
}: {
  droitPrive: boolean
  montantCents: Montant
  autresCents: Montant
  seuilCents: Montant
}): boolean => droitPrive && montantCents > 0n && montantCents + autresCents > seuilCents
