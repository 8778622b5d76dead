import type { Demandeur } from '#domain/acces/acteur'
import { peutGererMembres } from '#domain/ouverture-de-compte/membre'
import type { Tx } from '#infra/db'
import { Conflict, NotFound } from '#infra/errors'
import { roleDans, tenirMembres } from '#infra/stores/demandeur/demandeur'

/** Which member of which structure, and the version of it that was on the screen. */
export type MembreVise = { structureId: string; membreId: string; version: number }

/**
 * A member as it was on the screen of who may sign for their structure, whose members are held until the commit, and the role of who asks. Throws NotFound
 * for a structure they may not sign for and for who is no member of it, Conflict.
 */
export async function tenirMembre(tx: Tx, demandeur: Demandeur, { structureId, membreId, version }: MembreVise) {
  await tenirMembres(tx, structureId)
  const par = await roleDans(tx, demandeur.id, structureId)
  if (!peutGererMembres(par)) throw new NotFound('structure', structureId)
  const cle = { demandeurId: membreId, structureId }
  const membre = await tx.membreDeStructure.findUnique({
    where: { demandeurId_structureId: cle },
    include: { demandeur: true, structure: { select: { nom: true } } },
  })
  if (!membre) throw new NotFound('membre', membreId)
  if (membre.version !== version) throw new Conflict('membre', membreId)
  return { membre, par, cle }
}
