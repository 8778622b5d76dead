import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { Forbidden, requireDroit, type Agent, type Droit } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import { dernierActeSur } from '#infra/journal'
import { phraseInterdit } from '#libelles/acces'
import { avecSonNom } from '#libelles/journal/journal'
import { EnvoiDejaFait, estFait, quiRepond } from '#infra/stores/acces/envoi'
import { baseInjoignable, Conflict, NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import { deps, type DepsWeb } from '#web/deps'
import { evenements, type Tuyau } from '#web/direct/tuyau'
import { readForm, refuserTout, type Reponse } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'
import { readParams, readSearch, type Params, type ParamsSpec, type Segments } from '#web/params'
import { attendUnePage, BASE_ABSENTE, phraseDe, phraseDErreur, veutUnePage } from '#web/sans-script'
import { demandeDepuis, pageAuDessus, pageDeLaRequete, pageDeRetour } from '#web/retour'
import { findAgent, findAgentOnce, idDeSession } from '#web/session'
import { redirectWithToast } from '#web/toast'
import { receiveFiles, type Recus, type LimitesEnvoi, type RefusEnvoi } from '#web/upload'
import type { Vue } from '#web/vue'

/**
 * Marks what went through this file, and says what it declared, so that a test can find a route that did not.
 * @internal
 */
export const GUARDED = Symbol.for('guarded')

/**
 * The form that an action reads, so that a test can look at each of its acts.
 * @internal
 */
export const FORMULAIRE = Symbol.for('formulaire')

/** What every handler of an officer's route acts with. There is no request here: what a route reads of it, it declares. `session`
 * is the id of the one that asks, which is shown to nobody. */
type Contexte<P extends ParamsSpec> = { agent: Agent; deps: DepsWeb; now: Date; params: Params<P>; session: string }

type LoaderSpec<P extends ParamsSpec, S extends z.ZodType> = {
  droit: Droit
  /** What the segments of the address are. */
  params?: P
  /** What follows `?`: a schema whose every value has a default. */
  search?: S
}

/** Where a refusal is said: beside the form, or on the page come back to, for an act that leaves nothing typed. */
type Refus = 'formulaire' | 'toast'

type ActionSpec<P extends ParamsSpec, F extends z.ZodType<Vue>, R extends Refus> = {
  params?: P
  /** What it reads: each of its acts posts the version of what was on the screen, or says why there is none (`sansVersion`). */
  form: F
  /** The page to come back to when the act was asked from none that exists; without it, the dashboard. */
  retour?: (params: Params<P>) => string
  refus?: R
}

type Acte<P extends ParamsSpec, F extends z.ZodType<Vue>, R extends Refus> = Contexte<P> & {
  form: z.output<F>
  /** The page it was asked from. */
  retour: string
  /** What the browser sent with its cookies. */
  headers: Headers
  /** Answers a refusal in the one shape that forms show, or by a toast where the route says so. */
  refuser: (phrase: string, champ?: string) => R extends 'toast' ? Promise<Response> : Reponse
}

type EnvoiSpec<P extends ParamsSpec> = {
  /** Asked before a byte is stored. The act asks it again. */
  droit: Droit
  params?: P
  limites: Record<string, LimitesEnvoi>
}

type Envoi<P extends ParamsSpec> = Contexte<P> & {
  recus: Result<Recus, RefusEnvoi>
  refuser: (phrase: string) => Reponse
}

/** What an action answers: the page to go to, a refusal, or what the handler adds to a form that was accepted. */
type Answer<T> = T extends Response | Reponse ? T : T & Reponse

/** A route that declares no value of its address reads none. */
type Aucun = { readonly [nom: symbol]: never }

/** A loader for signed-in agents who hold this right. */
export const agentLoader = <T, P extends ParamsSpec = Aucun, S extends z.ZodType = z.ZodUnknown>(
  spec: LoaderSpec<P, S>,
  load: (contexte: Contexte<P> & { search: z.output<S>; headers: Headers }) => T,
) =>
  guarded(spec.params, async ({ request, params, context }: LoaderFunctionArgs): Promise<Awaited<T>> => {
    const agent = await agentDe(request, await findAgentOnce(request, context))
    requireDroit(agent, spec.droit)
    const contexte = await contexteDe(request, { agent, spec: spec.params, segments: params })
    const search = readSearch<z.ZodType>(spec.search ?? z.unknown(), request) as z.output<S>
    return load({ ...contexte, search, headers: request.headers }) as Awaited<T>
  })

/** What a stream asks of the connection it leaves by (scripts/serve.ts). */
const retardDe = (context: object): (() => number) =>
  'enAttente' in context && typeof context.enAttente === 'function' ? (context.enAttente as () => number) : () => 0

const departDe = (context: object, request: Request): AbortSignal =>
  'partie' in context && typeof context.partie === 'function' ? (context.partie as () => AbortSignal)() : request.signal

/** A loader that goes on telling a page what happens, until the page goes or `open` ends it; who asks for no stream is told nothing (406). */
export const agentFlux = <S extends z.ZodType>(
  spec: LoaderSpec<Aucun, S>,
  open: (contexte: Contexte<Aucun> & { search: z.output<S> }, tuyau: Tuyau) => () => void,
) =>
  guarded({}, async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
    const agent = await agentDe(request)
    requireDroit(agent, spec.droit)
    if (!request.headers.get('Accept')?.includes('text/event-stream')) return new Response(null, { status: 406 })
    const contexte = await contexteDe<Aucun>(request, { agent, spec: undefined, segments: params })
    const search = readSearch<z.ZodType>(spec.search ?? z.unknown(), request) as z.output<S>
    return evenements({ signal: departDe(context, request), enAttente: retardDe(context) }, (tuyau) =>
      open({ ...contexte, search }, tuyau),
    )
  })

/** The loader of an address that only acts: whoever asks for it, or reloads it after a refusal, is shown the page it belongs to. */
export const agentRemonte = guarded({}, async ({ request }: LoaderFunctionArgs): Promise<Response> => {
  await agentDe(request)
  return redirect(await pageAuDessus(request))
})

/** An action for signed-in agents, from our own pages only. The right belongs to the act, so the use case checks it. */
export const agentAction = <
  T extends object,
  P extends ParamsSpec = Aucun,
  F extends z.ZodType<Vue> = z.ZodType<Vue>,
  R extends Refus = 'formulaire',
>(
  spec: ActionSpec<P, F, R>,
  act: (contexte: Acte<P, F, R>) => Promise<T>,
) =>
  guarded(
    spec.params,
    async ({ request, params }: ActionFunctionArgs): Promise<Answer<T> | Reponse | Response> => {
      refuseOtherOrigin(request)
      const contexte = await contexteDe(request, { agent: await agentDe(request), spec: spec.params, segments: params })
      const retour = await pageDeRetour(demandeDepuis(request), spec.retour?.(contexte.params) ?? '/')
      const toast = (texte: string) =>
        redirectWithToast(retour, { texte, genre: 'warning' }, new Headers({ [REFUS]: 'oui' }))
      const lu = await readForm<z.ZodType>(request, spec.form)
      if (!lu.lue) {
        return spec.refus === 'toast' || (await attendUnePage(request)) ? toast(lu.phrases.join(' ')) : lu.reponse
      }
      const refuser = (spec.refus === 'toast' ? toast : lu.refuser) as Acte<P, F, R>['refuser']
      const { cleEnvoi } = lu
      const dejaFait = async () => cleEnvoi !== null && (await estFait(deps.db, contexte.agent.id, cleEnvoi))
      const deja = () => redirectWithToast(retour, { texte: DEJA_FAIT, genre: 'success' })
      if (await dejaFait()) return deja()
      const agent = cleEnvoi === null ? contexte.agent : quiRepond(contexte.agent, cleEnvoi)
      try {
        const answer = await act({
          ...contexte,
          agent,
          form: lu.value as z.output<F>,
          retour,
          refuser,
          headers: request.headers,
        })
        const dite = answer instanceof Response || 'soumission' in answer
        const reponse = (dite ? answer : { ...answer, soumission: lu.faite() }) as Answer<T>
        return !(reponse instanceof Response) && (await attendUnePage(request))
          ? await toast(phraseDe(reponse))
          : reponse
      } catch (error) {
        // Two of the same at once: the second finds what the first has just done.
        if ((error instanceof EnvoiDejaFait || error instanceof Conflict) && (await dejaFait())) return deja()
        if (error instanceof Conflict && !veutUnePage(request)) return conflit(error)
        const phrase = phraseDErreur(error)
        if (phrase !== null && (await attendUnePage(request))) return toast(phrase)
        throw error
      }
    },
    spec.form,
  )

/** Tells a script that the page it is sent to says a refusal: what waits for this act is not done after it. */
const REFUS = 'X-Refus'

/** What is read when a submission comes again whose act went through: the first answer was lost on its way. */
const DEJA_FAIT = 'C’est fait\u00a0: votre envoi avait déjà été enregistré.'

/** A script keeps its page: it is told beside the words who moved what they were about. */
const conflit = async (error: Conflict) =>
  data(
    { soumission: { status: 'error' as const, error: {} }, conflit: await lastEntree(error) },
    { status: 409 },
  ) as unknown as Reponse

/** An action that receives files, from our own pages only. What was stored of a refused envoi is the handler's to take away. */
export const agentEnvoi = <T extends Response | Reponse, P extends ParamsSpec = Aucun>(
  spec: EnvoiSpec<P>,
  act: (contexte: Envoi<P>) => Promise<T>,
) =>
  guarded(spec.params, async ({ request, params }: ActionFunctionArgs): Promise<T> => {
    refuseOtherOrigin(request)
    const agent = await agentDe(request)
    requireDroit(agent, spec.droit)
    const contexte = await contexteDe(request, { agent, spec: spec.params, segments: params })
    const recus = await receiveFiles(request, deps.storage, spec.limites)
    return act({ ...contexte, recus, refuser: refuserTout })
  })

/** The signed-in agent; without one, sends to the sign-in page, which comes back to the page this was asked from. */
async function agentDe(request: Request, connu?: Agent | null): Promise<Agent> {
  const agent = connu ?? (await findAgent(request))
  if (agent) return agent
  // A script says it over the page, whose words it keeps; a browser by itself is shown the way in.
  if (!veutUnePage(request)) throw data(null, { status: 401 })
  const retour = await pageDeLaRequete(request)
  throw redirect(retour === '/' ? '/connexion' : `/connexion?retour=${encodeURIComponent(retour)}`)
}

async function contexteDe<P extends ParamsSpec>(
  request: Request,
  { agent, spec, segments }: { agent: Agent; spec: P | undefined; segments: Segments },
) {
  const params = (await readParams<ParamsSpec>(spec ?? {}, segments)) as Params<P>
  return { agent, deps, now: deps.now(), params, session: await idDeSession(request) }
}

const lastEntree = async ({ objet, objetId }: Conflict) => avecSonNom(await dernierActeSur(deps.db, objet, objetId))

/** Turns what a use case may throw into an answer. The one place that knows both HTTP and our errors. */
function guarded<Args, T>(params: ParamsSpec = {}, work: (args: Args) => Promise<T>, form?: z.ZodType) {
  const run = async (args: Args): Promise<T> => {
    try {
      return await work(args)
    } catch (error) {
      if (error instanceof Forbidden) throw data({ interdit: phraseInterdit(error.droit) }, { status: 403 })
      if (error instanceof NotFound) throw data(null, { status: 404 })
      if (error instanceof Conflict) throw data(await lastEntree(error), { status: 409 })
      if (!baseInjoignable(error)) throw error
      logger.error({ err: error }, 'the database does not answer')
      throw data(BASE_ABSENTE, { status: 503 })
    }
  }
  return Object.assign(run, { [GUARDED]: Object.keys(params), [FORMULAIRE]: form })
}
