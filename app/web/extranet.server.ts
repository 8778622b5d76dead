import { data } from '@remix-run/node'
import { baseInjoignable, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { deps, type DepsWeb } from '#web/deps'
import { type Params, type ParamsSpec, readParams, type Segments } from '#web/params'
import { BASE_ABSENTE } from '#web/sans-script'

/** The page that a demandeur comes back to. */
export const ACCUEIL = '/extranet/accueil'

/** What every route of the extranet is made with. */
export type ContexteExtranet<P extends ParamsSpec> = { deps: DepsWeb; now: Date; params: Params<P> }

export async function contexteDe<P extends ParamsSpec>(
  spec: P | undefined,
  segments: Segments,
): Promise<ContexteExtranet<P>> {
  const params = (await readParams<ParamsSpec>(spec ?? {}, segments)) as Params<P>
  return { deps, now: deps.now(), params }
}

/** Where a request comes from, as the server that carries it says. */
export const ipDe = (context: { ip?: unknown }): string => (typeof context.ip === 'string' ? context.ip : 'inconnue')

/** When a request arrived, as the server that carries it says: what it asks is judged at that instant. Asked first of all, it is now where nobody says. */
export const arriveeDe = (context: { arriveeLe?: unknown }): Date =>
  context.arriveeLe instanceof Date ? context.arriveeLe : deps.now()

/** Turns what a query or an act may throw into an answer, and bears the mark of its wrapper with the values it reads of the address. */
export function garder<Args, T>(
  { marque, params = {} }: { marque: symbol; params: ParamsSpec | undefined },
  work: (args: Args) => Promise<T>,
) {
  const run = async (args: Args): Promise<T> => {
    try {
      return await work(args)
    } catch (error) {
      if (error instanceof NotFound) throw data(null, { status: 404 })
      if (!baseInjoignable(error)) throw error
      logger.error({ err: error }, 'the database does not answer')
      throw data(BASE_ABSENTE, { status: 503 })
    }
  }
  return Object.assign(run, { [marque]: Object.keys(params) })
}
