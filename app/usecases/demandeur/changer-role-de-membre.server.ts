import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { changerRole, type RefusDeRole, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { type MembreVise, tenirMembre } from '#usecases/demandeur/tenir-membre'

/**
 * A représentant légal gives another role to a member of their structure, from that instant on; the role they have already changes nothing. Throws NotFound
 * for a structure they may not sign for and for who is no member of it, Conflict.
 */
export async function changerRoleDeMembre(
  { db, now }: Deps,
  demandeur: Demandeur,
  { role, ...vise }: MembreVise & { role: RoleMembre },
): Promise<Result<undefined, RefusDeRole>> {
  return db.$transaction(async (tx) => {
    const { membre, par, cle } = await tenirMembre(tx, demandeur, vise)
    const answer = changerRole(membre, { nouveau: role, par })
    if (!answer.ok) return answer
    if (membre.role === role) return ok()
    const { count } = await tx.membreDeStructure.updateMany({
      where: { ...cle, version: vise.version },
      data: { role, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('membre', vise.membreId)
    const detail = {
      ...{ courriel: membre.demandeur.courriel, qui: nomDActeur(demandeurDe(membre.demandeur)) },
      ...{ structure: membre.structure.nom, avant: membre.role, apres: role },
    }
    await writeJournal(tx, demandeur, {
      ...{ acte: 'changerRoleDeMembre', objet: 'demandeur', objetId: vise.membreId, detail, le: now() },
    })
    return ok()
  })
}
