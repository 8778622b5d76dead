import type { Agent } from '#domain/acces/droits'
import { MINUTES_ANNULATION } from '#domain/complement/demande-complement'
import type { RefusDepart } from '#domain/courriel/depart'
import type { RefusMessage } from '#domain/courriel/message'
import { remplirMessage } from '#domain/lot-actes/message-type'
import type { Result } from '#domain/result'
import { type DepsActe, enTransaction } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { loadCorrespondance } from '#infra/stores/portail/correspondance'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'

type Vise = { lotId: string; dossierId: string; filVu: string }

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
    const sujet = { dossierId }
    const { numero, objet, structure } = await loadDossier(tx, dossierId)
    const { correspondants } = await loadCorrespondance(tx, sujet)
    const answer = await ecrireMessage({ db: enTransaction(tx), now }, agent, {
      sujet,
      jeton: `${lotId}/${dossierId}`,
      destinataire: correspondants[0]?.adresse ?? '',
      corps: remplirMessage(corps, { numero: numero ?? '', objet, structure: structure.nom }),
      filVu,
      partirLe: new Date(now().getTime() + MINUTES_ANNULATION * 60_000),
    })
    if (answer.ok) return answer
    const { reason, ...reste } = answer
    if (reason === 'FIL_CHANGE') throw new Conflict('dossier', dossierId)
    return { ...reste, reason }
  })
