import { z } from 'zod'
import { ETATS_COURRIEL, MODELES, type EtatCourriel } from '#domain/courriel/courriel'
import type { Db } from '#infra/db'
import type { Prisma } from '#prisma'

/** What the grid may ask. Anything unknown falls back to the default; a search is cut at 200 characters. */
export const BannetteCourrielsParams = z.object({
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25),
  sort: z.enum(['creeLe', 'envoyeLe', 'destinataire', 'sujet']).catch('creeLe'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  etat: z.enum(ETATS_COURRIEL).optional().catch(undefined),
  modele: z.enum(MODELES).optional().catch(undefined),
  q: z
    .string()
    .catch('')
    .transform((q) => q.trim().slice(0, 200)),
})

export type BannetteCourrielsQuery = z.infer<typeof BannetteCourrielsParams>

const contains = (texte: string) => ({ contains: texte.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const })

/** A search looks at the recipient, the subject and the number of the dossier. */
function filterOf({ modele, q }: BannetteCourrielsQuery): Prisma.CourrielWhereInput {
  return {
    ...(modele && { modele }),
    ...(q && {
      OR: [
        { destinataire: contains(q) },
        { destinataireNom: contains(q) },
        { sujet: contains(q) },
        { dossier: { numero: contains(q) } },
      ],
    }),
  }
}

/** One page of the mails written by the application, newest first; `compteurs` counts each état under the other filters. */
export async function bannetteCourriels(db: Db, query: BannetteCourrielsQuery) {
  const filter = filterOf(query)
  const where = { ...filter, ...(query.etat && { etat: query.etat }) }
  const [rows, groupes] = await Promise.all([
    db.courriel.findMany({
      where,
      select: {
        id: true,
        modele: true,
        destinataire: true,
        destinataireNom: true,
        sujet: true,
        etat: true,
        tentatives: true,
        erreur: true,
        creeLe: true,
        envoyeLe: true,
        partirLe: true,
        version: true,
        dossier: { select: { numero: true } },
        preProjetId: true,
      },
      orderBy: [{ [query.sort]: query.dir }, { id: 'asc' }],
      skip: query.page * query.size,
      take: query.size,
    }),
    db.courriel.groupBy({ by: ['etat'], where: filter, _count: true }),
  ])
  const compteurs = Object.fromEntries(
    ETATS_COURRIEL.map((etat) => [etat, groupes.find((groupe) => groupe.etat === etat)?._count ?? 0]),
  ) as Record<EtatCourriel, number>
  const total = query.etat ? compteurs[query.etat] : Object.values(compteurs).reduce((somme, n) => somme + n, 0)
  return { rows, total, compteurs }
}
