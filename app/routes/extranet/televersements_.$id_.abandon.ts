import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'
import { adressePour } from '#libelles/demande-en-ligne/televersement'
import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'

const PARAMS = { id: uuid('televersement') }

/** Nothing is shown of one alone. */
export const loader = demandeurLoader({ params: PARAMS }, () => redirect('/extranet/accueil'))

/** Gives up one file on its way, by a button. */
export const action = demandeurAction({ params: PARAMS, form: z.object({}) }, async ({ deps, demandeur, params }) =>
  redirect(adressePour(await abandonnerTeleversement(deps, demandeur, params.id))),
)
