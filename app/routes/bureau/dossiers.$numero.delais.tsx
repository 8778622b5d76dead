import { useLoaderData } from '@remix-run/react'
import { delaisDossier } from '#queries/dossier/delais-dossier'
import { DossierDelais } from '#ui/dossier/dossier-delais'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ deps, now, params }) => ({
    delais: await delaisDossier(deps.db, params.dossier.id, now),
  }),
)

export default function Delais() {
  return <DossierDelais {...useLoaderData<typeof loader>()} />
}
