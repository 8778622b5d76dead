import { fichierRapport } from '#queries/rapport/mes-rapports'
import { agentLoader } from '#web/agent-route'
import { sendOwnFile, typeDuTableau } from '#web/downloads'
import { uuid } from '#web/params'

/** The file of a rapport that is ready. */
export const loader = agentLoader(
  { droit: 'rapport.lire', params: { id: uuid('rapport') } },
  async ({ agent, deps, params }) => {
    const { cle, nomFichier } = await fichierRapport(deps.db, agent, params.id)
    return sendOwnFile(deps.storage, { cle, nom: nomFichier, typeMime: typeDuTableau(nomFichier) })
  },
)
