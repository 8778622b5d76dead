/** The thing asked for is not there, or not for this agent: nothing tells which. */
export class NotFound extends Error {
  constructor(
    readonly objet: string,
    readonly objetId: string,
  ) {
    super(`not found: ${objet} ${objetId}`)
  }
}

/** The row moved since it was read: the act was decided on something no longer true. */
export class Conflict extends Error {
  constructor(
    readonly objet: string,
    readonly objetId: string,
  ) {
    super(`changed meanwhile: ${objet} ${objetId}`)
  }
}

/** There is no room left to write, but what the database needs to go on. */
export class DisquePlein extends Error {
  constructor() {
    super('no room left where the data is kept')
  }
}

/** Words by which Node, Postgres and Prisma say that the database could not be reached, or that it cut us off. */
const INJOIGNABLE =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1-3]|P1001|P1002|P1017|DatabaseNotReachable|ConnectionClosed)$/
const COUPEE = /^(?:Connection terminated|Client has encountered a connection error|timeout expired)/

/** True of the error of a database that does not answer now: nothing is wrong with what was asked of it. */
export function baseInjoignable(error: unknown, profondeur = 0): boolean {
  if (typeof error !== 'object' || error === null || profondeur > 5) return false
  const { code, kind, message, cause, meta } = error as Record<string, unknown>
  const dit = (mot: unknown) => typeof mot === 'string' && INJOIGNABLE.test(mot)
  if (dit(code) || dit(kind) || (typeof message === 'string' && COUPEE.test(message))) return true
  const autour = meta && typeof meta === 'object' && 'driverAdapterError' in meta ? meta.driverAdapterError : null
  const parmi = error instanceof AggregateError ? (error.errors as unknown[]) : []
  return [cause, autour, ...parmi].some((un) => baseInjoignable(un, profondeur + 1))
}
