import { fichierRapport } from '#queries/rapport/mes-rapports'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendFile } from '#web/downloads'
import { uuidParam } from '#web/params'

const CLASSEUR = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The workbook of a rapport that is ready. */
export const loader = agentLoader('rapport.lire', async ({ params }) => {
  const { cle, nomFichier } = await fichierRapport(deps.db, uuidParam('rapport', params.id))
  return sendFile(deps.storage, { cle, nom: nomFichier, typeMime: CLASSEUR })
})
