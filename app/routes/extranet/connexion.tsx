import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { phraseRefusConnexion } from '#libelles/acces'
import { proConnectOffert } from '#queries/extranet/proconnect'
import { ConnexionExtranet } from '#ui/extranet/acces-extranet'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { connecterDemandeur } from '#usecases/demandeur/se-connecter'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

const ConnexionForm = z.object({
  courriel: z.email('Saisissez votre adresse électronique, par exemple prenom.nom@exemple.fr.').max(254),
  motDePasse: z.string('Saisissez votre mot de passe.').max(200, 'Ce mot de passe est trop long.'),
})

export const meta: MetaFunction = () => [{ title: 'Connexion – Europe et international' }]

export const loader = visiteurLoader({}, async ({ visite }) =>
  (await visite()) ? redirect('/extranet/accueil') : { proConnect: proConnectOffert() },
)

export const action = visiteurAction(
  { form: ConnexionForm, secrets: ['motDePasse'] },
  async ({ deps, form, ip, refuser, connecter }) => {
    const answer = await connecterDemandeur(deps, { ...form, ip })
    return answer.ok ? connecter(answer.value) : refuser({ '': [phraseRefusConnexion(answer.reason, answer.detail)] })
  },
)

export default function Connexion() {
  return <ConnexionExtranet {...useLoaderData<typeof loader>()} recue={useActionData<Reponse>()} />
}
