import { type Condition, evaluer, type Fait, lireCondition } from '#domain/campagne/condition'
import type { Contexte, FaitPrecise } from '#domain/campagne/contexte'
import type { Exigence } from '#domain/piece/completude'
import type { Genre } from '#domain/structure/genre'

/** What a line asks outside of its case. */
export const SINON = ['NON_DEMANDEE', 'SI_PERTINENT', 'OBLIGATOIRE'] as const
export type Sinon = (typeof SINON)[number]

/** A line whose `exigence` holds only in a case, and what holds in the others. */
export type Cas = { quand: Condition; sinon: Sinon }

/** One line of a matrix as it is stored. */
export type LigneExigee = { code: string; exigence: Exigence; condition: unknown }

/** What is asked of one dossier for one code. `aVerifier` says what would have to be known for it to be sure. */
export type Resolue = { exigence: Sinon; aVerifier: Fait[] }

/** The unknown of a condition that an officer may answer, by the name under which the answer is kept. */
export const FAIT_PRECISE: Partial<Record<Fait, FaitPrecise>> = {
  CREATION: 'creeeLe',
  MINEURS: 'mineurs',
  RENOUVELLEMENT: 'renouvellement',
  SIGNATAIRE: 'signataireDifferent',
}

/** Reads the `condition` column of a line; null when it holds always. Never throws. */
export function lireCas(json: unknown): Cas | null {
  if (json === null || json === undefined) return null
  const lu = typeof json === 'object' ? (json as Record<string, unknown>) : {}
  return { quand: lireCondition(lu.quand), sinon: SINON.find((s) => s === lu.sinon) ?? 'NON_DEMANDEE' }
}

/**
 * What one line asks of a dossier. The case of a line must be shown: as long as the dossier does not say enough, what is asked
 * otherwise holds, and it is to be verified. What would then not be asked at all is asked « if relevant »: nothing is left out in silence.
 */
export function resoudre({ exigence, condition }: LigneExigee, contexte: Contexte): Resolue {
  const cas = lireCas(condition)
  if (!cas) return { exigence, aVerifier: [] }
  const { valeur, inconnus } = evaluer(cas.quand, contexte)
  if (valeur !== null) return { exigence: valeur ? exigence : cas.sinon, aVerifier: [] }
  if (cas.sinon === exigence) return { exigence, aVerifier: [] }
  return { exigence: cas.sinon === 'NON_DEMANDEE' ? 'SI_PERTINENT' : cas.sinon, aVerifier: inconnus }
}

/** What one line asks of a dossier, beside what it says: `ecrite` in its case, `remplie` whether that case is the dossier's; null for unknown, and for a line without one. */
export type Exigee = { exigence: Exigence; aVerifier: Fait[]; ecrite: Exigence; remplie: boolean | null }

/** The lines that ask something of this dossier, with what they ask. */
export const exigees = <L extends LigneExigee>(lignes: readonly L[], contexte: Contexte) =>
  lignes.flatMap((ligne): (L & Exigee)[] => {
    const { exigence, aVerifier } = resoudre(ligne, contexte)
    if (exigence === 'NON_DEMANDEE') return []
    const cas = lireCas(ligne.condition)
    const remplie = cas && evaluer(cas.quand, contexte).valeur
    return [{ ...ligne, exigence, aVerifier, ecrite: ligne.exigence, remplie }]
  })

/**
 * The codes that these lines ask of other genres and never of this one, in any case. None where they say nothing of this genre: what is not known is not
 * said to be spared.
 */
export function nonExigees<C extends string>(lignes: readonly { genre: Genre; code: C }[], genre: Genre): C[] {
  const siens = new Set(lignes.filter((ligne) => ligne.genre === genre).map(({ code }) => code))
  if (siens.size === 0) return []
  return [...new Set(lignes.map(({ code }) => code))].filter((code) => !siens.has(code))
}
