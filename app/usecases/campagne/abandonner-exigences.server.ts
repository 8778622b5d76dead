import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { brouillonAFinir, campagneARegler } from '#infra/stores/campagne/version-exigences'

/** Lets go of what was being prepared: what is published goes on. */
export async function abandonnerExigences(
  { db, now }: Deps,
  agent: Agent,
  { campagne: code, version }: { campagne: string; version: number },
): Promise<Result<undefined, 'RIEN_A_PUBLIER' | 'CAMPAGNE_ARCHIVEE'>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const brouillon = await brouillonAFinir(tx, campagne.id, version)
    if (!brouillon) return no('RIEN_A_PUBLIER')
    await tx.versionExigences.delete({ where: { id: brouillon.id } })
    await writeJournal(tx, agent, {
      acte: 'abandonnerExigences',
      objet: 'campagne',
      objetId: campagne.id,
      detail: { version: brouillon.numero },
      le: now(),
    })
    return ok()
  })
}
