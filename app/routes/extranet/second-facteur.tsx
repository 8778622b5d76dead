import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { RefusSecondFacteur } from '#domain/demandeur/second-facteur'
import { phraseSecondFacteur } from '#libelles/demandeur/second-facteur'
import { pageSecondFacteur } from '#queries/extranet/second-facteur'
import { type ReponseSecondFacteur, SecondFacteurExtranet } from '#ui/extranet/second-facteur-extranet'
import { activerSecondFacteur, preparerSecondFacteur } from '#usecases/demandeur/activer-second-facteur'
import { retirerSecondFacteur } from '#usecases/demandeur/retirer-second-facteur'
import { demandeurAction, demandeurLoader } from '#web/demandeur-route'

const code = z.string('Saisissez le code.').max(40, 'Ce code est trop long.')

const SecondFacteurForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('preparer') }),
  z.object({ intent: z.literal('activer'), code }),
  z.object({
    intent: z.literal('retirer'),
    motDePasse: z.string('Saisissez votre mot de passe.').max(200, 'Ce mot de passe est trop long.'),
    code,
  }),
])

/** The field that a refusal is of; the whole form for the others. */
const CHAMP: Partial<Record<RefusSecondFacteur, string>> = {
  CODE_INCORRECT: 'code',
  IDENTIFIANTS_INCONNUS: 'motDePasse',
}

export const meta: MetaFunction = () => [{ title: 'Double authentification – Europe et international' }]

export const loader = demandeurLoader({}, ({ deps, demandeur }) => pageSecondFacteur(deps.db, demandeur))

export const action = demandeurAction(
  { form: SecondFacteurForm, secrets: ['motDePasse', 'code'] },
  async ({ deps, demandeur, form, ip, refuser, rester }) => {
    const answer =
      form.intent === 'preparer'
        ? await preparerSecondFacteur(deps, demandeur)
        : form.intent === 'activer'
          ? await activerSecondFacteur(deps, demandeur, form)
          : await retirerSecondFacteur(deps, demandeur, { ...form, ip })
    if (!answer.ok) return refuser(phraseSecondFacteur(answer.reason, answer.detail), CHAMP[answer.reason])
    return answer.value ? rester(answer.value) : redirect('/extranet/second-facteur')
  },
)

export default function SecondFacteur() {
  return <SecondFacteurExtranet lu={useLoaderData<typeof loader>()} recue={useActionData<ReponseSecondFacteur>()} />
}
