import { archiveDossier } from '#queries/dossier/archive-dossier'
import { agentLoader } from '#web/agent-route'
import { sendArchive } from '#web/downloads'
import { dossierDuNumero } from '#web/params'

/** Everything that is kept of a dossier, as a zip. */
export const loader = agentLoader(
  { droit: 'dossier.lire', params: { dossier: dossierDuNumero } },
  async ({ agent, deps, params: { dossier } }) =>
    sendArchive(archiveDossier(deps, agent, dossier.id), `dossier-${dossier.nom}.zip`),
)
