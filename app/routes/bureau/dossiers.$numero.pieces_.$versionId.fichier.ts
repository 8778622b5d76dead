import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { fichierDePiece } from '#queries/piece/pieces-dossier'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** One file of a dossier; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = agentLoader('piece.lire', async ({ params, request }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  const { nomFichier, ...fichier } = await fichierDePiece(deps.db, id, uuidParam('piece', params.versionId))
  const enLigne = !new URL(request.url).searchParams.has('telecharger')
  return sendReceivedFile(deps.storage, { ...fichier, nom: nomFichier, enLigne })
})
