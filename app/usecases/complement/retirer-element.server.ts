import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'

/** No longer keeps this to be asked for; what is not kept stays so. */
export async function retirerElement(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, cle }: { dossierId: string; cle: string },
): Promise<Result<undefined, never>> {
  requireDroit(agent, 'dossier.instruire')

  return db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    await loadDossier(tx, dossierId)
    const known = await tx.elementRetenu.findUnique({ where: { dossierId_cle: { dossierId, cle } } })
    if (!known) return ok()
    await tx.elementRetenu.delete({ where: { id: known.id } })
    const detail = { cle, code: known.code, constat: known.constat }
    await writeJournal(tx, agent, { acte: 'retirerElement', objet: 'dossier', objetId: dossierId, detail, le: now() })
    return ok()
  })
}
