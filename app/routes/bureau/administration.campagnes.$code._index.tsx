import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CHAMPS_REGLEMENT, type ChampReglement } from '#domain/campagne/reglement'
import { LIBELLE_REFUS_REGLEMENT } from '#libelles/campagne/campagne'
import { reglementCampagne } from '#queries/campagne/reglement-campagne'
import { CampagneReglement } from '#ui/campagne/campagne-reglement'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { agentAction, agentLoader } from '#web/agent-route'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, ({ deps, params }) =>
  reglementCampagne(deps.db, params.code),
)

const champ = z.string().max(1000, 'Raccourcissez\u00a0: 1000 caractères au plus.').default('')

const ReglementForm = z.object({
  version: z.coerce.number().int().min(0),
  ...(Object.fromEntries(CHAMPS_REGLEMENT.map((nom) => [nom, champ])) as Record<ChampReglement, typeof champ>),
})

export const action = agentAction(
  { params: { code }, form: ReglementForm },
  async ({ agent, deps, params, form: { version, ...saisie }, refuser }) => {
    const answer = await reglerCampagne(deps, agent, { campagne: params.code, version, saisie })
    if (!answer.ok) return refuser(LIBELLE_REFUS_REGLEMENT[answer.reason], answer.detail)
    const texte = 'Réglages enregistrés.'
    return redirectWithToast(`/administration/campagnes/${params.code}`, { texte, genre: 'success' })
  },
)

export default function ReglagesCampagne() {
  const { saisie, version } = useLoaderData<typeof loader>()
  return <CampagneReglement saisie={saisie} version={version} reponse={useActionData<Reponse>()} />
}
