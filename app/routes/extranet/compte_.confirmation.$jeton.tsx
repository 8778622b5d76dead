import { type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { CompteConfirmation, type ReponseConfirmation } from '#ui/extranet/compte-suites'
import { confirmerOuverture } from '#usecases/ouverture-de-compte/confirmer-ouverture'
import { code, visiteurAction, visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Confirmez votre adresse – Europe et international' }]

/** Programs that read mails follow their links: only the button confirms. */
export const loader = visiteurLoader({ params: { jeton: code } }, () => null)

export const action = visiteurAction(
  { params: { jeton: code }, form: z.object({}) },
  async ({ deps, params, refuser, rester }) => {
    const confirmee = await confirmerOuverture(deps, params)
    return confirmee.ok
      ? rester({ confirmee: true })
      : refuser({
          '': [
            'Ce lien ne sert plus\u00a0: son délai de 7\u00a0jours est passé, ou il n’est pas entier. Faites une nouvelle demande.',
          ],
        })
  },
)

export default function Confirmation() {
  return <CompteConfirmation recue={useActionData<ReponseConfirmation>()} />
}
