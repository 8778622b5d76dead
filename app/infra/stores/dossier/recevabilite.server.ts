import { lireReglages } from '#domain/campagne/reglages'
import { EN_COURS } from '#domain/dossier/etat'
import { type EtatRecevabilite } from '#domain/dossier/etat-recevabilite'
import { etatRecevabilite, type Recevabilite } from '#domain/dossier/examen-recevabilite'
import { signaler, type Voisin } from '#domain/dossier/recevabilite'
import { agesDuFormulaire } from '#domain/portail/faits-formulaire'
import { lireGenre } from '#domain/structure/genre'
import { fromDate, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import type { Db, Tx } from '#infra/db'
import { Prisma } from '#prisma'

const LU = {
  id: true,
  numero: true,
  etat: true,
  recevabilite: true,
  structureId: true,
  campagneId: true,
  objet: true,
  villePartenaire: true,
  pays: true,
  projetDebut: true,
  projetFin: true,
  nbParticipants: true,
  montantDemandeCents: true,
  coutTotalCents: true,
  deposeLe: true,
  donnees: true,
  structure: { select: { genre: true, siret: true, commune: true, codePostal: true } },
  campagne: {
    select: { id: true, annee: true, dispositif: true, reglages: true, echeanceDepot: true, enveloppeCents: true },
  },
  examensRecevabilite: { where: { retireLe: null }, take: 1 },
} as const satisfies Prisma.DossierSelect

type Lu = Prisma.DossierGetPayload<{ select: typeof LU }>

/** What no longer stands beside another demande: given up, closed, or never recevable. */
const SANS_EFFET = [
  'BROUILLON',
  'SANS_SUITE',
  'RETIRE',
  'HORS_DELAI',
  'INELIGIBLE',
  'REFUSE',
  'REJET_IMPLICITE',
] as const

const jourDe = (date: Date | null): Jour | null => date && fromDate(date)

const projetDe = (lu: Pick<Lu, 'objet' | 'villePartenaire' | 'projetDebut' | 'projetFin'>) => ({
  titrePlie: plier(lu.objet),
  villePliee: plier(lu.villePartenaire),
  dateDebut: jourDe(lu.projetDebut),
  dateFin: jourDe(lu.projetFin),
})

const cleDe = (lu: { structureId: string; campagneId: string }) => `${lu.structureId} ${lu.campagneId}`

/** `id` is null for what is no dossier yet. */
type SousUneStructure = { id: string | null; structureId: string; campagneId: string }

/** The demandes of the same structures in the same campagnes, by both. */
async function voisinsDe(tx: Tx | Db, dossiers: readonly SousUneStructure[]) {
  const voisins = await tx.dossier.findMany({
    where: {
      structureId: { in: [...new Set(dossiers.map(({ structureId }) => structureId))] },
      campagneId: { in: [...new Set(dossiers.map(({ campagneId }) => campagneId))] },
      etat: { notIn: [...SANS_EFFET] },
    },
    orderBy: { numero: 'asc' },
    select: { id: true, numero: true, structureId: true, campagneId: true, objet: true, villePartenaire: true, projetDebut: true, projetFin: true }, // prettier-ignore
  })
  const parCle = new Map<string, typeof voisins>()
  for (const voisin of voisins) parCle.set(cleDe(voisin), [...(parCle.get(cleDe(voisin)) ?? []), voisin])
  return (lu: SousUneStructure): Voisin[] =>
    (parCle.get(cleDe(lu)) ?? [])
      .filter(({ id }) => id !== lu.id)
      .map((voisin) => ({ numero: voisin.numero ?? '', ...projetDe(voisin) }))
}

/** The demandes of a structure in a campagne, beside one that is being filled in; `id` is null before its deposit. */
export const voisinsAuDepot = async (tx: Tx | Db, une: SousUneStructure): Promise<Voisin[]> =>
  (await voisinsDe(tx, [une]))(une)

type SousUneCampagne = { campagneId: string; campagne: { id: string; enveloppeCents: bigint } }

/** What each campagne may still engage by the kept counts, in cents; null where it sets no enveloppe. */
export async function restesDesEnveloppes(tx: Tx | Db, dossiers: readonly SousUneCampagne[]) {
  const campagnes = new Map(dossiers.map(({ campagne }) => [campagne.id, campagne.enveloppeCents]))
  const avec = [...campagnes].filter(([, enveloppe]) => enveloppe > 0n).map(([id]) => id)
  const engages =
    avec.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; engage: bigint }[]>`
          SELECT valeur AS id, coalesce(sum(accorde_cents), 0)::bigint AS engage FROM dossier_compte
          WHERE axe = 'campagne' AND valeur IN (${Prisma.join(avec)}) GROUP BY valeur`
  const engage = new Map(engages.map((un) => [un.id, un.engage]))
  return (lu: SousUneCampagne) =>
    lu.campagne.enveloppeCents === 0n ? null : lu.campagne.enveloppeCents - (engage.get(lu.campagneId) ?? 0n)
}

/** The SIRET that the budget deposited last writes, where a worker read one. */
async function siretsDesBudgets(tx: Tx | Db, ids: readonly string[]): Promise<Map<string, string>> {
  const lus = await tx.$queryRaw<{ id: string; siret: string }[]>`
    SELECT DISTINCT ON (p.dossier_id) p.dossier_id AS id, v.budget #>> '{budget,identification,siret}' AS siret
    FROM piece p JOIN piece_version v ON v.piece_id = p.id
    WHERE p.dossier_id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) AND p.code = 'BUDGET_PROJET'
    ORDER BY p.dossier_id, v.recue_le DESC, v.numero DESC`
  return new Map(lus.filter(({ siret }) => siret).map(({ id, siret }) => [id, siret]))
}

const texteDe = (donnees: unknown, champ: string): string | null => {
  const valeur = typeof donnees === 'object' && donnees !== null ? (donnees as Record<string, unknown>)[champ] : null
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur : null
}

/**
 * What the règlement of its campagne says now of each of these dossiers, and the examen that was given, in a fixed number of readings. A
 * draft is no demande yet: nothing is said of it.
 */
export async function recevabilitesDe(
  tx: Tx | Db,
  ids: readonly string[],
): Promise<Map<string, Recevabilite & { connu: EtatRecevabilite }>> {
  return recevabilitesDesLus(tx, await lireDossiers(tx, ids))
}

const lireDossiers = async (tx: Tx | Db, ids: readonly string[]): Promise<Lu[]> =>
  ids.length === 0 ? [] : tx.dossier.findMany({ where: { id: { in: [...ids] } }, select: LU })

async function recevabilitesDesLus(tx: Tx | Db, dossiers: readonly Lu[]) {
  if (dossiers.length === 0) return new Map<string, Recevabilite & { connu: EtatRecevabilite }>()
  const voisins = await voisinsDe(tx, dossiers)
  const reste = await restesDesEnveloppes(tx, dossiers)
  const budgets = await siretsDesBudgets(
    tx,
    dossiers.map(({ id }) => id),
  )
  return new Map(
    dossiers.map((lu) => {
      const { structure, campagne, deposeLe } = lu
      const examen = lu.examensRecevabilite[0] ?? null
      const signalements =
        lu.etat === 'BROUILLON' || !deposeLe
          ? []
          : signaler({
              deposeLe: fromDate(deposeLe),
              genre: lireGenre(structure.genre),
              siret: structure.siret,
              commune: structure.commune,
              codePostal: structure.codePostal,
              pays: lu.pays,
              participants: lu.nbParticipants,
              ages: agesDuFormulaire(lu.donnees),
              montantDemandeCents: lu.montantDemandeCents,
              coutTotalCents: lu.coutTotalCents,
              projet: projetDe(lu),
              sirets: { formulaire: texteDe(lu.donnees, 'siret'), budget: budgets.get(lu.id) ?? null },
              voisins: voisins(lu),
              campagne: {
                annee: campagne.annee,
                echeanceDepot: fromDate(campagne.echeanceDepot),
                resteEnveloppeCents: reste(lu),
              },
              reglages: lireReglages(campagne.reglages, campagne.dispositif),
            })
      return [lu.id, { signalements, examen, connu: lu.recevabilite }] as const
    }),
  )
}

/** The same for one dossier. */
export const recevabiliteDe = async (tx: Tx | Db, dossierId: string): Promise<Recevabilite> =>
  (await recevabilitesDe(tx, [dossierId])).get(dossierId) ?? { signalements: [], examen: null }

/** Rewrites what the bannette counts and lists where it has changed; gives how many did. The version is not raised: nothing was done. */
export const rafraichirRecevabilites = async (tx: Tx | Db, ids: readonly string[]): Promise<number> =>
  ecrireRecevabilites(tx, await lireDossiers(tx, ids))

async function ecrireRecevabilites(tx: Tx | Db, dossiers: readonly Lu[]): Promise<number> {
  const changes = [...(await recevabilitesDesLus(tx, dossiers))]
    .map(([id, lue]) => ({ id, connu: lue.connu, etat: etatRecevabilite(lue) }))
    .filter(({ connu, etat }) => connu !== etat)
  for (const etat of new Set(changes.map((change) => change.etat)))
    await tx.dossier.updateMany({
      where: { id: { in: changes.filter((change) => change.etat === etat).map(({ id }) => id) } },
      data: { recevabilite: etat },
    })
  return changes.length
}

/**
 * The same for a dossier whose form or campagne has changed, and for the other demandes of its structure: each counts among the others', in
 * the campagne it came from as in the one it is in.
 */
export async function rafraichirRecevabilite(tx: Tx, dossierId: string): Promise<void> {
  const { structureId } = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { structureId: true },
  })
  await rafraichirRecevabilites(tx, [dossierId, ...(await autresEnCours(tx, { id: dossierId, structureId }))])
}

/** The same for one that was just made: what is known of it is not read again, and nobody has examined it. */
export async function poserRecevabilite(tx: Tx, dossier: Omit<Lu, 'examensRecevabilite'>): Promise<void> {
  const autres = await lireDossiers(tx, await autresEnCours(tx, dossier))
  await ecrireRecevabilites(tx, [{ ...dossier, examensRecevabilite: [] }, ...autres])
}

async function autresEnCours(tx: Tx, { id, structureId }: { id: string; structureId: string }): Promise<string[]> {
  const autres = await tx.dossier.findMany({
    where: { structureId, etat: { in: [...EN_COURS] }, id: { not: id } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return autres.map((autre) => autre.id)
}
