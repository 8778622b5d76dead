import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import type { CampagneAnnoncee } from '#domain/campagne/annonce'
import { lireReponsesEnLigne, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { piecesAbsentes } from '#domain/demande-en-ligne/pieces'
import type { Signalement } from '#domain/piece/depot'
import { lireGenre } from '#domain/structure/genre'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import type { Prisma } from '#prisma'

const TOUT = {
  structure: true,
  campagne: true,
  dossier: { select: { numero: true } },
  reponses: true,
  pieces: { orderBy: [{ code: 'asc' }, { recueLe: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.DemandeEnLigneInclude

/**
 * A demande of a structure of this demandeur, with all that its rules look at, and what they are in that structure. Throws NotFound for one that is
 * not theirs: nothing tells that it is there.
 */
export async function demandeDuMembre(db: Db | Tx, demandeurId: string, id: string) {
  const demandeEnLigne = await db.demandeEnLigne.findUnique({ where: { id }, include: TOUT })
  if (!demandeEnLigne) throw new NotFound('demande-en-ligne', id)
  const role = await roleDans(db, demandeurId, demandeEnLigne.structureId)
  return { ...demandeEnLigne, role }
}

/** Held until the act of the system ends; null for one that is gone. */
export async function demandeATenir(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM demande_en_ligne WHERE id = ${id}::uuid FOR UPDATE`
  return tx.demandeEnLigne.findUnique({ where: { id }, include: TOUT })
}

export type DemandeATenir = NonNullable<Awaited<ReturnType<typeof demandeATenir>>>

export type DemandeChargee = Awaited<ReturnType<typeof demandeDuMembre>>

/** The same, held until the act ends: two acts on one demande follow each other. */
export async function tenirDemande(tx: Tx, demandeurId: string, id: string): Promise<DemandeChargee> {
  await tx.$queryRaw`SELECT id FROM demande_en_ligne WHERE id = ${id}::uuid FOR UPDATE`
  return demandeDuMembre(tx, demandeurId, id)
}

/** What was answered, all steps together. */
export const reponsesDe = ({ reponses }: Pick<DemandeChargee, 'reponses'>): ReponsesEnLigne =>
  Object.assign({}, ...reponses.map((une) => lireReponsesEnLigne(une.reponses))) as ReponsesEnLigne

/** Its campagne, as the rules of its dates look at it. */
export const campagneDe = ({ campagne }: Pick<DemandeChargee, 'campagne'>): CampagneAnnoncee => {
  const { ouverteLe, echeanceFiche, echeanceDepot } = reglementDe(campagne)
  return { etat: campagne.etat, ouverteLe, echeanceFiche, echeanceDepot }
}

/** The pièces asked of it: those of the genre of its structure, by what its campagne asks today. */
export const attenduesDe = (db: Db | Tx, { campagneId, structure }: Pick<DemandeChargee, 'campagneId' | 'structure'>) =>
  attenduesDuDossier(db, {
    id: null,
    exigencesId: null,
    campagneId,
    structure: { genre: lireGenre(structure.genre) },
  })

/** Of those, the ones that must be given and are not. */
export const manquantesDe = async (db: Db | Tx, demandeEnLigne: DemandeATenir): Promise<string[]> =>
  piecesAbsentes(await attenduesDe(db, demandeEnLigne), demandeEnLigne.pieces)

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
