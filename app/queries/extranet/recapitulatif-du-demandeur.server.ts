import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { dossierDuMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { dessinerRecapitulatif, lireRecapitulatif, nomDuRecapitulatif } from '#queries/dossier/recapitulatif-de-depot'

/** What was deposited, for a member of the structure that did. Throws NotFound for any other dossier, and where nothing was kept of the deposit. */
export async function recapitulatifDuDemandeur(deps: { db: Db }, demandeur: Demandeur, dossierId: string) {
  const { numero } = await dossierDuMembre(deps.db, demandeur.id, dossierId)
  return { nom: nomDuRecapitulatif(numero), recapitulatif: await dessinerRecapitulatif(deps, dossierId) }
}

/** The same as words, for a page. Throws NotFound where it is. */
export async function depotDuDemandeur(db: Db, demandeur: Demandeur, dossierId: string) {
  return lireDepot(db, await dossierDuMembre(db, demandeur.id, dossierId))
}

/** The same, asked by who may see the dossier. */
export async function lireDepot(db: Db, { id, numero }: { id: string; numero: string | null }) {
  const { parties } = await lireRecapitulatif(db, id)
  return { id, numero, parties }
}
