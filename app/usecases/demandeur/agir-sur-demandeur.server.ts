import { type Agent, requireDroit } from '#domain/acces/droits'
import type { CompteDemandeur, RefusCompteDemandeur } from '#domain/demandeur/compte'
import type { ActeJournal } from '#domain/journal/entree'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { aSecondFacteur } from '#infra/stores/demandeur/second-facteur'
import type { Prisma } from '#prisma'

/** Which account of the extranet, and the version of it that was on the screen. */
export type DemandeurVise = { demandeurId: string; version: number }

type Acte = DemandeurVise & {
  acte: ActeJournal
  decider: (compte: CompteDemandeur) => Result<true, RefusCompteDemandeur>
  change: Prisma.DemandeurUpdateManyMutationInput
  ensuite: (tx: Tx, id: string) => Promise<unknown>
}

/** One act of an officer on the account of a demandeur, while nothing else changes it. Throws Forbidden, NotFound, Conflict. */
export async function agirSurDemandeur(
  { db, now }: Deps,
  agent: Agent,
  { demandeurId, version, acte, decider, change, ensuite }: Acte,
): Promise<Result<true, RefusCompteDemandeur>> {
  requireDroit(agent, 'compte.ouvrir')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM demandeur WHERE id = ${demandeurId}::uuid FOR UPDATE`
    const lu = await tx.demandeur.findUnique({ where: { id: demandeurId } })
    if (!lu) throw new NotFound('demandeur', demandeurId)
    if (lu.version !== version) throw new Conflict('demandeur', demandeurId)
    const answer = decider({ actif: lu.actif, secondFacteur: await aSecondFacteur(tx, demandeurId) })
    if (!answer.ok) return answer
    await tx.demandeur.updateMany({
      where: { id: demandeurId, version },
      data: { ...change, version: { increment: 1 } },
    })
    await ensuite(tx, demandeurId)
    const detail = { courriel: lu.courriel }
    await writeJournal(tx, agent, { acte, objet: 'demandeur', objetId: demandeurId, detail, le: now() })
    return answer
  })
}
