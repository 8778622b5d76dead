import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { changerRole, peutGererMembres, type RefusDeRole, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { demandeurDe, roleDans, tenirMembres } from '#infra/stores/demandeur/demandeur'

/** Which member of which structure, the version of it that was on the screen, and what they become. */
type RoleVoulu = { structureId: string; membreId: string; version: number; role: RoleMembre }

/**
 * A représentant légal gives another role to a member of their structure, from that instant on; the role they have already changes nothing. Throws NotFound
 * for a structure they may not sign for and for who is no member of it, Conflict.
 */
export async function changerRoleDeMembre(
  { db, now }: Deps,
  demandeur: Demandeur,
  { structureId, membreId, version, role }: RoleVoulu,
): Promise<Result<undefined, RefusDeRole>> {
  return db.$transaction(async (tx) => {
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
    const answer = changerRole(membre, { nouveau: role, par })
    if (!answer.ok) return answer
    if (membre.role === role) return ok()
    const { count } = await tx.membreDeStructure.updateMany({
      where: { ...cle, version },
      data: { role, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('membre', membreId)
    const detail = {
      ...{ courriel: membre.demandeur.courriel, qui: nomDActeur(demandeurDe(membre.demandeur)) },
      ...{ structure: membre.structure.nom, avant: membre.role, apres: role },
    }
    await writeJournal(tx, demandeur, {
      ...{ acte: 'changerRoleDeMembre', objet: 'demandeur', objetId: membreId, detail, le: now() },
    })
    return ok()
  })
}
