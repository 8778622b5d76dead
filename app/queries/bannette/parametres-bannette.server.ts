import { z } from 'zod'
import { jourSaisi } from '#domain/temps/saisie'

/** Characters of a search that are looked at; what comes after would find nothing more. */
const LONGUEUR_MAX_RECHERCHE = 200

/** As addresses write it, or as somebody typed it in the filter. */
const jour = z
  .string()
  .transform((texte) => {
    const lu = jourSaisi(texte)
    return lu.ok ? lu.value : undefined
  })
  .optional()
  .catch(undefined)

/** A few words typed in a filter. */
export const MOTS_COURTS = z
  .string()
  .transform((texte) => texte.slice(0, 80).replace(/\s+/gu, ' ').trim())
  .optional()
  .catch(undefined)

/** An amount in whole euros, as somebody types it: `1 500 €`. */
export const EUROS = z
  .string()
  .transform((texte) => texte.replace(/[\s€.]/gu, '').replace(/,\d*$/, ''))
  .pipe(z.string().regex(/^\d{1,9}$/))
  .optional()
  .catch(undefined)

/** What every bannette may be asked. Anything unknown falls back to the default; it never reaches the database. */
export const PARAMETRES_COMMUNS = {
  page: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .catch(50),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  q: z
    .string()
    .transform((texte) => texte.slice(0, LONGUEUR_MAX_RECHERCHE).replace(/\s+/gu, ' ').trim())
    .catch(''),
  /** Code of a campagne. */
  campagne: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
  /** Whose rows: the id of an agent, `moi`, or `personne`. */
  agent: z
    .union([z.enum(['moi', 'personne']), z.uuid()])
    .optional()
    .catch(undefined),
  depuis: jour,
  jusqua: jour,
}
