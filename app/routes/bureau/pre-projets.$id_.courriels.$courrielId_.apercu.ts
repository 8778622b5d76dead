import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendClosedPage } from '#web/downloads'
import { searchParams, uuidParam } from '#web/params'

/** The HTML body of a mail, cleaned, for a frame that runs nothing; `mots` are pointed at under the anchor `lu`. */
export const loader = agentLoader('pre-projet.lire', async ({ params, request }) =>
  sendClosedPage(
    await apercuCourriel(deps, {
      courriel: { id: uuidParam('courriel-recu', params.courrielId), preProjetId: uuidParam('pre-projet', params.id) },
      mots: searchParams(request)['mots'] ?? '',
    }),
  ),
)
