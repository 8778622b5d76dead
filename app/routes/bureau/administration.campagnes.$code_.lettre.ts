import { z } from 'zod'
import { lettreDEssaiDeCampagne } from '#queries/campagne/lettre-d-essai'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { code } from '#web/params'

const Search = z.object({ nature: z.enum(['ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE']).catch('ACCORDE') })

/** The letter of a decision as the settings of a campagne make it, on a dossier that is nobody's; `?nature=` says which decision. */
export const loader = agentLoader(
  { droit: 'campagne.regler', params: { code }, search: Search },
  async ({ agent, deps, params, search: { nature } }) =>
    sendPapier(
      await lettreDEssaiDeCampagne(deps.db, agent, { code: params.code, nature, now: deps.now() }),
      `lettre-essai-${params.code}.pdf`,
    ),
)
