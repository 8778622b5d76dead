import { pieceJointe } from '#queries/courriel-recu/originaux-recus'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { FichierSearch, uuid } from '#web/params'

/** A file that came with a mail of the fiche; shown in the page when a browser can, saved with `?telecharger`. */
export const loader = agentLoader(
  {
    droit: 'pre-projet.lire',
    params: { id: uuid('pre-projet'), pieceId: uuid('piece-jointe') },
    search: FichierSearch,
  },
  async ({ deps, params: { id, pieceId }, search: { telecharger } }) => {
    const piece = await pieceJointe(deps.db, { courriel: { preProjetId: id }, pieceId })
    return sendReceivedFile(deps.storage, { ...piece, enLigne: !telecharger })
  },
)
