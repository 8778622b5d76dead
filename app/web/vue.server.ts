import type { z } from 'zod'

/**
 * The fields by which a form says what was on the officer's screen: the version of the row, of the pièce, the instant of the answer or of the
 * draft, how far the thread went, the state of a tie, the rows of a selection each with its version, or the id of a version that never changes (a file, the exigences of a campagne).
 */
export const VUES = ['version', 'versionPiece', 'vu', 'filVu', 'etat', 'vise', 'versionId', 'exigencesId'] as const

type Nom = (typeof VUES)[number]

declare const SANS_VERSION: unique symbol

/** What an act must post: a field of VUES, whose absence the schema refuses, or the word that there is nothing to have seen. */
export type Vue =
  { [N in Nom]: { [M in N]: string | number | null | readonly string[] } }[Nom] | { readonly [SANS_VERSION]: true }

/** Why each form that says no version needs none, read by a test. */
const raisons = new WeakMap<z.ZodType, string>()

/** A form that acts on nothing an officer could have seen otherwise, with the reason: it makes something new, only reads, or says a state that is the same said twice. */
export function sansVersion<S extends z.ZodType>(raison: string, form: S) {
  raisons.set(form, raison)
  return form as S & z.ZodType<z.output<S> & { readonly [SANS_VERSION]: true }>
}

/** Why this form says no version; undefined for one that must. @internal */
export const raisonSansVersion = (form: z.ZodType): string | undefined => raisons.get(form)
