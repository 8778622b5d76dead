import { lettreDossier } from '#queries/dossier/lettre-dossier'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { dossierDuNumero } from '#web/params'

/** The letter of the decision on a dossier, shown in the page to be printed, signed and sent. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) =>
    sendPapier(await lettreDossier(deps, agent, dossier.id), `lettre-${dossier.nom}.pdf`),
)
