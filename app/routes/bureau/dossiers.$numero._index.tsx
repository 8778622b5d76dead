import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { campagneDossier } from '#queries/dossier/campagne-dossier'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { DossierAnomalies } from '#ui/dossier/dossier-anomalies'
import { DossierCampagne } from '#ui/dossier/dossier-campagne'
import { DossierSynthese } from '#ui/dossier/dossier-synthese'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) => {
    const [synthese, campagne] = await Promise.all([
      syntheseDossier(deps.db, dossier.id),
      campagneDossier(deps.db, dossier.id),
    ])
    const { adresse } = dossier
    return { ...synthese, campagne: { ...campagne, adresse, peutChanger: hasDroit(agent, 'dossier.instruire') } }
  },
)

export default function Synthese() {
  const { champs, anomalies, disparuLe, campagne } = useLoaderData<typeof loader>()
  return (
    <>
      <DossierAnomalies anomalies={anomalies} disparuLe={disparuLe} />
      <DossierCampagne {...campagne} />
      <DossierSynthese champs={champs} anomalies={anomalies} />
    </>
  )
}
