import { useLoaderData } from '@remix-run/react'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { DossierAnomalies } from '#ui/dossier/dossier-anomalies'
import { DossierSynthese } from '#ui/dossier/dossier-synthese'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader({ droit: 'dossier.lire', params: { dossier: dossierDuNumero } }, ({ deps, params }) =>
  syntheseDossier(deps.db, params.dossier.id),
)

export default function Synthese() {
  const { champs, anomalies, disparuLe } = useLoaderData<typeof loader>()
  return (
    <>
      <DossierAnomalies anomalies={anomalies} disparuLe={disparuLe} />
      <DossierSynthese champs={champs} anomalies={anomalies} />
    </>
  )
}
