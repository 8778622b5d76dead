import { z } from 'zod'
import { estNumero } from '#domain/dossier/numero'
import { NotFound } from '#infra/errors'
import { deps } from '#web/deps'

/** The segments of an address as a browser wrote them. */
export type Segments = Readonly<Record<string, string | undefined>>

/** Reads one value from the segments of an address; `nom` is what the route calls it. Throws NotFound for what leads nowhere. */
export type Param<T> = (segments: Segments, nom: string) => T | Promise<T>
export type ParamsSpec = Readonly<Record<string, Param<unknown>>>
export type Params<P extends ParamsSpec> = { [N in keyof P]: Awaited<ReturnType<P[N]>> }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for what looks like one of our ids. */
export const estUuid = (texte: string) => UUID.test(texte)

/** The id of an `objet`, in the segment of that name: only one of ours reaches the database. */
export const uuid =
  (objet: string): Param<string> =>
  (segments, nom) => {
    const value = segments[nom] ?? ''
    if (!estUuid(value)) throw new NotFound(objet, value.slice(0, 60))
    return value.toLowerCase()
  }

/** The whole number of an `objet`, from `min` on, in the segment of that name. */
export const entier =
  (objet: string, min: 0 | 1): Param<number> =>
  (segments, nom) => {
    const value = segments[nom] ?? ''
    if (!/^\d{1,6}$/.test(value) || Number(value) < min) throw new NotFound(objet, value.slice(0, 60))
    return Number(value)
  }

/** A code in the segment of that name, which the query looks up. */
export const code: Param<string> = (segments, nom) => (segments[nom] ?? '').slice(0, 60)

/** One of a closed list, in the segment of that name. */
export const unDe =
  <T extends string>(objet: string, liste: readonly T[]): Param<T> =>
  (segments, nom) => {
    const value = segments[nom] ?? ''
    const lu = liste.find((un) => un === value)
    if (!lu) throw new NotFound(objet, value.slice(0, 60))
    return lu
  }

export type DossierVise = { id: string; adresse: string; nom: string }

/**
 * The dossier of the segment `numero`: by its number, or by its id for a draft, which the portal has not numbered yet. `adresse` is its
 * page, `nom` the segment itself, which can be a part of a file name. Anything else never reaches the database.
 */
export const dossierDuNumero: Param<DossierVise> = async ({ numero = '' }) => {
  const nom = numero.slice(0, 60)
  const where = estNumero(nom) ? { numero: nom } : estUuid(nom) ? { id: nom, numero: null } : null
  const dossier = where && (await deps.db.dossier.findFirst({ where, select: { id: true } }))
  if (!dossier) throw new NotFound('dossier', nom)
  return { id: dossier.id, adresse: `/dossiers/${nom}`, nom }
}

/** Reads every value a route declares, in their order. */
export async function readParams<P extends ParamsSpec>(spec: P, segments: Segments): Promise<Params<P>> {
  const lus: [string, unknown][] = []
  for (const [nom, param] of Object.entries(spec)) lus.push([nom, await param(segments, nom)])
  return Object.fromEntries(lus) as Params<P>
}

/** What follows `?` as a plain object: a repeated name keeps its last value, a long one is cut. */
const searchOf = (request: Request): Record<string, string> =>
  Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, value.slice(0, 200)]))

/** What follows `?`, read by the schema of the route; what it cannot read gives its defaults, never an error. */
export function readSearch<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  const lu = schema.safeParse(searchOf(request))
  return lu.success ? lu.data : schema.parse({})
}

/** `?telecharger` asks for a file to be saved rather than shown. */
export const FichierSearch = z.object({
  telecharger: z
    .string()
    .optional()
    .transform((dit) => dit !== undefined),
})

/** How wide a picture is asked, in pixels. */
export const ImageSearch = z.object({ largeur: z.coerce.number().int().min(100).max(2_000).catch(1_000) })
