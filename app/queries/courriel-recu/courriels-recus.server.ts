import { z } from 'zod'
import { type Db, lire } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { Prisma } from '#prisma'

export const CourrielsRecusParams = z.object({
  sens: z.enum(['envoyes', 'recus']).catch('envoyes'),
  vue: z.enum(['a-classer', 'tous']).catch('a-classer'),
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
})

export const TAILLE_RECUS = 25

/** Received mails that are with no fiche, no dossier and no mail of ours: nothing else shows them. */
const A_CLASSER: Prisma.CourrielRecuWhereInput = {
  preProjetId: null,
  dossierId: null,
  reponseAId: null,
  nature: { in: ['AUTRE', 'ILLISIBLE', 'DEMANDE_DEVERROUILLAGE'] },
}

/** One page of the received mails, the newest first, each with what it is and why. */
export async function courrielsRecus(db: Db, { vue, page }: z.infer<typeof CourrielsRecusParams>) {
  const where = vue === 'a-classer' ? A_CLASSER : {}
  const [comptes, rows] = await Promise.all([
    lire<{ aClasser: number; tous: number }>(
      db,
      Prisma.sql`SELECT coalesce(sum(nombre) FILTER (WHERE valeurs[1] = 'true'), 0)::int AS "aClasser",
        coalesce(sum(nombre), 0)::int AS tous FROM compte WHERE objet = 'courriel_recu'`,
    ),
    db.courrielRecu.findMany({
      where,
      orderBy: [{ recuLe: 'desc' }, { id: 'desc' }],
      skip: page * TAILLE_RECUS,
      take: TAILLE_RECUS,
      select: {
        id: true,
        de: true,
        deNom: true,
        sujet: true,
        nomFichier: true,
        recuLe: true,
        nature: true,
        motifNature: true,
        traiteLe: true,
      },
    }),
  ])
  const { aClasser, tous } = comptes[0] ?? { aClasser: 0, tous: 0 }
  return { rows, aClasser, tous, total: vue === 'a-classer' ? aClasser : tous }
}

const RECU = {
  id: true,
  version: true,
  de: true,
  deNom: true,
  sujet: true,
  nomFichier: true,
  taille: true,
  recuLe: true,
  nature: true,
  motifNature: true,
  naturePar: true,
  traiteLe: true,
  texte: true,
  preProjet: { select: { id: true, titre: true, structureNom: true } },
  dossier: { select: { numero: true } },
  reponseA: { select: { id: true, sujet: true } },
  pieces: { orderBy: { rang: 'asc' }, select: { id: true, nom: true, taille: true, typeMime: true, analyse: true } },
} as const satisfies Prisma.CourrielRecuSelect

/** One received mail, what it is and where it went. Throws NotFound. */
export async function pageCourrielRecu(db: Db, id: string) {
  const [courriel, misEnForme] = await Promise.all([
    db.courrielRecu.findUnique({ where: { id }, select: RECU }),
    db.courrielRecu.count({ where: { id, html: { not: '' } } }),
  ])
  if (!courriel) throw new NotFound('courriel-recu', id)
  return {
    ...courriel,
    misEnForme: misEnForme > 0,
    pieces: courriel.pieces.map(({ analyse, ...piece }) => ({
      ...piece,
      ouverture: ouvertureActuelle(analyse),
    })),
  }
}

/** Where the mailbox stands, for the one who imports; null where none is set. */
export async function etatDeBoite(db: Db, cle: string | null) {
  if (cle === null) return null
  const [boite, aLire] = await Promise.all([
    db.boiteCourriel.findUnique({ where: { cle }, select: { vueLe: true, erreur: true } }),
    db.courrielRecu.count({ where: { traiteLe: null } }),
  ])
  return { vueLe: boite?.vueLe ?? null, erreur: boite?.erreur ?? null, aLire }
}
