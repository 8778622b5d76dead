import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { agentLoader } from '#web/agent-route'
import { sendClosedPage } from '#web/downloads'
import { uuid } from '#web/params'

/** The HTML body of a received mail, cleaned, for a frame that runs nothing. */
export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel-recu') } },
  async ({ deps, params }) => sendClosedPage(await apercuCourriel(deps, { courriel: params, mots: '' })),
)
