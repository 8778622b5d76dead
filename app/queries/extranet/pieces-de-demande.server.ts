import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { demandeDuMembre } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { budgetDeDemande } from '#queries/extranet/budget-de-demande'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'

/** The step of the pièces, with what was read in the budget. Null once the demande is deposited. Throws NotFound for one that is not theirs. */
export async function piecesDeDemande(db: Db, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const enCours = await demandeEnCours(db, demandeur, vue)
  return enCours && { ...enCours, budget: await budgetDeDemande(db, await demandeDuMembre(db, demandeur.id, vue.id)) }
}

/** One file of a demande that is not deposited. Throws NotFound for a demande that is not theirs, and for a file that is not of it. */
export async function fichierDeDemande(db: Db, demandeur: Demandeur, { id, pieceId }: { id: string; pieceId: string }) {
  const { pieces } = await demandeDuMembre(db, demandeur.id, id)
  const piece = pieces.find((une) => une.id === pieceId)
  if (!piece) throw new NotFound('piece-en-ligne', pieceId)
  const { nomFichier: nom, typeMime, cle, analyse } = piece
  return { nom, typeMime, cle, analyse }
}
