import { peutGererMembres, rolesOfferts } from '#domain/ouverture-de-compte/membre'
import type { Db } from '#infra/db'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import { adhesionsAttendues } from '#infra/stores/ouverture-de-compte/adhesions'

/**
 * Who is in this structure, for one of its members; and for who may sign for it, who asks to join it and the roles they may be given. Throws NotFound for a
 * structure that is not theirs.
 */
export async function membresDeLaStructure(
  db: Db,
  { demandeurId, structureId }: { demandeurId: string; structureId: string },
) {
  const role = await roleDans(db, demandeurId, structureId)
  const structure = await db.structure.findUniqueOrThrow({
    where: { id: structureId },
    select: { id: true, nom: true, siret: true },
  })
  const gere = peutGererMembres(role)
  const lus = await db.membreDeStructure.findMany({
    where: { structureId },
    select: {
      ...{ role: true, fonction: true, depuisLe: true, version: true },
      demandeur: { select: { id: true, prenom: true, nom: true } },
    },
    orderBy: [{ role: 'asc' }, { demandeur: { nom: 'asc' } }, { demandeurId: 'asc' }],
  })
  return {
    structure: { id: structure.id, nom: structure.nom },
    gere,
    membres: lus.map(({ demandeur, ...membre }) => ({ ...membre, ...demandeur, moi: demandeur.id === demandeurId })),
    demandes: gere ? await adhesionsAttendues(db, structure) : [],
    rolesOfferts: [...rolesOfferts(role)],
  }
}
