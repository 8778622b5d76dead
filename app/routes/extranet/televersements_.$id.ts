import { televersement } from '#usecases/demande-en-ligne/televersement'
import { demandeurTeleversement, uuid } from '#web/demandeur-route'

const PARAMS = { id: uuid('televersement') }

/** How much of one file on its way has come (HEAD). */
export const loader = demandeurTeleversement(PARAMS, televersement)

/** The rest of it (PATCH), or nothing more (DELETE). */
export const action = demandeurTeleversement(PARAMS, televersement)
