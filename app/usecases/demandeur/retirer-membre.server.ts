import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { peutGererMembres, type RefusRetrait, retirerMembre as retirer } from '#domain/ouverture-de-compte/membre'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { demandeurDe, roleDans, tenirMembres } from '#infra/stores/demandeur/demandeur'

/** Which member of which structure, and the version of it that was on the screen. */
type MembreVise = { structureId: string; membreId: string; version: number }

/**
 * A représentant légal takes a member out of their structure: that person reads and asks nothing there any more, and keeps their account, their sessions and
 * their other structures. Of two who take each other out, one stays. Throws NotFound for a structure they may not sign for and for who is no member
 * of it, Conflict.
 */
export async function retirerMembre(
  { db, now }: Deps,
  demandeur: Demandeur,
  { structureId, membreId, version }: MembreVise,
): Promise<Result<undefined, RefusRetrait>> {
  return db.$transaction(async (tx) => {
    await tenirMembres(tx, structureId)
    if (!peutGererMembres(await roleDans(tx, demandeur.id, structureId))) throw new NotFound('structure', structureId)
    const cle = { demandeurId: membreId, structureId }
    const membre = await tx.membreDeStructure.findUnique({
      where: { demandeurId_structureId: cle },
      include: { demandeur: true, structure: { select: { nom: true } } },
    })
    if (!membre) throw new NotFound('membre', membreId)
    if (membre.version !== version) throw new Conflict('membre', membreId)
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
