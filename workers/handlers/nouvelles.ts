import { resumeDesNouvelles } from '#jobs/nouvelles'
import { resumerNouvelles } from '#usecases/nouvelle/resumer-nouvelles'
import { defineHandler } from '../define-handler'

/** Writes the mails of the morning. A run that dies is taken up again, and writes to who was not written to. */
export const resumerNouvellesHandler = defineHandler(resumeDesNouvelles, {
  async run(_, { log, ...deps }) {
    log.info(await resumerNouvelles(deps), 'morning mails written')
  },
})
