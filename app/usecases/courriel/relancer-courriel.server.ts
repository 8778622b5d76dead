import { requireDroit, type Agent } from '#domain/acces/droits'
import { estRelancable, RELANCABLES } from '#domain/courriel/courriel'
import { no, ok, type Result } from '#domain/result'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { envoiDeCourriel } from '#jobs/catalogue'

/** `version` is the one the officer's page was made from. */
export type Input = { courrielId: string; version: number }

/** Asks again for a courriel that failed or came back: it waits for the worker anew, with all its tries. Throws NotFound, Conflict. */
export async function relancerCourriel(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version }: Input,
): Promise<Result<undefined, 'COURRIEL_PAS_EN_ECHEC'>> {
  requireDroit(agent, 'courriel.relancer')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId }, select: { etat: true } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    if (!estRelancable(courriel.etat)) return no('COURRIEL_PAS_EN_ECHEC')

    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version, etat: { in: [...RELANCABLES] } },
      data: { etat: 'A_ENVOYER', erreur: null, envoyeLe: null, regleLe: null, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await promiseJob(tx, envoiDeCourriel, { courrielId })
    await writeJournal(tx, agent, { acte: 'relancerCourriel', ...(await sujetDuCourriel(tx, courrielId)), le: now() })
    return ok()
  })
}
