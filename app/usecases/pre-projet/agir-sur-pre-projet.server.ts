import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { claimPreProjet, loadPreProjet } from '#infra/stores/pre-projet/pre-projet'
import type { Prisma } from '#prisma'

/** Which fiche, and the version of it the officer's page was made from. */
export type Vise = { preProjetId: string; version: number }

type PreProjet = Awaited<ReturnType<typeof loadPreProjet>>

type Lu = { tx: Tx; preProjet: PreProjet; le: Date }

type Acte<T, R extends string> = Vise & {
  acte: ActeJournal
  decider: (lu: Lu) => Result<T, R> | Promise<Result<T, R>>
  /** What the row becomes. */
  change: (value: T, lu: Lu) => Prisma.PreProjetUncheckedUpdateManyInput
  /** What the journal keeps of it. */
  detail: (value: T, lu: Lu) => Prisma.InputJsonObject
  /** Work the act promises. */
  ensuite?: (value: T, lu: Lu) => Promise<unknown>
}

/**
 * One act on one fiche: right, load, the version the officer saw, the rule, then claim, promise and journal in one commit. Who
 * acts first on a fiche that nobody follows, follows it. A refusal writes nothing; of two officers at once the second gets Conflict.
 */
export async function agirSurPreProjet<T, R extends string>(
  { db, now }: Deps,
  agent: Agent,
  { preProjetId, version, acte, decider, change, detail, ensuite }: Acte<T, R>,
): Promise<Result<T, R>> {
  requireDroit(agent, 'pre-projet.examiner')

  return db.$transaction(async (tx) => {
    const preProjet = await loadPreProjet(tx, preProjetId)
    expectVersion('pre-projet', preProjet, version)
    const lu = { tx, preProjet, le: now() }
    const answer = await decider(lu)
    if (!answer.ok) return answer

    await claimPreProjet(tx, preProjet, { agentId: preProjet.agentId ?? agent.id, ...change(answer.value, lu) })
    await ensuite?.(answer.value, lu)
    await writeJournal(tx, agent, {
      acte,
      objet: 'pre-projet',
      objetId: preProjetId,
      detail: detail(answer.value, lu),
      le: lu.le,
    })
    return answer
  })
}
