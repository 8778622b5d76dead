/** Where an error came out: drawn in place of a page, thrown while something happened, left in a promise, or mended while the page woke up. */
export type ErrorKind = 'PAGE' | 'EVENT' | 'PROMISE' | 'HYDRATION'

/** What the server puts in place of its own error, which it has written already. */
const SAID_BY_THE_SERVER = 'Unexpected Server Error'

/** How many a page tells: one that fails in a loop says the same thing. */
const TOLD_MAX = 5

/** Longest trace that is sent, in characters. */
const TRACE_MAX = 4_000

const told = new Set<string>()

/** Tells the server of an error of this browser, once, and only five in all; the address of the page is left out, for it may hold a secret. */
export function tellBrowserError(kind: ErrorKind, error: unknown) {
  if (!(error instanceof Error) || error.message === SAID_BY_THE_SERVER) return
  const report = JSON.stringify({
    kind,
    route: window.__remixRouter.state.matches.at(-1)?.route.id ?? 'root',
    message: `${error.name}: ${error.message}`.slice(0, 1_000),
    trace: (error.stack ?? '').slice(0, TRACE_MAX),
  })
  if (told.size >= TOLD_MAX || told.has(report)) return
  told.add(report)
  navigator.sendBeacon('/erreurs-de-page', report)
}
