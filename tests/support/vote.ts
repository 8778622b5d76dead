import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import type { HorsSeance } from '#domain/dossier/vote-de-decision'
import type { Deps } from '#infra/deps'
import { agentDe } from '#infra/stores/acces/agent'
import { libererDecision } from '#usecases/dossier/liberer-decision'

/** A vote held elsewhere, in force before any instant of these tests. */
export const VOTE: HorsSeance = {
  par: 'HORS_SEANCE',
  deliberation: { reference: '2025-104', le: '2025-04-28', executoireLe: '2025-05-05' },
}

/** Somebody else than who took it reads the decision on this dossier and lets it go, at the instant of these deps. Gives who. */
export async function libererParUneAutre(deps: Deps, dossierId: string): Promise<Agent> {
  const { version, decision } = await deps.db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    include: { decision: true },
  })
  const autre = agentDe(
    await deps.db.agent.create({
      data: { prenom: 'Aline', nom: 'Essai', courriel: `${randomUUID()}@exemple.test`, role: 'RESPONSABLE' },
    }),
  )
  expect(decision?.priseParId).not.toBe(autre.id)
  expect(await libererDecision(deps, autre, { dossierId, version })).toMatchObject({ ok: true })
  return autre
}
