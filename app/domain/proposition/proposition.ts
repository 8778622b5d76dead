import { type Montant, ratio } from '#domain/budget/montant'
import type { Reglages } from '#domain/campagne/reglages'
import { estArrete, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import type { LettreDeScenario } from '#domain/simulation/scenario'

/** What who instructs thinks of a dossier: a RESERVE says yes to an amount and tells what to be careful of. */
export const AVIS_PROPOSITION = ['FAVORABLE', 'RESERVE', 'DEFAVORABLE'] as const
export type AvisProposition = (typeof AVIS_PROPOSITION)[number]

/** Where the instruction is going on: complete, and not decided. */
export const PROPOSABLES = ['COMPLET', 'EN_INSTRUCTION'] as const satisfies Etat[]

export const peutProposer = (etat: Etat): boolean => PROPOSABLES.some((un) => un === etat)

/** What is asked for by the one who proposes: what was asked, a part of it in thousandths, an amount, or no aid at all. */
export type MontantVoulu =
  | { base: 'DEMANDE' }
  | { base: 'PART'; milliemes: number }
  | { base: 'FIXE'; montantCents: Montant }
  | { base: 'AUCUN' }

/** `montantCents` is 0 for a DEFAVORABLE only. */
export type Proposition = { avis: AvisProposition; montantCents: Montant; motif: string }

export type PropositionVoulue = { avis: AvisProposition; montant: MontantVoulu; motif: string }

/** The scenario that a proposition is made of; null where somebody proposes it. */
export type DeScenario = { scenario: LettreDeScenario | null }

export type RefusProposition =
  | 'PAS_EN_INSTRUCTION'
  | 'DECISION_DEJA_PRISE'
  | 'MONTANT_A_DONNER'
  | 'MONTANT_AVEC_AVIS_DEFAVORABLE'
  | 'MONTANT_NUL'
  | 'MONTANT_SUPERIEUR_AU_DEMANDE'
  | 'MOTIF_TROP_COURT'
  | 'MOTIF_TROP_LONG'
  | 'DEJA_PROPOSE'

/** A reason is read by those who vote: fewer characters than this say nothing. */
export const MOTIF_PROPOSITION_MIN = 10
export const MOTIF_PROPOSITION_MAX = 2_000

const EURO = 100n

/** The amount in cents; a part of what was asked goes down to the whole euro. */
export function montantVoulu(voulu: MontantVoulu, demandeCents: Montant): Montant {
  if (voulu.base === 'DEMANDE') return demandeCents
  if (voulu.base === 'FIXE') return voulu.montantCents
  return voulu.base === 'AUCUN' ? 0n : ((demandeCents * BigInt(voulu.milliemes)) / 1_000n / EURO) * EURO
}

type DossierAProposer = { etat: Etat; montantDemandeCents: Montant; actuelle: Proposition | null }

const empechement = (etat: Etat): RefusProposition | null => {
  if (estArrete(etat)) return 'DECISION_DEJA_PRISE'
  return peutProposer(etat) ? null : 'PAS_EN_INSTRUCTION'
}

const memeProposition = (une: Proposition, autre: Proposition) =>
  une.avis === autre.avis && une.montantCents === autre.montantCents && une.motif === autre.motif

/**
 * Proposes: an opinion, an amount within what was asked, and why; only a favourable opinion on all that was asked needs no reason. What the
 * campagne says of the amount (ceiling, rate, what is left) refuses nothing: `signalerProposition` tells it.
 */
export function proposer(
  { etat, montantDemandeCents, actuelle }: DossierAProposer,
  { avis, montant, motif }: PropositionVoulue,
): Result<Proposition, RefusProposition> {
  const closed = empechement(etat)
  if (closed) return no(closed)
  if (avis === 'DEFAVORABLE' && montant.base !== 'AUCUN') return no('MONTANT_AVEC_AVIS_DEFAVORABLE')
  if (avis !== 'DEFAVORABLE' && montant.base === 'AUCUN') return no('MONTANT_A_DONNER')
  const voulue = { avis, montantCents: montantVoulu(montant, montantDemandeCents), motif: motif.trim() }
  if (avis !== 'DEFAVORABLE' && voulue.montantCents <= 0n) return no('MONTANT_NUL')
  if (voulue.montantCents > montantDemandeCents) return no('MONTANT_SUPERIEUR_AU_DEMANDE')
  const tout = avis === 'FAVORABLE' && voulue.montantCents === montantDemandeCents
  if (!tout && voulue.motif.length < MOTIF_PROPOSITION_MIN) return no('MOTIF_TROP_COURT')
  if (voulue.motif.length > MOTIF_PROPOSITION_MAX) return no('MOTIF_TROP_LONG')
  return actuelle && memeProposition(actuelle, voulue) ? no('DEJA_PROPOSE') : ok(voulue)
}

export type RefusRetraitProposition = 'PAS_EN_INSTRUCTION' | 'DECISION_DEJA_PRISE' | 'RIEN_DE_PROPOSE'

/** Takes back what is proposed, and leaves the dossier without a proposition. */
export function retirerProposition({
  etat,
  actuelle,
}: Omit<DossierAProposer, 'montantDemandeCents'>): Result<Proposition, RefusRetraitProposition> {
  if (estArrete(etat)) return no('DECISION_DEJA_PRISE')
  if (!peutProposer(etat)) return no('PAS_EN_INSTRUCTION')
  return actuelle ? ok(actuelle) : no('RIEN_DE_PROPOSE')
}

/** What is to be known of a proposed amount. DEMANDE: the demande was lowered since. */
export type SignalementProposition =
  | { regle: 'DEMANDE' | 'PLAFOND' | 'PLANCHER' | 'ENVELOPPE'; limiteCents: Montant }
  | { regle: 'TAUX'; part: number; max: number }

export type FaitsDeProposition = {
  montantCents: Montant
  montantDemandeCents: Montant
  coutTotalCents: Montant | null
  reglages: Pick<Reglages, 'montantMinCents' | 'montantMaxCents' | 'tauxMax'>
  /** What the campagne may still engage; null when it has no enveloppe. */
  resteEnveloppeCents: Montant | null
}

/** What today's facts say of a proposed amount: it is proposed all the same, and whoever decides is told. */
export function signalerProposition(faits: FaitsDeProposition): SignalementProposition[] {
  const { montantCents, montantDemandeCents, coutTotalCents, reglages, resteEnveloppeCents } = faits
  if (montantCents === 0n) return []
  const { montantMinCents: min, montantMaxCents: max, tauxMax } = reglages
  const part = coutTotalCents ? ratio(montantCents, coutTotalCents) : null
  const au = (regle: 'DEMANDE' | 'PLAFOND' | 'PLANCHER' | 'ENVELOPPE', limiteCents: Montant, vrai: boolean) =>
    vrai ? [{ regle, limiteCents }] : []
  return [
    ...au('DEMANDE', montantDemandeCents, montantCents > montantDemandeCents),
    ...(max === null ? [] : au('PLAFOND', max, montantCents > max)),
    ...(min === null ? [] : au('PLANCHER', min, montantCents < min)),
    ...(part !== null && tauxMax !== null && part > tauxMax ? [{ regle: 'TAUX' as const, part, max: tauxMax }] : []),
    ...(resteEnveloppeCents === null ? [] : au('ENVELOPPE', resteEnveloppeCents, montantCents > resteEnveloppeCents)),
  ]
}
