import type { Demandeur } from '#domain/acces/acteur'
import { estOuvrable } from '#domain/piece/antivirus'
import { reservesSur } from '#domain/piece/deja-detenue'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { ouvertureActuelle } from '#infra/fichier-recu'
import {
  type DemandeChargee,
  demandeDuMembre,
  fichiersDeModification,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { idDuFichier } from '#infra/stores/deverrouillage/modification'
import { piecesDetenues } from '#infra/stores/piece/piece-detenue'
import { budgetDeDemande } from '#queries/extranet/budget-de-demande'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'
import { televersementsVus } from '#queries/extranet/televersements'

/** The step of the pièces, with what was read in the budget. Null once the demande is deposited. Throws NotFound for one that is not theirs. */
export async function piecesDeDemande(db: Db, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const enCours = await demandeEnCours(db, demandeur, vue)
  if (!enCours) return null
  const lue = await demandeDuMembre(db, demandeur.id, vue.id)
  const detenues = await detenuesPour(db, lue, vue.now)
  return {
    ...enCours,
    pieces: enCours.pieces.map((piece) => ({
      ...piece,
      detenue: detenues.find(({ code }) => code === piece.code) ?? null,
    })),
    budget: await budgetDeDemande(db, lue),
    enVol: await televersementsVus(db, demandeur, { pour: { demandeEnLigneId: vue.id }, now: vue.now }),
  }
}

/** What earlier dossiers of the structure hold that may be given again (CRPA L114-8), and whether it is to be looked at first. */
async function detenuesPour(db: Db, lue: DemandeChargee, now: Date) {
  const { structureId, dossierId, structure } = lue
  const apres = { nom: structure.nom, siret: structure.siret ?? '' }
  const detenues = await piecesDetenues(db, { id: dossierId, structureId, deposeLe: null })
  return detenues
    .filter(({ fichier }) => estOuvrable(ouvertureActuelle(fichier.analyse)))
    .map((une) => ({
      ...{ code: une.code, versionId: une.versionId, nomFichier: une.nomFichier, numero: une.numero, le: une.le },
      aVerifier: reservesSur(une, apres, jourDeParis(now)).length > 0,
    }))
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
