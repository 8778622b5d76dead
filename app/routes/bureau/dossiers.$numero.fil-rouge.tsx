import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { filRougeDuDossier } from '#queries/fil-rouge/fil-rouge'
import { FilRouge } from '#ui/fil-rouge/fil-rouge'
import { PageError } from '#ui/kit/page-error/page-error'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params }) => ({
    ...(await filRougeDuDossier(deps.db, params.dossier.id)),
    peut: hasDroit(agent, 'pre-projet.examiner'),
  }),
)

export default function FilRougeDuDossier() {
  const { depose, deposeLe, liens, peut } = useLoaderData<typeof loader>()
  return <FilRouge {...{ depose, deposeLe, liens, peut }} />
}

export { PageError as ErrorBoundary }
