import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { cleDAdresse } from '#infra/stores/courriel/retour'
import type { Vise } from '#usecases/courriel/agir-sur-courriel'

/**
 * An officer dealt with a mail that came back: the address is good again, or the structure was told otherwise. It is no longer to be seen to,
 * and its address may be written to. Throws NotFound, Conflict.
 */
export async function reglerNonRemise(
  { db, now }: Deps,
  agent: Agent,
  { courrielId, version }: Vise,
): Promise<Result<undefined, 'COURRIEL_PAS_NON_REMIS'>> {
  requireDroit(agent, 'courriel.ecrire')

  return db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId } })
    if (!courriel) throw new NotFound('courriel', courrielId)
    if (courriel.etat !== 'NON_REMIS' || courriel.regleLe !== null) return no('COURRIEL_PAS_NON_REMIS')
    const le = now()
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, version, etat: 'NON_REMIS', regleLe: null },
      data: { regleLe: le, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('courriel', courrielId)
    await tx.adresseNonRemise.deleteMany({ where: { adresse: cleDAdresse(courriel.destinataire) } })
    await writeJournal(tx, agent, { acte: 'reglerNonRemise', ...(await sujetDuCourriel(tx, courrielId)), le })
    return ok()
  })
}
