import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Forbidden, requireDroit, type Agent, type Droit } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { deps } from '#web/deps'
import { refuseOtherOrigin } from '#web/origin'
import { agentOf } from '#web/session'

type WithAgent<Args> = Args & { agent: Agent }

/** Marks what went through this file, so that a test can find a route that did not. */
export const GUARDED = Symbol.for('guarded')

/** A loader for signed-in agents who hold this right. */
export const agentLoader = <T>(droit: Droit, load: (args: WithAgent<LoaderFunctionArgs>) => Promise<T>) =>
  guarded(async (args: LoaderFunctionArgs) => {
    const agent = await agentOf(args.request)
    requireDroit(agent, droit)
    return load({ ...args, agent })
  })

/** An action for signed-in agents, from our own pages only. The right belongs to the act, so the use case checks it. */
export const agentAction = <T>(act: (args: WithAgent<ActionFunctionArgs>) => Promise<T>) =>
  guarded(async (args: ActionFunctionArgs) => {
    refuseOtherOrigin(args.request)
    return act({ ...args, agent: await agentOf(args.request) })
  })

/** Who moved the row, when, and how: what a 409 page says. */
export type Concurrent = { acteur: string; acte: string; le: Date } | null

const lastEntree = async ({ objet, objetId }: Conflict): Promise<Concurrent> =>
  deps.db.entreeJournal.findFirst({
    where: { objet, objetId },
    orderBy: { id: 'desc' },
    select: { acteur: true, acte: true, le: true },
  })

/** Turns what a use case may throw into an answer. The one place that knows both HTTP and our errors. */
function guarded<Args, T>(work: (args: Args) => Promise<T>) {
  const run = async (args: Args): Promise<T> => {
    try {
      return await work(args)
    } catch (error) {
      if (error instanceof Forbidden) throw data(null, { status: 403 })
      if (error instanceof NotFound) throw data(null, { status: 404 })
      if (error instanceof Conflict) throw data(await lastEntree(error), { status: 409 })
      if (!(error instanceof Response) && error instanceof Error) logger.error({ err: error }, 'unexpected')
      throw error
    }
  }
  return Object.assign(run, { [GUARDED]: true as const })
}
