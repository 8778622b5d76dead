import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { LIBELLE_REFUS_MOT_DE_PASSE } from '#libelles/acces'
import { MotDePasseAChoisir } from '#ui/extranet/acces-extranet'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { choisirMotDePasse } from '#usecases/demandeur/choisir-mot-de-passe'
import { MotDePasseForm } from '#web/mot-de-passe'
import { code, visiteurAction, visiteurLoader } from '#web/visiteur-route'

const REFUS = {
  ...LIBELLE_REFUS_MOT_DE_PASSE,
  LIEN_INCONNU:
    'Ce lien ne sert plus\u00a0: il a déjà servi, ou ses 24\u00a0heures sont passées. Demandez-en un autre.',
}

export const meta: MetaFunction = () => [{ title: 'Choisissez votre mot de passe – Europe et international' }]

export const loader = visiteurLoader({ params: { jeton: code } }, () => null)

/** Whoever holds the link is the person it was written to. */
export const action = visiteurAction(
  { params: { jeton: code }, form: MotDePasseForm, secrets: ['motDePasse', 'confirmation'] },
  async ({ deps, params, form, refuser, connecter }) => {
    const answer = await choisirMotDePasse(deps, { ...params, motDePasse: form.motDePasse })
    if (answer.ok) return connecter(answer.value)
    const phrase = REFUS[answer.reason]
    return refuser(answer.reason === 'LIEN_INCONNU' ? { '': [phrase] } : { motDePasse: [phrase] })
  },
)

export default function Choisir() {
  return <MotDePasseAChoisir recue={useActionData<Reponse>()} />
}
