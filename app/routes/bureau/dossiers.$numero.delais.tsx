import { useLoaderData } from '@remix-run/react'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { delaisDossier } from '#queries/dossier/delais-dossier'
import { DossierDelais } from '#ui/dossier/dossier-delais'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('dossier.lire', async ({ params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  return { delais: await delaisDossier(deps.db, id, deps.now()) }
})

export default function Delais() {
  return <DossierDelais {...useLoaderData<typeof loader>()} />
}
