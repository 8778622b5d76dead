import { parUneAutre, type RefusSecondePersonne } from '#domain/acces/seconde-personne'
import { no, ok, type Result } from '#domain/result'
import { type Avancement, etapeDe } from '#domain/seance/seance'

/** Who read the mails of a séance and puts them forward; null where nobody does. */
export type Preparation = { parId: string } | null

export type RefusPreparation = 'PAS_EXECUTOIRE' | 'DEJA_PREPAREE' | 'RIEN_A_NOTIFIER'

/** Puts the mails of a séance forward, once its délibération is in force, for someone else to let them go. */
export function preparer(
  seance: Avancement & { preparation: Preparation },
  aNotifier: number,
): Result<undefined, RefusPreparation> {
  if (etapeDe(seance) !== 'EXECUTOIRE') return no('PAS_EXECUTOIRE')
  if (seance.preparation) return no('DEJA_PREPAREE')
  return aNotifier === 0 ? no('RIEN_A_NOTIFIER') : ok()
}

/** Takes that back: whoever may prepare may then do it in turn, and what had left has left. */
export const reprendrePreparation = (preparation: Preparation): Result<undefined, 'PAS_PREPAREE'> =>
  preparation ? ok() : no('PAS_PREPAREE')

export type RefusLiberation = 'PAS_PREPAREE' | RefusSecondePersonne

/** Who lets the mails of a séance go is never who prepared them: two people have read what a demandeur is told. */
export function liberer(preparation: Preparation, agentId: string): Result<undefined, RefusLiberation> {
  return preparation ? parUneAutre(preparation.parId, agentId) : no('PAS_PREPAREE')
}
