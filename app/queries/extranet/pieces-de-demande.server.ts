import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { demandeDuMembre, fichiersDeModification } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { idDuFichier } from '#infra/stores/deverrouillage/modification'
import { budgetDeDemande } from '#queries/extranet/budget-de-demande'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { televersementsVus } from '#queries/extranet/televersements'

/** The step of the pièces, with what was read in the budget. Null once the demande is deposited. Throws NotFound for one that is not theirs. */
export async function piecesDeDemande(db: Db, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const enCours = await demandeEnCours(db, demandeur, vue)
  if (!enCours) return null
  return {
    ...enCours,
    budget: await budgetDeDemande(db, await demandeDuMembre(db, demandeur.id, vue.id)),
    enVol: await televersementsVus(db, demandeur, { pour: { demandeEnLigneId: vue.id }, now: vue.now }),
  }
}

/**
 * One file of what is being filled in: before the deposit, or beside it since it was opened again. Throws NotFound for a demande that is not theirs, and for
 * a file that is not of it.
 */
export async function fichierDeDemande(db: Db, demandeur: Demandeur, { id, pieceId }: { id: string; pieceId: string }) {
  const { pieces, dossier } = await demandeDuMembre(db, demandeur.id, id)
  const piece =
    pieces.find((une) => une.id === pieceId) ??
    fichiersDeModification(dossier).find(({ cle }) => idDuFichier(cle) === pieceId)
  if (!piece) throw new NotFound('piece-en-ligne', pieceId)
  const { nomFichier: nom, typeMime, cle, analyse = 'NON_ANALYSE' } = piece
  return { nom, typeMime, cle, analyse }
}
