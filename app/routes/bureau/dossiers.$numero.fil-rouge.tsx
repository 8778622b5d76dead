import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { filRougeDuDossier } from '#queries/fil-rouge/fil-rouge'
import { FilRouge } from '#ui/fil-rouge/fil-rouge'
import { PageError } from '#ui/kit/page-error'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'

export const loader = agentLoader('dossier.lire', async ({ agent, params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  return { ...(await filRougeDuDossier(deps.db, id)), peut: hasDroit(agent, 'pre-projet.examiner') }
})

export default function FilRougeDuDossier() {
  const { depose, deposeLe, liens, peut } = useLoaderData<typeof loader>()
  return <FilRouge {...{ depose, deposeLe, liens, peut }} />
}

export { PageError as ErrorBoundary }
