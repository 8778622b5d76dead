import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { demandeDuMembre, signalementsDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { signalementsDeDemande } from '#infra/stores/demande-en-ligne/verification'
import { enMotsDuDemandeur } from '#libelles/demande-en-ligne/verification'
import { A_FAIRE } from '#libelles/piece/signalement'
import { budgetDeDemande } from '#queries/extranet/budget-de-demande'
import { demandeEnCours } from '#queries/extranet/demande-en-ligne'

/**
 * A demande as who instructs it would see it, were it deposited now: what is missing, what the règlement would say, and what its budget shows. Null once
 * it is deposited. Throws NotFound for one that is not theirs.
 */
export async function verificationDeDemande(db: Db, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const enCours = await demandeEnCours(db, demandeur, vue)
  if (!enCours) return null
  const lue = await demandeDuMembre(db, demandeur.id, vue.id)
  const { id, structureId } = lue
  const remedes = new Map(
    lue.pieces.map((une) => [une.id, signalementsDe(une).map(({ probleme }) => A_FAIRE[probleme])]),
  )
  const signalements = await signalementsDeDemande(db, lue, vue.now)
  return {
    entete: enCours.entete,
    ...{ aReprendre: enCours.aReprendre, posees: enCours.posees },
    absentes: enCours.pieces.filter(({ code }) => enCours.manquantes.includes(code)).map(({ code, nom }) => ({ code, nom })), // prettier-ignore
    fichiers: [
      ...enCours.pieces.flatMap(({ nom, fichiers }) => fichiers.map((un) => ({ ...un, nom }))),
      ...enCours.horsDemande,
    ]
      .map(({ id: pieceId, code, nom, nomFichier, etat, remarques }) => ({
        ...{ id: pieceId, code, nom, nomFichier },
        dits: [...(etat ? [etat] : []), ...remarques, ...(remedes.get(pieceId) ?? [])],
      }))
      .filter(({ dits }) => dits.length > 0),
    signalements: signalements.map((un) => enMotsDuDemandeur(un, { id, structureId, code: lue.campagne.code })),
    budget: await budgetDeDemande(db, lue),
  }
}
