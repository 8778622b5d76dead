import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendClosedPage } from '#web/downloads'
import { uuidParam } from '#web/params'

/** The HTML body of a received mail, cleaned, for a frame that runs nothing. */
export const loader = agentLoader('courriel.lire', async ({ params }) =>
  sendClosedPage(await apercuCourriel(deps, { courriel: { id: uuidParam('courriel-recu', params.id) }, mots: '' })),
)
