import { televersement } from '#usecases/demande-en-ligne/televersement'
import { demandeurTeleversement } from '#web/demandeur-route'

/** What the protocol says of itself (tus, OPTIONS). */
export const loader = demandeurTeleversement({}, televersement)

/** Where a file that leaves piece by piece is announced (tus, creation). */
export const action = demandeurTeleversement({}, televersement)
