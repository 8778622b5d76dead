import type { Montant } from '#domain/budget/montant'
import type { Dispositif } from '#domain/dispositif'
import { type Jour, parseJour } from '#domain/temps/jour'

/** What a condition may look at in a dossier. Null, and an empty country, mean that the dossier does not say. */
export type Contexte = {
  dispositif: Dispositif | null
  montantDemandeCents: Montant | null
  coutTotalCents: Montant | null
  nbParticipants: number | null
  /** As written: « Allemagne », « Allemagne et Pologne ». */
  pays: string
  /** Day the structure was created. */
  creeeLe: Jour | null
  deposeLe: Jour | null
  mineurs: boolean | null
  /** A grant was given to this structure the year before. */
  renouvellement: boolean | null
  /** Whoever signed is not the legal representative. */
  signataireDifferent: boolean | null
}

/** Nothing is known: what a fiche that has become no dossier yet is looked at with. */
export const CONTEXTE_INCONNU: Contexte = {
  dispositif: null,
  montantDemandeCents: null,
  coutTotalCents: null,
  nbParticipants: null,
  pays: '',
  creeeLe: null,
  deposeLe: null,
  mineurs: null,
  renouvellement: null,
  signataireDifferent: null,
}

/** What an officer may say of a dossier where its form is silent. */
export const FAITS_PRECISES = ['creeeLe', 'mineurs', 'renouvellement', 'signataireDifferent'] as const
export type FaitPrecise = (typeof FAITS_PRECISES)[number]
export type FaitsPrecises = Partial<Pick<Contexte, FaitPrecise>>

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads what officers said (a JSON column); what has another form is left out. Never throws. */
export function lireFaits(json: unknown): FaitsPrecises {
  if (!isJson(json)) return {}
  const faits: FaitsPrecises = {}
  if (typeof json.creeeLe === 'string' && parseJour(json.creeeLe) === json.creeeLe) faits.creeeLe = json.creeeLe
  for (const fait of ['mineurs', 'renouvellement', 'signataireDifferent'] as const) {
    const value = json[fait]
    if (typeof value === 'boolean') faits[fait] = value
  }
  return faits
}
