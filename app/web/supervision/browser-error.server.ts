import { z } from 'zod'
import { logger } from '#infra/logger'

/** Longest report read, in characters. */
const REPORT_MAX = 8_000

/** Longest sentence kept, in characters. */
const SENTENCE_MAX = 300

/** How many places of a trace are kept, the deepest first. */
const PLACES_MAX = 8

/** Reports written in a minute by one process: a browser that fails in a loop, or somebody who plays, fills no disk. */
const PER_MINUTE = 30

/** What is between quotes may be what somebody wrote. */
const QUOTED = /"[^"]*"|“[^“”]*”|«[^«»]*»|'[^']*'|`[^`]*`/g

/** The sentence of an error without what may be somebody's words, on one line, never longer than 300 characters. */
export const withoutWords = (sentence: string): string =>
  sentence.replaceAll(QUOTED, '…').replaceAll(/\s+/g, ' ').trim().slice(0, SENTENCE_MAX)

/** The places of a trace that are in our own files, as `name.js:line:column`: the rest may hold the address of a page, and an address may be a secret. */
export const placesOf = (trace: string): string[] =>
  [...trace.matchAll(/\/assets\/([\w.$-]+\.js):(\d{1,7}):(\d{1,7})/g)]
    .slice(0, PLACES_MAX)
    .map(([, file, line, column]) => `${file}:${line}:${column}`)

/** What a browser says of an error: where it came out, the route that was shown and never its address, the sentence and the trace. */
const Report = z.object({
  kind: z.enum(['PAGE', 'EVENT', 'PROMISE', 'HYDRATION']),
  route: z.string().regex(/^[\w$./-]{1,120}$/),
  message: z.string().transform(withoutWords),
  trace: z.string().transform(placesOf),
})

type BrowserError = z.output<typeof Report>

/** The report as it may be written to the log; null where it is none of ours. */
export function readReport(text: string): BrowserError | null {
  if (text.length > REPORT_MAX) return null
  try {
    return Report.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Whether one more is written now: thirty a minute at most. */
export function makeQuota(): (now: Date) => boolean {
  let minute = 0
  let written = 0
  return (now) => {
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute) [minute, written] = [current, 0]
    written += 1
    return written <= PER_MINUTE
  }
}

const mayWrite = makeQuota()

/** Writes to the technical log what a page told of an error, where it is a report of ours and the minute has room for it. */
export function writeReport(text: string, now: Date) {
  const report = readReport(text)
  if (report && mayWrite(now)) logger.error(report, 'a page broke in a browser')
}
