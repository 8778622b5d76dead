import { useLoaderData } from '@remix-run/react'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { syntheseDossier } from '#queries/dossier/synthese-dossier'
import { DossierAnomalies } from '#ui/dossier/dossier-anomalies'
import { DossierSynthese } from '#ui/dossier/dossier-synthese'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('dossier.lire', async ({ params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  return syntheseDossier(deps.db, id)
})

export default function Synthese() {
  const { champs, anomalies, disparuLe } = useLoaderData<typeof loader>()
  return (
    <>
      <DossierAnomalies anomalies={anomalies} disparuLe={disparuLe} />
      <DossierSynthese champs={champs} anomalies={anomalies} />
    </>
  )
}
