import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LIBELLE_REFUS_PROCONNECT } from '#libelles/demandeur/proconnect'
import { exigerProConnect, pageProConnect } from '#queries/extranet/proconnect'
import { RelierProConnect } from '#ui/extranet/proconnect/relier-proconnect'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { delierProConnect } from '#usecases/demandeur/relier-proconnect'
import { demandeurAction, demandeurLoader } from '#web/demandeur-route'

const ProConnectForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('relier') }),
  z.object({ intent: z.literal('delier') }),
])

export const meta: MetaFunction = () => [{ title: 'ProConnect – Europe et international' }]

export const loader = demandeurLoader({}, ({ deps, demandeur }) => pageProConnect(deps.db, demandeur))

export const action = demandeurAction({ form: ProConnectForm }, async ({ deps, demandeur, form, partir, refuser }) => {
  if (form.intent === 'relier') return (await partir('RELIER')) ?? refuser(LIBELLE_REFUS_PROCONNECT.INJOIGNABLE)
  const answer = await delierProConnect(deps, demandeur, exigerProConnect())
  return answer.ok ? redirect('/extranet/relier-proconnect') : refuser(LIBELLE_REFUS_PROCONNECT[answer.reason])
})

export default function Relier() {
  return <RelierProConnect {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
