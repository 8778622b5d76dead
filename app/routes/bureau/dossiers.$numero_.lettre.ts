import { z } from 'zod'
import { lettreDossier } from '#queries/dossier/lettre-dossier'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { dossierDuNumero } from '#web/params'

const Search = z.object({ dessinee: z.literal('1').optional().catch(undefined) })

/**
 * The letter of the decision on a dossier, shown in the page: the signed one where it stands, else the drawn one, to be printed, signed and sent.
 * `?dessinee=1` asks for the drawn one.
 */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero }, search: Search },
  async ({ agent, deps, params: { dossier }, search }) =>
    sendPapier(
      await lettreDossier(deps, agent, { dossierId: dossier.id, dessinee: search.dessinee === '1' }),
      `lettre-${dossier.nom}.pdf`,
    ),
)
