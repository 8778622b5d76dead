import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { demandeurAction, demandeurLoader, uuid } from '#web/demandeur-route'
import { adressePour } from '#libelles/demande-en-ligne/televersement'
import { televersementPour } from '#queries/extranet/televersements'
import { abandonnerTeleversement } from '#usecases/demande-en-ligne/abandonner-televersement'

const PARAMS = { id: uuid('televersement') }

/** Nothing is shown of one alone: the page of what it is for shows it. */
export const loader = demandeurLoader({ params: PARAMS }, async ({ deps, demandeur, params }) =>
  redirect(adressePour(await televersementPour(deps.db, demandeur, params.id))),
)

/** Gives up one file on its way, by a button. */
export const action = demandeurAction({ params: PARAMS, form: z.object({}) }, async ({ deps, demandeur, params }) =>
  redirect(adressePour(await abandonnerTeleversement(deps, demandeur, params.id))),
)
