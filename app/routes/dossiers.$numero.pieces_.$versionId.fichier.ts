import { dossierDeLAdresse } from '#queries/adresse-dossier'
import { fichierDePiece } from '#queries/pieces-dossier'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendFile } from '#web/downloads'
import { uuidParam } from '#web/params'

/** One file of a dossier; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = agentLoader('piece.lire', async ({ params, request }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  const { cle, nomFichier, typeMime } = await fichierDePiece(deps.db, id, uuidParam('piece', params.versionId))
  const enLigne = !new URL(request.url).searchParams.has('telecharger')
  return sendFile(deps.storage, { cle, nom: nomFichier, typeMime, enLigne })
})
