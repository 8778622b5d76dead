import { rejetsLot } from '#queries/portail/rejets-lot'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { contentDisposition } from '#web/downloads'
import { uuidParam } from '#web/params'

export const loader = agentLoader('import.lire', async ({ params }) => {
  const { nom, csv } = await rejetsLot(deps.db, uuidParam('lot', params.id))
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition(nom),
      'Cache-Control': 'private, no-store',
    },
  })
})
