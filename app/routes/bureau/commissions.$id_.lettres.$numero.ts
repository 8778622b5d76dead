import { lettreVotee } from '#queries/seance/lettre-votee'
import { agentLoader } from '#web/agent-route'
import { sendPapier } from '#web/downloads'
import { dossierDuNumero, uuid } from '#web/params'

/** The letter of a vote before it is told, shown in the page to be read. */
export const loader = agentLoader(
  { droit: 'seance.lire', params: { id: uuid('seance'), dossier: dossierDuNumero } },
  async ({ agent, deps, now, params: { id, dossier } }) =>
    sendPapier(
      await lettreVotee(deps.db, agent, { id, numero: dossier.nom, now }),
      `projet-de-lettre-${dossier.nom}.pdf`,
    ),
)
