import type { Systeme } from '#domain/acces/acteur'
import { type Compte, type RefusCompte } from '#domain/acces/compte'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { expectVersion } from '#infra/stores/dossier/dossier'
import type { Prisma } from '#prisma'

/** Which account, and the version of it that was on the screen. */
export type CompteVise = { agentId: string; version: number }

type Lu = Compte & { id: string; version: number; courriel: string }

type Acte<T> = CompteVise & {
  acte: ActeJournal
  decider: (compte: Lu, autres: { autresAdmins: number }) => Result<T, RefusCompte>
  change: (value: T, le: Date) => Prisma.AgentUpdateManyMutationInput
  /** What the journal says of it; nobody's password, no link. */
  detail?: (value: T, avant: Lu) => Prisma.InputJsonObject
  ensuite?: (tx: Tx, id: string) => Promise<unknown>
}

/**
 * One act on an account, decided while no other account can change: two administrators who close each other at once leave one. Of the system
 * (the command line, which whoever holds the machine can run) no right is asked. Throws NotFound, Conflict.
 */
export async function agirSurCompte<T>(
  { db, now }: Deps,
  acteur: Agent | Systeme,
  { agentId, version, acte, decider, change, detail, ensuite }: Acte<T>,
): Promise<Result<T, RefusCompte>> {
  if (acteur.type === 'AGENT') requireDroit(acteur, 'agents.gerer')

  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM agent WHERE role = 'ADMIN' OR id = ${agentId}::uuid ORDER BY id FOR UPDATE`
    const lu = await tx.agent.findUnique({ where: { id: agentId } })
    if (!lu) throw new NotFound('compte', agentId)
    expectVersion('compte', lu, version)
    const autresAdmins = await tx.agent.count({
      where: { role: 'ADMIN', actif: true, motDePasse: { not: null }, id: { not: agentId } },
    })
    const { motDePasse, ...reste } = lu
    const compte = { ...reste, active: motDePasse !== null }
    const answer = decider(compte, { autresAdmins })
    if (!answer.ok) return answer

    const le = now()
    const { count } = await tx.agent.updateMany({
      where: { id: agentId, version },
      data: { ...change(answer.value, le), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('compte', agentId)
    await ensuite?.(tx, agentId)
    await writeJournal(tx, acteur, {
      acte,
      objet: 'agent',
      objetId: agentId,
      detail: { courriel: lu.courriel, ...detail?.(answer.value, compte) },
      le,
    })
    return answer
  })
}
