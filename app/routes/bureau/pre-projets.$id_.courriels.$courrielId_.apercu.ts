import { z } from 'zod'
import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { agentLoader } from '#web/agent-route'
import { sendClosedPage } from '#web/downloads'
import { uuid } from '#web/params'

/** The HTML body of a mail, cleaned, for a frame that runs nothing; `mots` are pointed at under the anchor `lu`. */
export const loader = agentLoader(
  {
    droit: 'pre-projet.lire',
    params: { id: uuid('pre-projet'), courrielId: uuid('courriel-recu') },
    search: z.object({ mots: z.string().default('') }),
  },
  async ({ deps, params: { id, courrielId }, search: { mots } }) =>
    sendClosedPage(await apercuCourriel(deps, { courriel: { id: courrielId, preProjetId: id }, mots })),
)
