import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { proConnectOffert } from '#queries/extranet/proconnect'
import { sessionsDuDemandeur } from '#queries/extranet/sessions-demandeur'
import { SessionsExtranet } from '#ui/extranet/sessions-extranet'
import { fermerSessionsDuDemandeur } from '#usecases/demandeur/fermer-sessions'
import { demandeurAction, demandeurLoader } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Vos sessions ouvertes – Europe et international' }]

export const loader = demandeurLoader({}, async ({ deps, demandeur, session, now }) => ({
  sessions: await sessionsDuDemandeur(deps.db, { demandeurId: demandeur.id, session, now }),
  proConnect: proConnectOffert(),
}))

/** Ends the session that it names, or all the others that are open at that instant, whatever was on the screen. */
const SessionsForm = z.object({
  cle: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .nullable()
    .default(null),
})

export const action = demandeurAction({ form: SessionsForm }, async ({ deps, demandeur, session, form: { cle } }) => {
  await fermerSessionsDuDemandeur(deps, demandeur, { session, cle })
  return redirect('/extranet/sessions')
})

export default function Sessions() {
  return <SessionsExtranet {...useLoaderData<typeof loader>()} />
}
