import { expect, test } from 'vitest'
import { TRAVAUX_REPETES } from '#domain/entretien/travaux'
import { JOBS } from '#jobs/catalogue'
import { REPEATED } from '#jobs/horaires'

/** A job without ids finds its own work: nothing but the clock starts it. */
const cherchent = JOBS.filter(({ payload }) => payload.safeParse({}).success).map(({ name }) => name)

test('a job that finds its own work has its schedule, and only such a job has one', () => {
  expect(REPEATED.map(({ job }) => job.name).sort()).toEqual([...cherchent].sort())
})

test('what the screens name among the repeated jobs is what runs', () => {
  expect(REPEATED.map(({ job }) => job.name).sort()).toEqual([...TRAVAUX_REPETES].sort())
})
