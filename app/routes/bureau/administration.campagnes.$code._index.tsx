import { useActionData, useLoaderData } from '@remix-run/react'
import { CHAMPS_REGLEMENT, type SaisieReglement } from '#domain/campagne/reglement'
import { LIBELLE_REFUS_REGLEMENT } from '#libelles/campagne/campagne'
import { reglementCampagne } from '#queries/campagne/reglement-campagne'
import { CampagneReglement } from '#ui/campagne/campagne-reglement'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('campagne.regler', ({ params }) => reglementCampagne(deps.db, params.code ?? ''))

export const action = agentAction(async ({ agent, params, request }) => {
  const code = params.code ?? ''
  const form = await request.formData()
  const lire = (champ: string) => {
    const value = form.get(champ)
    return typeof value === 'string' ? value.slice(0, 1000) : ''
  }
  const saisie = Object.fromEntries(CHAMPS_REGLEMENT.map((champ) => [champ, lire(champ)])) as SaisieReglement
  const answer = await reglerCampagne(deps, agent, { campagne: code, version: Number(lire('version')), saisie })
  if (!answer.ok) return { champ: answer.detail ?? null, message: LIBELLE_REFUS_REGLEMENT[answer.reason], saisie }
  return redirectWithToast(`/administration/campagnes/${code}`, { texte: 'Réglages enregistrés.', genre: 'success' })
})

export default function ReglagesCampagne() {
  const { saisie, version } = useLoaderData<typeof loader>()
  return <CampagneReglement saisie={saisie} version={version} erreur={useActionData<typeof action>()} />
}
