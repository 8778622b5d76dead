import { purgerPerimes, rappelerDeverrouillages, refermerDeverrouillages, reprendreTravaux } from '#jobs/catalogue'
import { purgerPerimes as purger } from '#usecases/entretien/purger-perimes'
import { rappelerDeverrouillages as rappeler } from '#usecases/deverrouillage/rappeler-deverrouillages'
import { refermerDeverrouillages as refermer } from '#usecases/deverrouillage/refermer-deverrouillages'
import { reprendreTravaux as reprendre } from '#usecases/entretien/reprendre-travaux'
import { defineHandler } from '../define-handler'

/** Closes what has passed its échéance. A run that dies is made up for by the next one, here as below. */
export const refermerDeverrouillagesHandler = defineHandler(refermerDeverrouillages, {
  async run(_, { log, ...deps }) {
    log.debug(await refermer(deps), 'déverrouillages closed')
  },
})

export const rappelerDeverrouillagesHandler = defineHandler(rappelerDeverrouillages, {
  async run(_, { log, ...deps }) {
    log.debug(await rappeler(deps), 'déverrouillages reminded')
  },
})

export const reprendreTravauxHandler = defineHandler(reprendreTravaux, {
  async run(_, { log, ...deps }) {
    const repris = await reprendre(deps)
    if (Object.values(repris).some((nombre) => nombre > 0)) log.warn(repris, 'the queue had lost work, promised anew')
  },
})

export const purgerPerimesHandler = defineHandler(purgerPerimes, {
  async run(_, { log, ...deps }) {
    log.debug(await purger(deps), 'purged')
  },
})
