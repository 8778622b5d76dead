import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { phraseRefusConnexion } from '#libelles/acces'
import { MotDePasseAGenerer } from '#ui/extranet/acces-extranet'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { genererMotDePasse } from '#usecases/demandeur/generer-mot-de-passe'
import { visiteurAction } from '#web/visiteur-route'

const GenererForm = z.object({
  courriel: z.email('Saisissez votre adresse électronique, par exemple prenom.nom@exemple.fr.').max(254),
})

export const meta: MetaFunction = () => [{ title: 'Générez un mot de passe – Europe et international' }]

/** The same answer, whether somebody has this address or nobody. */
export const action = visiteurAction({ form: GenererForm }, async ({ deps, form, ip, refuser, rester }) => {
  const answer = await genererMotDePasse(deps, { ...form, ip })
  return answer.ok ? rester({ envoye: true }) : refuser({ '': [phraseRefusConnexion(answer.reason, answer.detail)] })
})

export default function MotDePasse() {
  return <MotDePasseAGenerer recue={useActionData<Reponse<{ envoye: boolean }>>()} />
}
