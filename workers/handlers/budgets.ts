import { lireBudget, relireBudgets } from '#jobs/catalogue'
import { lireBudget as lire, relireBudgets as relire } from '#usecases/budget/lire-budget'
import { defineHandler } from '../define-handler'

/** A budget whose reading died shows as unread, and `relireBudgetsHandler` promises it anew. */
export const lireBudgetHandler = defineHandler(lireBudget, {
  run: ({ versionId }, deps) => lire(deps, versionId),
})

export const relireBudgetsHandler = defineHandler(relireBudgets, {
  async run(_, { log, ...deps }) {
    const promis = await relire(deps)
    if (promis > 0) log.info({ promis }, 'budgets waited for a reading, promised')
  },
})
