import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { fichierDeModification } from '#queries/deverrouillage/modification-dossier'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** One file the demandeur put in while the dossier was open. It is no pièce yet, so it is a download and nothing more. */
export const loader = agentLoader('piece.lire', async ({ params }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  const modification = { id: uuidParam('modification', params.id), rang: Number(params.rang) }
  const { cle, nomFichier, typeMime, analyse = 'NON_ANALYSE' } = await fichierDeModification(deps.db, id, modification)
  return sendReceivedFile(deps.storage, { cle, nom: nomFichier, typeMime, analyse })
})
