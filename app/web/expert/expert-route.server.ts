import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { AvisCharge } from '#infra/stores/avis-expert/avis-expert'
import { avisDuJeton } from '#infra/stores/avis-expert/avis-expert'
import { type ContexteExtranet, contexteDe, garder, ipDe } from '#web/extranet'
import { readForm, type Reponse } from '#web/form'
import { refuseOtherOrigin } from '#web/origin'
import { code, type ParamsSpec } from '#web/params'

/**
 * Marks what went through this file, so that a test can find a route that did not.
 * @internal
 */
export const DE_L_EXPERT = Symbol.for('de l’expert')

const JETON = { jeton: code }
type Aucun = { readonly [nom: symbol]: never }

/** `avis` is the only thing that the link opens. */
type Contexte<P extends ParamsSpec> = ContexteExtranet<typeof JETON & P> & { avis: AvisCharge }

type Acte<P extends ParamsSpec, F extends z.ZodType> = Contexte<P> & {
  form: z.output<F>
  ip: string
  refuser: (phrase: string, champ?: string) => Reponse
  /** Answers a form that was read and stays on its page, with what is added to it. */
  rester: <T extends object>(ajout: T) => Reponse & T
}

export { uuid } from '#web/params'

async function ouvrir<P extends ParamsSpec>(spec: P, segments: Readonly<Record<string, string | undefined>>) {
  const contexte = await contexteDe(JETON, segments)
  const avis = await avisDuJeton(contexte.deps.db, contexte.params.jeton, contexte.now)
  return { ...(await contexteDe({ ...JETON, ...spec }, segments)), avis } as Contexte<P>
}

/** A loader for who holds a link: the token of the address is their only right, and a dead one is answered as one that nobody was given. */
export const expertLoader = <T, P extends ParamsSpec = Aucun>(
  { params = {} as P }: { params?: P },
  load: (contexte: Contexte<P>) => T,
) =>
  garder(
    { marque: DE_L_EXPERT, params: { ...JETON, ...params } },
    async ({ params: segments }: LoaderFunctionArgs): Promise<Awaited<T>> => await load(await ouvrir(params, segments)),
  )

/** An action of who holds a link, from our own pages only. */
export const expertAction = <F extends z.ZodType>(
  { form }: { form: F },
  act: (contexte: Acte<Aucun, F>) => Promise<Response | Reponse>,
) =>
  garder(
    { marque: DE_L_EXPERT, params: JETON },
    async ({ request, params: segments, context }: ActionFunctionArgs): Promise<Response | Reponse> => {
      refuseOtherOrigin(request)
      const contexte = await ouvrir({}, segments)
      const lu = await readForm<z.ZodType>(request, form)
      if (!lu.lue) return lu.reponse
      return act({
        ...contexte,
        form: lu.value as z.output<F>,
        ip: ipDe(context),
        refuser: lu.refuser,
        rester: (ajout) => ({ soumission: lu.faite(), ...ajout }),
      })
    },
  )
