import { suiviDesComplements } from '#jobs/suites'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { defineHandler } from '../define-handler'

/** Says what is past its limit and reminds of what is near it. A run that dies is made up for by the next one. */
export const suivreComplementsHandler = defineHandler(suiviDesComplements, {
  async run(_, { log, ...deps }) {
    log.debug(await suivreComplements(deps), 'compléments followed')
  },
})
