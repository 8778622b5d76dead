import { lectureDeBudget, relectureDesBudgets } from '#jobs/catalogue'
import { lectureDeBudgetEnLigne } from '#jobs/demandeur'
import { lireBudget, relireBudgets } from '#usecases/budget/lire-budget'
import { examinerPieceEnLigne } from '#usecases/demande-en-ligne/lecture/examiner-piece-en-ligne'
import { lireBudgetEnLigne, relireBudgetsEnLigne } from '#usecases/demande-en-ligne/lecture/lire-budget-en-ligne'
import { defineHandler } from '../define-handler'

/** A budget whose reading died shows as unread, and `relireBudgetsHandler` promises it anew. */
export const lireBudgetHandler = defineHandler(lectureDeBudget, {
  run: ({ versionId }, deps) => lireBudget(deps, versionId),
})

export const lireBudgetEnLigneHandler = defineHandler(lectureDeBudgetEnLigne, {
  async run({ pieceId }, deps) {
    await lireBudgetEnLigne(deps, pieceId)
    await examinerPieceEnLigne(deps, pieceId)
  },
})

export const relireBudgetsHandler = defineHandler(relectureDesBudgets, {
  async run(_, { log, ...deps }) {
    const promis = (await relireBudgets(deps)) + (await relireBudgetsEnLigne(deps))
    if (promis > 0) log.info({ promis }, 'budgets waited for a reading, promised')
  },
})
