import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Demandeur } from '#domain/acces/acteur'
import type { Entree } from '#domain/demandeur/second-facteur'
import { type ContexteExtranet as Contexte, contexteDe, garder, ipDe } from '#web/extranet'
import { readForm, type Reponse } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'
import { type ParamsSpec, readSearch } from '#web/params'
import { partirPourProConnect } from '#web/proconnect/depart'
import { finirChezProConnect, revenuDeLaFin } from '#web/proconnect/fin'
import { demandeurs, entrerDemandeur, etapes, sessionDe, trouverDemandeur } from '#web/session-demandeur'

/**
 * Marks what went through this file, so that a test can find a route that did not.
 * @internal
 */
export const PUBLIQUE = Symbol.for('publique')

/** The id of the sign-in of this browser that waits for a code; empty for none. It is shown to nobody. */
type Etape = () => Promise<string>

/** Who a page that anybody may ask is shown to, where they are signed in. */
type Visite = {
  visite: () => Promise<Demandeur | null>
  etape: Etape
  /** Goes to the first page; where ProConnect sends back who ended their session there, forgets that they left. */
  finir: () => Promise<Response>
}

type LoaderSpec<P extends ParamsSpec, S extends z.ZodType> = {
  params?: P
  /** What follows `?`: a schema whose every value has a default. */
  search?: S
}

type ActionSpec<P extends ParamsSpec, F extends z.ZodType> = {
  params?: P
  form: F
  /** Fields that never go back to the page. */
  secrets?: readonly string[]
}

type Acte<P extends ParamsSpec, F extends z.ZodType> = Contexte<P> & {
  form: z.output<F>
  /** Names the sending, null where the page had no script. */
  cleEnvoi: string | null
  ip: string
  /** Answers a refusal in the shape that forms show: sentences by field, `''` for the whole. */
  refuser: (phrases: Record<string, string[]>) => Reponse
  /** Answers a form that was read and stays on its page, with what is added to it. */
  rester: <T extends object>(ajout: T) => Reponse & T
  etape: Etape
  /** Signs this demandeur in, and goes to the page they come back to; where a code is still to be given, goes to where it is, signed in to nothing. */
  connecter: (entree: Entree) => Promise<Response>
  /** Sends to ProConnect, to be signed in on the way back; null where it does not answer. Throws NotFound where none is set. */
  partir: () => Promise<Response | null>
  /** Ends the session of this browser, that of ProConnect too where it came from there, and goes to the first page. */
  deconnecter: () => Promise<Response>
}

export { code, unDe } from '#web/params'

type Aucun = { readonly [nom: symbol]: never }

/** A loader of the extranet that anybody may ask. */
export const visiteurLoader = <T, P extends ParamsSpec = Aucun, S extends z.ZodType = z.ZodUnknown>(
  spec: LoaderSpec<P, S>,
  load: (contexte: Contexte<P> & Visite & { search: z.output<S> }) => T,
) =>
  garder(
    { marque: PUBLIQUE, params: spec.params },
    async ({ request, params }: LoaderFunctionArgs): Promise<Awaited<T>> => {
      const search = readSearch<z.ZodType>(spec.search ?? z.unknown(), request) as z.output<S>
      return load({
        ...(await contexteDe(spec.params, params)),
        search,
        visite: () => trouverDemandeur(request),
        etape: () => etapes.id(request),
        finir: () => revenuDeLaFin(request),
      }) as Awaited<T>
    },
  )

/** An action of the extranet that anybody may ask, from our own pages only. */
export const visiteurAction = <P extends ParamsSpec = Aucun, F extends z.ZodType = z.ZodType>(
  spec: ActionSpec<P, F>,
  act: (contexte: Acte<P, F>) => Promise<Response | Reponse>,
) =>
  garder(
    { marque: PUBLIQUE, params: spec.params },
    async ({ request, params, context }: ActionFunctionArgs): Promise<Response | Reponse> => {
      refuseOtherOrigin(request)
      const contexte = await contexteDe(spec.params, params)
      const lu = await readForm<z.ZodType>(request, spec.form, spec.secrets)
      if (!lu.lue) return lu.reponse
      return act({
        ...contexte,
        form: lu.value as z.output<F>,
        cleEnvoi: lu.cleEnvoi,
        ip: ipDe(context),
        refuser: (error) => ({ soumission: { ...lu.faite(), status: 'error', error } }),
        rester: (ajout) => ({ soumission: lu.faite(), ...ajout }),
        etape: () => etapes.id(request),
        connecter: (entree) => entrerDemandeur(request, entree),
        partir: () => partirPourProConnect({ genre: 'CONNEXION' }),
        deconnecter: () => quitter(request),
      })
    },
  )

async function quitter(request: Request): Promise<Response> {
  const { jetonProConnect } = (await sessionDe(request)) ?? {}
  const headers = new Headers({ 'Set-Cookie': await demandeurs.fermer(request) })
  const fin = jetonProConnect ? await finirChezProConnect(jetonProConnect) : null
  if (fin) headers.append('Set-Cookie', fin.header)
  return redirect(fin?.adresse ?? '/extranet', { headers })
}
