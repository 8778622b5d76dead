import { copieDuCourriel } from '#queries/courriel/copie-courriel'
import { agentLoader } from '#web/agent-route'
import { sendCourriel } from '#web/downloads'
import { uuid } from '#web/params'

/** A mail of ours as it was handed over, byte for byte, to be kept or opened in a mail program. */
export const loader = agentLoader(
  { droit: 'courriel.lire', params: { id: uuid('courriel'), prise: uuid('courriel') } },
  async ({ deps, params }) => sendCourriel(await copieDuCourriel(deps.db, params), `courriel-${params.id}.eml`),
)
