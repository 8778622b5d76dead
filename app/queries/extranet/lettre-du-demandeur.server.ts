import type { Demandeur } from '#domain/acces/acteur'
import { aUneLettre } from '#domain/dossier/lettre'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import type { Storage } from '#infra/storage'
import { decisionDite, dossierDuMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { donnerLettre } from '#queries/dossier/lettre-dossier'

/** The letter of a decision that its structure was told of, as it was signed where it was. Throws NotFound for any other: nothing tells that it is there. */
export async function lettreDuDemandeur(deps: { db: Db; storage: Storage }, demandeur: Demandeur, dossierId: string) {
  const { numero } = await dossierDuMembre(deps.db, demandeur.id, dossierId)
  const decision = await decisionDite(deps.db, dossierId)
  if (!decision || !aUneLettre(decision.nature)) throw new NotFound('lettre', dossierId)
  return { nom: `lettre-${numero ?? dossierId}.pdf`, lettre: await donnerLettre(deps, dossierId) }
}
