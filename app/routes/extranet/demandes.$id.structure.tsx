import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EtapeEcriteVue } from '#ui/extranet/demande/etape-ecrite'
import { GROUPES_STRUCTURE } from '#ui/extranet/demande/groupes-d-etape'
import type { Enregistree } from '#ui/extranet/demande/saisie-d-etape'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { etapeAction, etapeLoader } from '#web/demande-en-ligne'

export const meta: MetaFunction = () => [{ title: 'Votre structure – Demande de subvention' }]

export const loader = etapeLoader

export const action = etapeAction('STRUCTURE')

export default function Structure() {
  const demande = useLoaderData<typeof loader>()
  const recue = useActionData<Reponse<{ enregistree: Enregistree }>>()
  return <EtapeEcriteVue {...demande} etape="STRUCTURE" groupes={GROUPES_STRUCTURE} recue={recue} />
}
