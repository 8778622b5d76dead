import { rappelDesAvis, suiviDesBilans } from '#jobs/suites'
import { rappelerAvisExperts } from '#usecases/avis-expert/rappeler-avis-experts'
import { suivreBilans } from '#usecases/suite-accord/suivre-bilans'
import { defineHandler } from '../define-handler'

/** Asks for the bilans that are due. A run that dies is made up for by the next one. */
export const suivreBilansHandler = defineHandler(suiviDesBilans, {
  async run(_, { log, ...deps }) {
    log.debug(await suivreBilans(deps), 'bilans asked for')
  },
})

/** Asks again for the avis that are near their last day. A run that dies is made up for by the next one. */
export const rappelerAvisHandler = defineHandler(rappelDesAvis, {
  async run(_, { log, ...deps }) {
    log.debug(await rappelerAvisExperts(deps), 'avis asked for again')
  },
})
