import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Demandeur } from '#domain/acces/acteur'
import type { ButDuCompte } from '#domain/demandeur/proconnect'
import { Conflict } from '#infra/errors'
import { arriveeDe, type ContexteExtranet, contexteDe, garder, ipDe } from '#web/extranet'
import { readForm, refuserTout, type Reponse } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'
import { type Params, type ParamsSpec, readSearch } from '#web/params'
import { partirPourProConnect } from '#web/proconnect/depart'
import { veutUnePage } from '#web/sans-script'
import { demandeurs, trouverDemandeur } from '#web/session-demandeur'
import { type ActesDeTeleversement, servirTeleversement } from '#web/demande-en-ligne/televersement'
import { type LimitesEnvoi, receiveFiles, type Recus, type RefusEnvoi, type SuivreEnvoi } from '#web/upload'
import type { Result } from '#domain/result'

/**
 * Marks what went through this file, so that a test can find a route that did not.
 * @internal
 */
export const DU_DEMANDEUR = Symbol.for('du demandeur')

/** What a page of a signed-in demandeur is made with. `session` is the id of the one that asks, which is shown to nobody. */
type Contexte<P extends ParamsSpec> = ContexteExtranet<P> & { demandeur: Demandeur; session: string }

type LoaderSpec<P extends ParamsSpec, S extends z.ZodType> = {
  params?: P
  /** What follows `?`: a schema whose every value has a default. */
  search?: S
  /** Its page asks it by itself: a session is not seen for it. */
  deSoiMeme?: true
}

type Acte<P extends ParamsSpec, F extends z.ZodType> = Contexte<P> & {
  form: z.output<F>
  /** Names the sending, null where the page had no script. */
  cleEnvoi: string | null
  ip: string
  /** When it reached the server, before anything of it was read. */
  arriveeLe: Date
  refuser: (phrase: string, champ?: string) => Reponse
  /** Answers a form that was read and stays on its page, with what is added to it. */
  rester: <T extends object>(ajout: T) => Reponse & T
  /** Sends to ProConnect, for their own account; null where it does not answer. Throws NotFound where none is set. */
  partir: (but: ButDuCompte) => Promise<Response | null>
}

export { FichierSearch, unDe, uuid } from '#web/params'

type Aucun = { readonly [nom: symbol]: never }

/** A loader of the extranet for a signed-in demandeur: what they may read, the query asks by who they are. */
export const demandeurLoader = <T, P extends ParamsSpec = Aucun, S extends z.ZodType = z.ZodUnknown>(
  spec: LoaderSpec<P, S>,
  load: (contexte: Contexte<P> & { search: z.output<S> }) => T,
) =>
  garder(
    { marque: DU_DEMANDEUR, params: spec.params },
    async ({ request, params }: LoaderFunctionArgs): Promise<Awaited<T>> => {
      const qui = await demandeurDe(request, spec)
      const search = readSearch<z.ZodType>(spec.search ?? z.unknown(), request) as z.output<S>
      return load({ ...(await contexteDe(spec.params, params)), ...qui, search }) as Awaited<T>
    },
  )

/** An action of the extranet for a signed-in demandeur, from our own pages only. */
export const demandeurAction = <F extends z.ZodType, P extends ParamsSpec = Aucun>(
  spec: {
    params?: P
    form: F
    /** Fields that never go back to the page. */
    secrets?: readonly string[]
    /** The page that says that somebody was first, for an act on what others may act on too. */
    devance?: (params: Params<P>) => string
  },
  act: (contexte: Acte<P, F>) => Promise<Response | Reponse>,
) =>
  garder(
    { marque: DU_DEMANDEUR, params: spec.params },
    async ({ request, params, context }: ActionFunctionArgs): Promise<Response | Reponse> => {
      const arriveeLe = arriveeDe(context)
      refuseOtherOrigin(request)
      const qui = await demandeurDe(request)
      const contexte = await contexteDe(spec.params, params)
      const lu = await readForm<z.ZodType>(request, spec.form, spec.secrets)
      if (!lu.lue) return lu.reponse
      try {
        return await act({
          ...contexte,
          ...qui,
          form: lu.value as z.output<F>,
          cleEnvoi: lu.cleEnvoi,
          ip: ipDe(context),
          arriveeLe,
          refuser: lu.refuser,
          rester: (ajout) => ({ soumission: lu.faite(), ...ajout }),
          partir: (but) => partirPourProConnect({ ...but, demandeurId: qui.demandeur.id }),
        })
      } catch (error) {
        if (error instanceof Conflict && spec.devance) return redirect(spec.devance(contexte.params))
        throw error
      }
    },
  )

type Envoi<P extends ParamsSpec> = Contexte<P> & {
  /** What the form says that it weighs, in bytes; null where it says nothing. */
  octets: number | null
  /** Reads the form, whose files are stored; none of it is read before. */
  recevoir: (suivre?: SuivreEnvoi) => Promise<Result<Recus, RefusEnvoi>>
  refuser: (phrase: string) => Reponse
}

/** An action of the extranet that receives files, from our own pages only. What was stored of a refused envoi is the handler's to take away. */
export const demandeurEnvoi = <T extends Response | Reponse, P extends ParamsSpec = Aucun>(
  spec: { params?: P; limites: Record<string, LimitesEnvoi> },
  act: (contexte: Envoi<P>) => Promise<T>,
) =>
  garder({ marque: DU_DEMANDEUR, params: spec.params }, async ({ request, params }: ActionFunctionArgs): Promise<T> => {
    refuseOtherOrigin(request)
    const qui = await demandeurDe(request)
    const contexte = await contexteDe(spec.params, params)
    const recevoir = (suivre?: SuivreEnvoi) => receiveFiles(request, contexte.deps.storage, spec.limites, suivre)
    const octets = Number(request.headers.get('Content-Length') ?? Number.NaN)
    return act({
      ...{ ...contexte, ...qui, recevoir, refuser: refuserTout },
      octets: Number.isSafeInteger(octets) ? octets : null,
    })
  })

/**
 * The loader, and the action, of an address of the tus protocol, whose verbs they share: HEAD and OPTIONS load, the others act, from our own pages only. GET is
 * answered with nothing, whoever asks. `id` is the segment that names a file on its way.
 */
export function demandeurTeleversement(params: ParamsSpec, actes: ActesDeTeleversement) {
  return garder({ marque: DU_DEMANDEUR, params }, async ({ request, params: segments }: LoaderFunctionArgs) => {
    refuseOtherOrigin(request)
    const { demandeur } = await demandeurDe(request)
    const { params: lus } = await contexteDe<ParamsSpec>(params, segments)
    if (request.method === 'GET') throw data(null, { status: 404 })
    return servirTeleversement(request, { demandeur, actes, id: 'id' in lus ? String(lus['id']) : null })
  })
}

/** The signed-in demandeur; without one, sends to the sign-in page of the extranet, were it an officer. What was typed is kept on the device. */
async function demandeurDe(
  request: Request,
  { deSoiMeme = false }: { deSoiMeme?: boolean } = {},
): Promise<{ demandeur: Demandeur; session: string }> {
  const demandeur = await trouverDemandeur(request, { deSoiMeme })
  if (!demandeur) {
    // A script says it over the page, whose words it keeps: sent to another page, it would take them for kept by the server.
    if (request.method !== 'GET' && !veutUnePage(request)) throw data(null, { status: 401 })
    throw redirect('/extranet/connexion')
  }
  return { demandeur, session: await demandeurs.id(request) }
}
