import { traitementDeCourriel } from '#jobs/catalogue'
import { renoncerAuCourriel, traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import { defineHandler } from '../define-handler'

/** Reads one received mail. One that is read is left alone; one that was given up on says why, and stays whole. */
export const traiterCourrielHandler = defineHandler(traitementDeCourriel, {
  run: ({ courrielRecuId }, { db, storage, now, log }) =>
    traiterCourriel(
      { db, storage, now, signaler: (err) => log.error({ err, courrielRecuId }, 'a mail broke its reader') },
      { courrielRecuId },
    ),
  onDead: ({ courrielRecuId }, motif, deps) => renoncerAuCourriel(deps, courrielRecuId, motif),
})
