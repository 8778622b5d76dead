import type { Lecture } from '#domain/budget/lecture/lecture-gardee'
import type { RefusDOuvrir } from '#domain/piece/antivirus'
import type { Result } from '#domain/result'
import { memoireATerme } from '#infra/memoire-a-terme'

/** The memories of this process whose answers last a while, and what bounds each. Those tied to a revision of the facts: #infra/memoire. */

const MINUTE_MS = 60_000

/**
 * Workbooks that a page read because no worker has, by their sha256 and the sheet chosen in them: the same bytes always say the same. A refusal is not kept, for the
 * antivirus may have spoken since, nor is a workbook that waits for the worker to convert it.
 */
export const memoireDesLectures = memoireATerme<Result<Lecture, RefusDOuvrir | 'A_CONVERTIR'>>({
  entrees: 100,
  dureeMs: 60 * MINUTE_MS,
  garder: ({ ok }) => ok,
})

/** The median cost of each campagne: every budget that is read moves it a little, so ten minutes late is right enough. */
export const memoireDesMedianes = memoireATerme<bigint | null>({ entrees: 100, dureeMs: 10 * MINUTE_MS })

/**
 * Pages as they were drawn, cut where their nonce goes, by the sha256 of all that they were drawn from. A minute, so that a day or an hour
 * proposed in an empty field is of now.
 */
export const memoireDesPages = memoireATerme<readonly Buffer[]>({ entrees: 30, dureeMs: MINUTE_MS })
