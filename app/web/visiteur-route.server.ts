import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { baseInjoignable, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { deps, type DepsWeb } from '#web/deps'
import { readForm, type Reponse } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'
import { type Params, type ParamsSpec, readParams, readSearch, type Segments } from '#web/params'
import { BASE_ABSENTE } from '#web/sans-script'

/**
 * Marks what went through this file, so that a test can find a route that did not.
 * @internal
 */
export const PUBLIQUE = Symbol.for('publique')

/** What a page that anybody may ask is made with: nobody is signed in. */
type Contexte<P extends ParamsSpec> = { deps: DepsWeb; now: Date; params: Params<P> }

type LoaderSpec<P extends ParamsSpec, S extends z.ZodType> = {
  params?: P
  /** What follows `?`: a schema whose every value has a default. */
  search?: S
}

type ActionSpec<P extends ParamsSpec, F extends z.ZodType> = { params?: P; form: F }

type Acte<P extends ParamsSpec, F extends z.ZodType> = Contexte<P> & {
  form: z.output<F>
  /** Names the sending, null where the page had no script. */
  cleEnvoi: string | null
  ip: string
  /** Answers a refusal in the shape that forms show: sentences by field, `''` for the whole. */
  refuser: (phrases: Record<string, string[]>) => Reponse
  /** Answers a form that was read and stays on its page, with what is added to it. */
  rester: <T extends object>(ajout: T) => Reponse & T
}

export { code, unDe } from '#web/params'

type Aucun = { readonly [nom: symbol]: never }

/** A loader of the extranet that anybody may ask. */
export const visiteurLoader = <T, P extends ParamsSpec = Aucun, S extends z.ZodType = z.ZodUnknown>(
  spec: LoaderSpec<P, S>,
  load: (contexte: Contexte<P> & { search: z.output<S> }) => T,
) =>
  garder(spec.params, async ({ request, params }: LoaderFunctionArgs): Promise<Awaited<T>> => {
    const search = readSearch<z.ZodType>(spec.search ?? z.unknown(), request) as z.output<S>
    return load({ ...(await contexteDe(spec.params, params)), search }) as Awaited<T>
  })

/** An action of the extranet that anybody may ask, from our own pages only. */
export const visiteurAction = <P extends ParamsSpec = Aucun, F extends z.ZodType = z.ZodType>(
  spec: ActionSpec<P, F>,
  act: (contexte: Acte<P, F>) => Promise<Response | Reponse>,
) =>
  garder(spec.params, async ({ request, params, context }: ActionFunctionArgs): Promise<Response | Reponse> => {
    refuseOtherOrigin(request)
    const contexte = await contexteDe(spec.params, params)
    const lu = await readForm<z.ZodType>(request, spec.form)
    if (!lu.lue) return lu.reponse
    return act({
      ...contexte,
      form: lu.value as z.output<F>,
      cleEnvoi: lu.cleEnvoi,
      ip: typeof context.ip === 'string' ? context.ip : 'inconnue',
      refuser: (error) => ({ soumission: { ...lu.faite(), status: 'error', error } }),
      rester: (ajout) => ({ soumission: lu.faite(), ...ajout }),
    })
  })

async function contexteDe<P extends ParamsSpec>(spec: P | undefined, segments: Segments): Promise<Contexte<P>> {
  const params = (await readParams<ParamsSpec>(spec ?? {}, segments)) as Params<P>
  return { deps, now: deps.now(), params }
}

/** Turns what a query or an act may throw into an answer. */
function garder<Args, T>(params: ParamsSpec = {}, work: (args: Args) => Promise<T>) {
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
  return Object.assign(run, { [PUBLIQUE]: Object.keys(params) })
}
