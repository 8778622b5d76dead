import { useLoaderData } from '@remix-run/react'
import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { echangesDossier } from '#queries/echanges-dossier'
import { DossierEchanges } from '#ui/dossier-echanges'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('courriel.lire', async ({ params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  return { echanges: await echangesDossier(deps.db, id) }
})

export default function Echanges() {
  return <DossierEchanges echanges={useLoaderData<typeof loader>().echanges} />
}
