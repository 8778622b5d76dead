import { reglementDe } from '#infra/stores/campagne/version-exigences'
import type { CampagneAnnoncee } from '#domain/campagne/annonce'
import { lireReponsesEnLigne, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Repondues } from '#domain/demande-en-ligne/reponses'
import { type Analyse, estVerrouille } from '#domain/piece/antivirus'
import type { Signalement } from '#domain/piece/depot'
import { type FichierModifie, lireFichiers } from '#domain/portail/modification'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { questionsDesCampagnes } from '#infra/stores/champ-du-service/questions-de-campagne'
import { EN_ATTENTE } from '#infra/stores/deverrouillage/modification'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import type { Prisma } from '#prisma'

/** The file that a pièce is, now. */
const DERNIERE = { orderBy: { numero: 'desc' }, take: 1, select: { nomFichier: true, recueLe: true } } as const

/** The pièces of a deposited dossier, and the changes that wait beside them. */
const PIECES = {
  modifications: { where: EN_ATTENTE, select: { id: true, fichiers: true } },
  pieces: { select: { code: true, cleDepot: true, versions: DERNIERE }, orderBy: [{ rang: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.DossierSelect

const TOUT = {
  structure: true,
  campagne: true,
  reponses: true,
  pieces: { orderBy: [{ code: 'asc' }, { recueLe: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.DemandeEnLigneInclude

/** What it became once deposited. */
const DEVENUE = {
  ...{ id: true, numero: true, version: true, etat: true, donnees: true, campagneId: true, exigencesId: true },
  deverrouillages: { orderBy: { ouvertLe: 'asc' } },
  ...PIECES,
} as const satisfies Prisma.DossierSelect

/**
 * A demande of a structure of this demandeur, with all that its rules look at, and what they are in that structure. Throws NotFound for one that is
 * not theirs: nothing tells that it is there.
 */
export async function demandeDuMembre(db: Db | Tx, demandeurId: string, id: string) {
  const demandeEnLigne = await lireDemande(db, id)
  const role = await roleDans(db, demandeurId, demandeEnLigne.structureId)
  return { ...demandeEnLigne, role }
}

/** The same, whoever it is of: asked by who was let see it. Throws NotFound. */
export async function lireDemande(db: Db | Tx, id: string) {
  const demandeEnLigne = await chercherDemande(db, id)
  if (!demandeEnLigne) throw new NotFound('demande-en-ligne', id)
  return demandeEnLigne
}

/** The tables of a deposited dossier are not asked about one that is still being filled in. */
async function chercherDemande(db: Db | Tx, id: string) {
  const lue = await db.demandeEnLigne.findUnique({ where: { id }, include: TOUT })
  if (!lue) return null
  const { dossierId } = lue
  const dossier = dossierId && (await db.dossier.findUnique({ where: { id: dossierId }, select: DEVENUE }))
  const posees = (await questionsDesCampagnes(db, [lue.campagneId])).get(lue.campagneId) ?? []
  return { ...lue, posees, dossier: dossier || null }
}

/**
 * Locked until the act ends, its dossier first where it has become one: an officer who acts on that one is waited for, and waits. Gives the structure it is
 * of, and that dossier; null for one that is gone.
 */
async function verrouiller(tx: Tx, id: string) {
  await tx.$queryRaw`
    SELECT d.id FROM demande_en_ligne e JOIN dossier d ON d.id = e.dossier_id WHERE e.id = ${id}::uuid FOR UPDATE OF d`
  const [tenue] = await tx.$queryRaw<{ structureId: string; dossierId: string | null }[]>`
    SELECT structure_id AS "structureId", dossier_id AS "dossierId" FROM demande_en_ligne WHERE id = ${id}::uuid FOR UPDATE`
  return tenue ?? null
}

/**
 * Held until the act ends: the number of one that is deposited already, which is all that is said to who presses twice; null for one that has none. Throws
 * NotFound for one that is not of a structure of this demandeur.
 */
export async function tenirNumero(tx: Tx, demandeurId: string, id: string): Promise<string | null> {
  const tenue = await verrouiller(tx, id)
  if (!tenue?.dossierId) return null
  await roleDans(tx, demandeurId, tenue.structureId)
  const [depose] = await tx.$queryRaw<{ numero: string | null }[]>`
    SELECT numero FROM dossier WHERE id = ${tenue.dossierId}::uuid`
  return depose?.numero ?? null
}

/** Held until the act of the system ends; null for one that is gone. */
export async function demandeATenir(tx: Tx, id: string) {
  await verrouiller(tx, id)
  return chercherDemande(tx, id)
}

export type DemandeATenir = NonNullable<Awaited<ReturnType<typeof demandeATenir>>>

export type DemandeChargee = Awaited<ReturnType<typeof demandeDuMembre>>

/** The same, held until the act ends: two acts on one demande follow each other. */
export async function tenirDemande(tx: Tx, demandeurId: string, id: string): Promise<DemandeChargee> {
  await verrouiller(tx, id)
  return demandeDuMembre(tx, demandeurId, id)
}

/** The pièces of a deposited dossier, and the changes that wait beside them. */
export const piecesDuDossier = (tx: Tx, dossierId: string) =>
  tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { id: true, ...PIECES } })

/** What was answered, all steps together. */
export const reponsesDe = ({ reponses }: Pick<DemandeChargee, 'reponses'>): ReponsesEnLigne =>
  Object.assign({}, ...reponses.map((une) => lireReponsesEnLigne(une.reponses))) as ReponsesEnLigne

/** What was answered, and what its campagne asks of its own. */
export const reponduesDe = ({ posees, ...lue }: Pick<DemandeChargee, 'reponses' | 'posees'>): Repondues => ({
  reponses: reponsesDe(lue),
  posees,
})

/** Its campagne, as the rules of its dates look at it. */
export const campagneDe = ({ campagne }: Pick<DemandeChargee, 'campagne'>): CampagneAnnoncee => {
  const { ouverteLe, echeanceFiche, echeanceDepot } = reglementDe(campagne)
  return { etat: campagne.etat, ouverteLe, echeanceFiche, echeanceDepot }
}

/** Of these files, those that the antivirus did not find infected: nobody will ever open the others. */
export const sansInfecte = <F extends { analyse?: Analyse }>(fichiers: readonly F[]): F[] =>
  fichiers.filter(({ analyse = 'NON_ANALYSE' }) => !estVerrouille(analyse))

/** What was given of the pièces: before the deposit, with it, and since it was opened again. An infected file is none. */
export const piecesDonnees = ({ pieces, dossier }: Pick<DemandeATenir, 'pieces' | 'dossier'>) => [
  ...sansInfecte(pieces),
  ...(dossier?.pieces ?? []),
  ...sansInfecte(fichiersDeModification(dossier)),
]

/** The name of a file that keeps it from being deposited, found infected; null where there is none. */
export function fichierInfecte({ pieces, dossier }: Pick<DemandeATenir, 'pieces' | 'dossier'>): string | null {
  const recus = [...pieces, ...fichiersDeModification(dossier)]
  return recus.find(({ analyse = 'NON_ANALYSE' }) => estVerrouille(analyse))?.nomFichier ?? null
}

/** The files that wait beside the deposit, once it was opened again. */
export const fichiersDeModification = (
  dossier: { modifications: readonly { fichiers: unknown }[] } | null,
): FichierModifie[] => (dossier?.modifications ?? []).flatMap(({ fichiers }) => lireFichiers(fichiers))

/** What was noticed of a file as it came; written by `lireDepot` (#usecases/piece/lire-depot). */
export const signalementsDe = ({ signalements }: { signalements: unknown }): Signalement[] =>
  signalements as Signalement[]

/** Says that something of it was written at this instant: what was shown before is not what it is now. */
export const marquerChangee = (tx: Tx, id: string, le: Date) =>
  tx.demandeEnLigne.update({
    where: { id },
    data: { changeeLe: le, version: { increment: 1 } },
    select: { version: true },
  })
