import { rejetsLot } from '#queries/portail/rejets-lot'
import { agentLoader } from '#web/agent-route'
import { contentDisposition } from '#web/downloads'
import { uuid } from '#web/params'

export const loader = agentLoader({ droit: 'import.lire', params: { id: uuid('lot') } }, async ({ deps, params }) => {
  const { nom, csv } = await rejetsLot(deps.db, params.id)
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition(nom),
      'Cache-Control': 'private, no-store',
    },
  })
})
