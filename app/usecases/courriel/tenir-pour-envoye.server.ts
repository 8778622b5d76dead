import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import type { Vise } from '#usecases/courriel/agir-sur-courriel'
import { PARTI } from '#usecases/courriel/declarer-courriel-envoye'

/** An officer knows that a courriel whose end nobody knew has arrived: it counts as sent when it was on its way. Throws NotFound, Conflict. */
export async function tenirPourEnvoye(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version }: Vise,
): Promise<Result<undefined, 'ISSUE_CONNUE'>> {
  requireDroit(agent, 'courriel.relancer')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    if (courriel.etat !== 'ECHEC' || courriel.cause !== 'ISSUE_INCONNUE') return no('ISSUE_CONNUE')
    const le = now()
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version, etat: 'ECHEC' },
      data: { etat: 'ENVOYE', envoyeLe: courriel.transmisLe ?? le, ...PARTI, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await writeJournal(tx, agent, { acte: 'tenirPourEnvoye', ...(await sujetDuCourriel(tx, courrielId)), le })
    return ok()
  })
}
