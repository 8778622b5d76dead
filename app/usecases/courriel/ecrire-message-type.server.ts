import type { Agent } from '#domain/acces/droits'
import { MINUTES_ANNULATION } from '#domain/complement/demande-complement'
import type { RefusDepart } from '#domain/courriel/depart'
import type { RefusMessage } from '#domain/courriel/message'
import { remplirMessage } from '#domain/lot-actes/message-type'
import type { Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsActe } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { ecrireDansLeFil } from '#usecases/courriel/ecrire-message'

type Vise = { lotId: string; dossierId: string; filVu: string }

/** What the words of a message name of a dossier. Throws NotFound. */
async function lireDossier(tx: Tx, id: string) {
  const dossier = await tx.dossier.findUnique({
    where: { id },
    select: { numero: true, objet: true, structure: { select: { nom: true } } },
  })
  if (!dossier) throw new NotFound('dossier', id)
  return dossier
}

/**
 * Writes to the demandeur of one dossier of a lot, in its thread, to who wrote there last. It leaves some minutes later, and may be taken back
 * meanwhile in Courriels. Of one lot, a dossier is written to once. Throws Conflict when the thread went on since it was looked at.
 */
export const ecrireMessageType = (
  { db, now }: DepsActe,
  agent: Agent,
  { lotId, dossierId, filVu, corps }: Vise & { corps: string },
): Promise<Result<unknown, Exclude<RefusMessage, 'FIL_CHANGE'> | RefusDepart>> =>
  db.$transaction(async (tx) => {
    const { numero, objet, structure } = await lireDossier(tx, dossierId)
    const le = now()
    const partirLe = new Date(le.getTime() + MINUTES_ANNULATION * 60_000)
    const enveloppe = { sujet: { dossierId }, jeton: `${lotId}/${dossierId}`, filVu, partirLe }
    const answer = await ecrireDansLeFil({ tx, le }, agent, enveloppe, ({ correspondants }) => ({
      destinataire: correspondants[0]?.adresse ?? '',
      corps: remplirMessage(corps, { numero: numero ?? '', objet, structure: structure.nom }),
    }))
    if (answer.ok) return answer
    const { reason, ...reste } = answer
    if (reason === 'FIL_CHANGE') throw new Conflict('dossier', dossierId)
    return { ...reste, reason }
  })
