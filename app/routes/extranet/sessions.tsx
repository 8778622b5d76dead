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

/** It ends what is open at that instant, whatever was on the screen. */
export const action = demandeurAction({ form: z.object({}) }, async ({ deps, demandeur, session }) => {
  await fermerSessionsDuDemandeur(deps, demandeur, { session })
  return redirect('/extranet/sessions')
})

export default function Sessions() {
  return <SessionsExtranet {...useLoaderData<typeof loader>()} />
}
