import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { LIBELLE_REFUS_PROCONNECT } from '#libelles/demandeur/proconnect'
import { exigerProConnect } from '#queries/extranet/proconnect'
import { DepartProConnect } from '#ui/extranet/proconnect/depart-proconnect'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'ProConnect – Europe et international' }]

export const loader = visiteurLoader({}, async ({ visite }) => {
  exigerProConnect()
  return (await visite()) ? redirect('/extranet/accueil') : null
})

/** Leaving for ProConnect is a form, so that no link of another site sends anybody there. */
export const action = visiteurAction(
  { form: z.object({}) },
  async ({ partir, refuser }) => (await partir()) ?? refuser({ '': [LIBELLE_REFUS_PROCONNECT.INJOIGNABLE] }),
)

export default function ProConnect() {
  return <DepartProConnect recue={useActionData<Reponse>()} />
}
