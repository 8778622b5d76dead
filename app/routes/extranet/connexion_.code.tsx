import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { phraseSecondFacteur } from '#libelles/demandeur/second-facteur'
import { CodeDeConnexion } from '#ui/extranet/code-connexion'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { confirmerConnexion } from '#usecases/demandeur/se-connecter'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

const CodeForm = z.object({ code: z.string('Saisissez le code.').max(40, 'Ce code est trop long.') })

export const meta: MetaFunction = () => [{ title: 'Code de connexion – Europe et international' }]

/** Who gave no password has no code to give. */
export const loader = visiteurLoader({}, async ({ etape }) =>
  (await etape()) ? null : redirect('/extranet/connexion'),
)

export const action = visiteurAction(
  { form: CodeForm, secrets: ['code'] },
  async ({ deps, form, etape, refuser, connecter }) => {
    const answer = await confirmerConnexion(deps, { ...form, etape: await etape() })
    if (answer.ok) return connecter({ ...answer.value, secondFacteur: false })
    const phrase = phraseSecondFacteur(answer.reason, answer.detail)
    return refuser({ [answer.reason === 'CODE_INCORRECT' ? 'code' : '']: [phrase] })
  },
)

export default function Code() {
  return <CodeDeConnexion recue={useActionData<Reponse>()} />
}
