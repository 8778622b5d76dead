import { estArrete } from '#domain/dossier/etat'
import type { Deps } from '#infra/deps'
import { NotFound } from '#infra/errors'
import type { Agent } from '#domain/acces/droits'
import { recommencer } from '#infra/recommencer'
import { agentDe } from '#infra/stores/acces/agent'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { lockDossier } from '#infra/stores/piece/piece'
import { aReappliquer, changementsDemandes } from '#infra/stores/campagne/reapplication'
import { ecrireReapplication } from '#usecases/campagne/reappliquer-exigences'

/** Dossiers looked for at once; each is its own commit. */
const PAQUET = 100

/**
 * Applies the version of a run to every dossier that still waits under another, one commit each. Begun again it finds only what is left; a
 * dossier decided meanwhile is left alone. Throws NotFound.
 */
export async function traiterReapplication({ db, now }: Deps, reapplicationId: string): Promise<void> {
  const run = await db.reapplication.findUnique({ where: { id: reapplicationId }, include: { demandeePar: true } })
  if (!run) throw new NotFound('reapplication', reapplicationId)
  if (run.etat === 'TERMINE') return
  const { campagneId, exigencesId, demandeePar, total } = run
  const reste = { where: aReappliquer(campagneId, exigencesId) }
  let changes = run.changes
  await db.reapplication.update({ where: { id: run.id }, data: { etat: 'EN_COURS', erreur: null } })
  for (let apres = ''; ;) {
    const paquet = await db.dossier.findMany({
      where: { AND: [reste.where, ...(apres ? [{ id: { gt: apres } }] : [])] },
      orderBy: { id: 'asc' },
      take: PAQUET,
      select: { id: true },
    })
    for (const { id } of paquet) {
      const change = await recommencer(() =>
        reappliquer({ db, now }, { dossierId: id, exigencesId, par: agentDe(demandeePar) }),
      )
      if (change) changes += 1
    }
    apres = paquet.at(-1)?.id ?? ''
    const progression = Math.max(0, total - (await db.dossier.count(reste)))
    await db.reapplication.update({ where: { id: run.id }, data: { progression, changes } })
    if (paquet.length < PAQUET) break
  }
  await db.reapplication.update({
    where: { id: run.id },
    data: { etat: 'TERMINE', progression: total, changes, termineLe: now() },
  })
}

type Un = { dossierId: string; exigencesId: string; par: Agent }

/** True when something else is asked of this dossier since. */
const reappliquer = ({ db, now }: Deps, { dossierId, exigencesId, par }: Un): Promise<boolean> =>
  db.$transaction(async (tx) => {
    await lockDossier(tx, dossierId)
    const dossier = await tx.dossier.findUniqueOrThrow({
      where: { id: dossierId },
      select: { id: true, version: true, etat: true, exigencesId: true, structure: { select: { genre: true } } },
    })
    if (estArrete(dossier.etat) || dossier.exigencesId === exigencesId) return false
    const changements = (await changementsDemandes(tx, [dossier], exigencesId)).get(dossierId) ?? []
    await claimVersion(tx, dossier, { exigencesId })
    await ecrireReapplication(tx, par, { dossierId, avant: dossier.exigencesId, exigencesId, changements, le: now() })
    return changements.length > 0
  })

/** Nobody will try this run again by itself: the row says why, and another can be asked for. */
export async function abandonnerReapplication({ db, now }: Deps, id: string, motif: string): Promise<void> {
  await db.reapplication.updateMany({
    where: { id, etat: { in: ['EN_ATTENTE', 'EN_COURS'] } },
    data: { etat: 'ECHEC', erreur: motif.slice(0, 500), termineLe: now() },
  })
}
