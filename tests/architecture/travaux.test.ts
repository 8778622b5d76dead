import { expect, test } from 'vitest'
import { JOBS } from '#jobs/catalogue'
import { REPEATED } from '#workers/schedule'

/** A job without ids finds its own work: nothing but the clock starts it. */
const cherchent = JOBS.filter(({ payload }) => payload.safeParse({}).success).map(({ name }) => name)

test('a job that finds its own work has its schedule, and only such a job has one', () => {
  expect(REPEATED.map(({ job }) => job.name).sort()).toEqual([...cherchent].sort())
})
