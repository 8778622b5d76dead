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
  z.object({ intent: z.literal('certifier'), siret: z.string().regex(/^\d{14}$/) }),
])

export const meta: MetaFunction = () => [{ title: 'ProConnect – Europe et international' }]

export const loader = demandeurLoader({}, ({ deps, demandeur }) => pageProConnect(deps.db, demandeur))

export const action = demandeurAction({ form: ProConnectForm }, async ({ deps, demandeur, form, partir, refuser }) => {
  if (form.intent !== 'delier') {
    const but =
      form.intent === 'relier' ? { genre: 'RELIER' as const } : { genre: 'CERTIFIER' as const, siret: form.siret }
    return (await partir(but)) ?? refuser(LIBELLE_REFUS_PROCONNECT.INJOIGNABLE)
  }
  const answer = await delierProConnect(deps, demandeur, exigerProConnect())
  return answer.ok ? redirect('/extranet/relier-proconnect') : refuser(LIBELLE_REFUS_PROCONNECT[answer.reason])
})

export default function Relier() {
  return <RelierProConnect {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
