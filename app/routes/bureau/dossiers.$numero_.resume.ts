import { resumeDossier } from '#queries/dossier/resume-dossier'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { dossierDuNumero } from '#web/params'

/** The résumé of a dossier, shown in the page to be read or printed. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) =>
    sendPapier(await resumeDossier(deps, agent, dossier.id), `resume-${dossier.nom}.pdf`),
)
