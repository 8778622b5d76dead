import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { type RefusRetrait, retirerMembre as retirer } from '#domain/ouverture-de-compte/membre'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { type MembreVise, tenirMembre } from '#usecases/demandeur/tenir-membre'

/**
 * A représentant légal takes a member out of their structure: that person reads and asks nothing there any more, and keeps their account, their sessions and
 * their other structures. Of two who take each other out, one stays. Throws NotFound for a structure they may not sign for and for who is no member
 * of it, Conflict.
 */
export async function retirerMembre(
  { db, now }: Deps,
  demandeur: Demandeur,
  vise: MembreVise,
): Promise<Result<undefined, RefusRetrait>> {
  return db.$transaction(async (tx) => {
    const { structureId, membreId, version } = vise
    const { membre, cle } = await tenirMembre(tx, demandeur, vise)
    const autresRepresentants = await tx.membreDeStructure.count({
      where: { structureId, role: 'REPRESENTANT_LEGAL', demandeurId: { not: membreId }, demandeur: { actif: true } },
    })
    const answer = retirer(membre, { autresRepresentants })
    if (!answer.ok) return answer
    const { count } = await tx.membreDeStructure.deleteMany({ where: { ...cle, version } })
    if (count === 0) throw new Conflict('membre', membreId)
    const { courriel } = membre.demandeur
    const detail = {
      ...{ courriel, qui: nomDActeur(demandeurDe(membre.demandeur)), role: membre.role },
      structure: membre.structure.nom,
    }
    await writeJournal(tx, demandeur, {
      ...{ acte: 'retirerMembre', objet: 'demandeur', objetId: membreId, detail, le: now() },
    })
    return ok()
  })
}
