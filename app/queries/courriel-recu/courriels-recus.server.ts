import { z } from 'zod'
import { type VueRecus, VUES_RECUS } from '#domain/courriel-recu/suite'
import { type Db, lire } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { Prisma } from '#prisma'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { commenceMots, toutes } from '#queries/bannette/recherche'

export const CourrielsRecusParams = z.object({
  sens: z.enum(['envoyes', 'recus']).catch('envoyes'),
  vue: z.enum(VUES_RECUS).catch('a-repondre'),
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  q: PARAMETRES_COMMUNS.q,
})

export const TAILLE_RECUS = 25

/** Received mails that are with no fiche, no dossier and no mail of ours: nothing else shows them. */
const A_CLASSER = Prisma.sql`(c.pre_projet_id IS NULL AND c.dossier_id IS NULL AND c.reponse_a_id IS NULL
  AND c.nature IN ('AUTRE', 'ILLISIBLE', 'DEMANDE_DEVERROUILLAGE'))`

/** Those that wait for an answer of an officer (#domain/courriel-recu/suite). */
const A_REPONDRE = Prisma.sql`c.suite = 'A_REPONDRE'`

const CONDITION: Record<VueRecus, Prisma.Sql[]> = { 'a-repondre': [A_REPONDRE], 'a-classer': [A_CLASSER], tous: [] }

type Comptes = Record<VueRecus, number>

/** How many each tab holds: kept counts without a search, the mails it finds with one. */
const comptesRecus = (q: string) =>
  q === ''
    ? Prisma.sql`SELECT coalesce(sum(nombre) FILTER (WHERE valeurs[2] = 'true'), 0)::int AS "a-repondre",
        coalesce(sum(nombre) FILTER (WHERE valeurs[1] = 'true'), 0)::int AS "a-classer",
        coalesce(sum(nombre), 0)::int AS tous FROM compte WHERE objet = 'courriel_recu'`
    : Prisma.sql`SELECT count(*) FILTER (WHERE ${A_REPONDRE})::int AS "a-repondre",
        count(*) FILTER (WHERE ${A_CLASSER})::int AS "a-classer", count(*)::int AS tous
        FROM courriel_recu c WHERE ${commenceMots(MOTS, q)}`

const MOTS = Prisma.sql`c.mots`

const LIGNE = {
  id: true,
  de: true,
  deNom: true,
  sujet: true,
  nomFichier: true,
  recuLe: true,
  nature: true,
  motifNature: true,
  traiteLe: true,
  suite: true,
} as const satisfies Prisma.CourrielRecuSelect

/** One page of the received mails, the newest first, each with what it is and why. A search looks at the subject, the sender and the words. */
export async function courrielsRecus(db: Db, { vue, page, q }: z.infer<typeof CourrielsRecusParams>) {
  const where = toutes([...CONDITION[vue], ...(q === '' ? [] : [commenceMots(MOTS, q)])])
  const [[nombres], trouves] = await Promise.all([
    lire<Comptes>(db, comptesRecus(q)),
    lire<{ id: string }>(
      db,
      Prisma.sql`SELECT c.id FROM courriel_recu c WHERE ${where}
        ORDER BY c.recu_le DESC, c.id DESC LIMIT ${TAILLE_RECUS} OFFSET ${page * TAILLE_RECUS}`,
    ),
  ])
  const ids = trouves.map(({ id }) => id)
  const lus = new Map(
    (await db.courrielRecu.findMany({ where: { id: { in: ids } }, select: LIGNE })).map((row) => [row.id, row]),
  )
  const comptes = nombres ?? { 'a-repondre': 0, 'a-classer': 0, tous: 0 }
  return { rows: ids.flatMap((id) => lus.get(id) ?? []), comptes, total: comptes[vue] }
}

const FICHE = { id: true, titre: true, structureNom: true } as const

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
  automatisme: true,
  suite: true,
  suiteLe: true,
  suitePar: true,
  reponses: {
    where: { etat: { not: 'ANNULE' } },
    orderBy: [{ creeLe: 'asc' }, { id: 'asc' }],
    select: { id: true, sujet: true, etat: true, remisAuServeurLe: true, acteur: true, creeLe: true, envoyeLe: true, partirLe: true }, // prettier-ignore
  },
  preProjet: { select: FICHE },
  autres: { select: { preProjet: { select: FICHE } } },
  dossier: { select: { numero: true } },
  reponseA: { select: { id: true, sujet: true } },
  pieces: { orderBy: { rang: 'asc' }, select: { id: true, nom: true, taille: true, typeMime: true, analyse: true } },
} as const satisfies Prisma.CourrielRecuSelect

/** One received mail, what it is and where it went: `fiches` are those it carries or is about, the first one first. Throws NotFound. */
export async function pageCourrielRecu(db: Db, id: string) {
  const [courriel, misEnForme] = await Promise.all([
    db.courrielRecu.findUnique({ where: { id }, select: RECU }),
    db.courrielRecu.count({ where: { id, html: { not: '' } } }),
  ])
  if (!courriel) throw new NotFound('courriel-recu', id)
  const { preProjet, autres, ...reste } = courriel
  return {
    ...reste,
    fiches: [...(preProjet ? [preProjet] : []), ...autres.map((autre) => autre.preProjet)],
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
