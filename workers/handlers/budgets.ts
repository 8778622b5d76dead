import { lectureDeBudget, relectureDesBudgets } from '#jobs/catalogue'
import { lireBudget, relireBudgets } from '#usecases/budget/lire-budget'
import { defineHandler } from '../define-handler'

/** A budget whose reading died shows as unread, and `relireBudgetsHandler` promises it anew. */
export const lireBudgetHandler = defineHandler(lectureDeBudget, {
  run: ({ versionId }, deps) => lireBudget(deps, versionId),
})

export const relireBudgetsHandler = defineHandler(relectureDesBudgets, {
  async run(_, { log, ...deps }) {
    const promis = await relireBudgets(deps)
    if (promis > 0) log.info({ promis }, 'budgets waited for a reading, promised')
  },
})
