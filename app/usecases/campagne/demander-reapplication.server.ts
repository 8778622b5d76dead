import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { aReappliquer } from '#infra/stores/campagne/reapplication'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
import { reapplicationDesExigences } from '#jobs/catalogue'

export type RefusReapplicationCampagne =
  'CAMPAGNE_ARCHIVEE' | 'RIEN_EN_VIGUEUR' | 'AUCUN_DOSSIER' | 'DEJA_EN_COURS' | 'VERSION_DEPASSEE'

/** `exigencesId` is the version the preview was made with. */
type Input = { campagne: string; exigencesId: string }

/** Asks that every undecided dossier of a campagne be held to what is asked today: the run is seen at once, and done by a worker. */
export async function demanderReapplication(
  { db, now }: Deps,
  agent: Agent,
  { campagne: code, exigencesId }: Input,
): Promise<Result<{ id: string }, RefusReapplicationCampagne>> {
  requireDroit(agent, 'campagne.regler')

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const enVigueur = await exigencesEnVigueur(tx, campagne.id)
    if (!enVigueur) return no('RIEN_EN_VIGUEUR')
    if (enVigueur !== exigencesId) return no('VERSION_DEPASSEE')
    const etat = { in: ['EN_ATTENTE', 'EN_COURS'] } as const
    if (await tx.reapplication.findFirst({ where: { campagneId: campagne.id, etat: { in: [...etat.in] } } }))
      return no('DEJA_EN_COURS')
    const total = await tx.dossier.count({ where: aReappliquer(campagne.id, enVigueur) })
    if (total === 0) return no('AUCUN_DOSSIER')

    const creeLe = now()
    const { id } = await tx.reapplication.create({
      data: { campagneId: campagne.id, exigencesId: enVigueur, total, demandeeParId: agent.id, creeLe },
      select: { id: true },
    })
    await promiseJob(tx, reapplicationDesExigences, { reapplicationId: id })
    await writeJournal(tx, agent, {
      acte: 'demanderReapplication',
      objet: 'campagne',
      objetId: campagne.id,
      detail: { dossiers: total },
      le: creeLe,
    })
    return ok({ id })
  })
}
