import { z } from 'zod'
import { fautesDe } from '#domain/portail/correction'
import { VUES_LOT, type VueLot } from '#domain/portail/lot-vues'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { lireApercu } from '#infra/stores/portail/apercu'
import { lireLigneRejetee } from '#infra/stores/portail/ligne-rejetee'
import type { Prisma } from '#prisma'
import { nomsDe } from '#queries/portail/lots'

export const LotParams = z.object({
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
  vue: z.enum(VUES_LOT).optional().catch(undefined),
})

export const TAILLE_LIGNES = 50

/** A line of the listing has its number; a pièce and a mail have a file name; a dossier gone from the listing has neither. */
const LISTING = { ligne: { not: null } } satisfies Prisma.LotLigneWhereInput

const OU: Record<VueLot, Prisma.LotLigneWhereInput> = {
  'a-revoir': {
    OR: [
      { resultat: { in: ['REJET', 'PIECE_REFUSEE'] } },
      { resultat: { in: ['CREE', 'MIS_A_JOUR'] }, motif: { not: null } },
      { ...LISTING, resultat: 'INCHANGE', colonne: { not: null } },
      { resultat: 'MESSAGE', colonne: 'ILLISIBLE' },
    ],
  },
  crees: { ...LISTING, resultat: 'CREE' },
  'mis-a-jour': { ...LISTING, resultat: 'MIS_A_JOUR' },
  inchanges: { ...LISTING, resultat: 'INCHANGE' },
  brouillons: { ...LISTING, resultat: 'BROUILLON' },
  'hors-perimetre': { ...LISTING, resultat: 'HORS_PERIMETRE' },
  disparus: { ligne: null, fichier: '' },
  pieces: { ligne: null, fichier: { not: '' }, resultat: { not: 'MESSAGE' } },
  messages: { resultat: 'MESSAGE' },
  tout: {},
}

/** One delivery: how far it is, what it gave, and one page of its lines, in their order, under one tab. Throws NotFound. */
export async function pageLot(db: Db, id: string, { page, vue: voulue }: z.infer<typeof LotParams>) {
  const lot = await db.lot.findUnique({
    where: { id },
    select: {
      id: true,
      type: true,
      etat: true,
      fichiers: true,
      creeLe: true,
      termineLe: true,
      progression: true,
      total: true,
      erreur: true,
      bilan: true,
      version: true,
      couverture: true,
      apercu: true,
      apercuRefait: true,
      deposePar: { select: { prenom: true, nom: true } },
    },
  })
  if (!lot) throw new NotFound('lot', id)
  const comptes = await Promise.all(
    VUES_LOT.map(async (vue) => ({ vue, total: await db.lotLigne.count({ where: { lotId: id, ...OU[vue] } }) })),
  )
  const vue = voulue ?? comptes.find(({ total }) => total > 0)?.vue ?? 'tout'
  const lignes = await db.lotLigne.findMany({
    where: { lotId: id, ...OU[vue] },
    orderBy: { rang: 'asc' },
    skip: page * TAILLE_LIGNES,
    take: TAILLE_LIGNES,
    omit: { lotId: true, rang: true },
  })
  const { bilan, fichiers, apercu, ...reste } = lot
  return {
    lot: { ...reste, fichiers: nomsDe(fichiers), ...bilanMontre(bilan) },
    apercu: lot.etat === 'A_CONFIRMER' ? apercuMontre(apercu) : null,
    vue,
    page,
    total: comptes.find((compte) => compte.vue === vue)?.total ?? 0,
    onglets: comptes.filter((compte) => compte.total > 0 || compte.vue === 'a-revoir'),
    aTelecharger: await db.lotLigne.count({ where: { lotId: id, resultat: { in: ['REJET', 'PIECE_REFUSEE'] } } }),
    lignes: (await nommer(db, lignes)).map(avecFautes),
  }
}

/** A rejected line with the cells that an officer may correct; null when it was kept before its cells were. */
function avecFautes<Ligne extends { lue: unknown; resultat: string; motif: string | null }>({ lue, ...ligne }: Ligne) {
  const rejetee = ligne.resultat === 'REJET' ? lireLigneRejetee(lue) : null
  return { ...ligne, fautes: rejetee && fautesDe(rejetee, ligne.motif ?? '') }
}

/** Lines of each list of a preview. */
const MONTRES = 500

/** A preview as its page shows it: the counts, and the first lines of each list. */
function apercuMontre(garde: unknown) {
  const apercu = lireApercu(garde)
  if (!apercu) return null
  const {
    cible: _cible,
    base: _base,
    fichier: _fichier,
    rejets,
    anomalies,
    disparus,
    courriels,
    pieces,
    ...nombres
  } = apercu
  return {
    ...nombres,
    rejets: { total: rejets.length, lignes: rejets.slice(0, MONTRES) },
    anomalies: { total: anomalies.length, lignes: anomalies.slice(0, MONTRES) },
    disparus: { total: disparus.length, lignes: disparus.slice(0, MONTRES) },
    courriels: { total: courriels.length, lignes: courriels.slice(0, MONTRES) },
    pieces: {
      recues: pieces.recues,
      refusees: { total: pieces.refusees.length, lignes: pieces.refusees.slice(0, MONTRES) },
    },
  }
}

/** Each line with the objet of its dossier: a number alone says little. */
async function nommer<Ligne extends { numero: string | null }>(db: Db, lignes: Ligne[]) {
  const numeros = lignes.flatMap(({ numero }) => numero ?? [])
  const dossiers = await db.dossier.findMany({
    where: { numero: { in: numeros } },
    select: { numero: true, objet: true },
  })
  const objets = new Map(dossiers.map(({ numero, objet }) => [numero, objet]))
  return lignes.map((ligne) => ({ ...ligne, objet: objets.get(ligne.numero) ?? null }))
}

const Bilan = z.object({ campagnesOuvertes: z.array(z.string()), courriels: z.number().default(0) })

const bilanMontre = (bilan: unknown) => Bilan.safeParse(bilan).data ?? { campagnesOuvertes: [], courriels: 0 }
