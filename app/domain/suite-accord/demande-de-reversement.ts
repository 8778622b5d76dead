import type { Montant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import type { Accord } from '#domain/suite-accord/accord'
import { type BilanDepense, montantARendre } from '#domain/suite-accord/bilan-de-projet'
import { compareJours, type Jour } from '#domain/temps/jour'

/** What a structure was asked to give back; `renduCents` is what it gave back since. */
export type ReversementDemande = { id: string; montantCents: Montant; renduCents: Montant; estAnnule: boolean }

/** What was asked and did not come whole: it waits. */
export const estAttendu = ({ montantCents, renduCents, estAnnule }: ReversementDemande): boolean =>
  !estAnnule && renduCents < montantCents

/** What is asked: less than what was worked out has a reason, which its structure reads as it reads how to pay. */
export type ReversementVoulu = { montantCents: Montant; motif: string; modalites: string; duLe: Jour }

/** Fewer characters say nothing, more are a letter. */
export const MOTIF_REVERSEMENT_MIN = 10
export const MOTIF_REVERSEMENT_MAX = 1_000

export type RefusReversement =
  | 'PAS_ACCORDE'
  | 'ENCORE_REPRENABLE'
  | 'BILAN_PAS_CONFORME'
  | 'RIEN_A_RENDRE'
  | 'DEJA_DEMANDE'
  | 'MONTANT_NUL'
  | 'PLUS_QUE_A_RENDRE'
  | 'MOTIF_TROP_COURT'
  | 'MOTIF_TROP_LONG'
  | 'MODALITES_TROP_COURTES'
  | 'MODALITES_TROP_LONGUES'
  | 'LIMITE_PASSEE'

type Suites = {
  accord: Accord | null
  bilan: BilanDepense | null
  verseCents: Montant
  coutTotalCents: Montant | null
  demandes: readonly ReversementDemande[]
}

/** What is to be given back today, by the bilan that was found in order; 0 where nothing is, or where it is not known yet. */
export function aRendreAujourdhui({ accord, bilan, verseCents, coutTotalCents }: Omit<Suites, 'demandes'>): Montant {
  const depenseCents = bilan?.depenseCents ?? null
  if (!accord || depenseCents === null) return 0n
  return montantARendre({ montantCents: accord.montantCents, verseCents, depenseCents, coutTotalCents })
}

/** What is wrong in what was typed, whatever the dossier says; the reason of what is asked whole is not looked at. */
function refusDeForme({ montantCents, motif, modalites, duLe }: ReversementVoulu, calcule: Montant, today: Jour) {
  if (montantCents <= 0n) return 'MONTANT_NUL'
  if (montantCents > calcule) return 'PLUS_QUE_A_RENDRE'
  if (montantCents < calcule && motif.length < MOTIF_REVERSEMENT_MIN) return 'MOTIF_TROP_COURT'
  if (motif.length > MOTIF_REVERSEMENT_MAX) return 'MOTIF_TROP_LONG'
  if (modalites.length < MOTIF_REVERSEMENT_MIN) return 'MODALITES_TROP_COURTES'
  if (modalites.length > MOTIF_REVERSEMENT_MAX) return 'MODALITES_TROP_LONGUES'
  return compareJours(duLe, today) <= 0 ? 'LIMITE_PASSEE' : null
}

/**
 * May this be asked back? By a bilan in order, no more than what it makes to give back, one at a time. Gives what was worked out beside what is asked;
 * what is asked whole keeps no reason.
 */
export function demanderReversement(
  suites: Suites,
  saisi: ReversementVoulu,
  today: Jour,
): Result<ReversementVoulu & { calculeCents: Montant }, RefusReversement> {
  const { accord, bilan, demandes } = suites
  if (!accord) return no('PAS_ACCORDE')
  if (accord.reprenable) return no('ENCORE_REPRENABLE')
  if (bilan?.verdict !== 'CONFORME') return no('BILAN_PAS_CONFORME')
  const calculeCents = aRendreAujourdhui(suites)
  if (calculeCents === 0n) return no('RIEN_A_RENDRE')
  if (demandes.some(estAttendu)) return no('DEJA_DEMANDE')
  const voulu = { ...saisi, motif: saisi.motif.trim(), modalites: saisi.modalites.trim() }
  const refus = refusDeForme(voulu, calculeCents, today)
  if (refus) return no(refus)
  return ok({ ...voulu, motif: voulu.montantCents === calculeCents ? '' : voulu.motif, calculeCents })
}

export type RefusAnnulationReversement =
  'REVERSEMENT_INCONNU' | 'DEJA_ANNULE' | 'DEJA_RENDU' | 'MOTIF_TROP_COURT' | 'MOTIF_TROP_LONG'

/** Takes back what was asked, with a reason, while it did not come whole. */
export function annulerReversement(
  demandes: readonly ReversementDemande[],
  { reversementId, motif }: { reversementId: string; motif: string },
): Result<{ reversement: ReversementDemande; motif: string }, RefusAnnulationReversement> {
  const reversement = demandes.find(({ id }) => id === reversementId)
  if (!reversement) return no('REVERSEMENT_INCONNU')
  if (reversement.estAnnule) return no('DEJA_ANNULE')
  if (!estAttendu(reversement)) return no('DEJA_RENDU')
  const mots = motif.trim()
  if (mots.length < MOTIF_REVERSEMENT_MIN) return no('MOTIF_TROP_COURT')
  return mots.length > MOTIF_REVERSEMENT_MAX ? no('MOTIF_TROP_LONG') : ok({ reversement, motif: mots })
}
