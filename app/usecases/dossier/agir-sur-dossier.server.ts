import { type Agent, type Droit, requireDroit } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import {
  claimVersion,
  type DossierCharge,
  expectVersion,
  loadDossier,
  loadVersion,
} from '#infra/stores/dossier/dossier'
import type { Prisma } from '#prisma'

/** Which dossier, and the version of it the officer's page was made from. */
export type Vise = { dossierId: string; version: number }

export type Fait<T> = { tx: Tx; dossier: DossierCharge; value: T; le: Date }

type Acte<T, R extends string> = Vise & {
  droit: Droit
  /** Rows to lock before anything is read, where the rule looks beyond the dossier. */
  verrouiller?: (tx: Tx) => Promise<unknown>
  decider: (lu: { tx: Tx; dossier: DossierCharge; le: Date }) => Result<T, R> | Promise<Result<T, R>>
  /** What the dossier's own row becomes. */
  change?: (value: T) => Prisma.DossierUncheckedUpdateManyInput
  /** The rest of the fact, its trace and its promised work. */
  ecrire: (fait: Fait<T>) => Promise<void>
}

/**
 * One act on one dossier: right, load, the version the officer saw, the rule, then claim, fact, journal and courriel in one
 * commit. A refusal writes nothing; of two agents at once the second gets Conflict, even where what the rule looked at was already
 * changed by the first: a refusal stands only while the dossier is still at the version the officer saw.
 */
export async function agirSurDossier<T, R extends string>(
  { db, now }: DepsActe,
  agent: Agent,
  { droit, dossierId, version, verrouiller, decider, change, ecrire }: Acte<T, R>,
): Promise<Result<T, R>> {
  requireDroit(agent, droit)

  return db.$transaction(async (tx) => {
    await verrouiller?.(tx)
    const dossier = await loadDossier(tx, dossierId)
    expectVersion('dossier', dossier, version)
    const le = now()
    const answer = await decider({ tx, dossier, le })
    if (!answer.ok) {
      expectVersion('dossier', await loadVersion(tx, dossierId), version)
      return answer
    }

    await claimVersion(tx, dossier, change?.(answer.value))
    await ecrire({ tx, dossier, value: answer.value, le })
    return answer
  })
}
