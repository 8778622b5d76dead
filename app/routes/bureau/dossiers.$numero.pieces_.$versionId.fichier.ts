import { fichierDePiece } from '#queries/piece/pieces-dossier'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { dossierDuNumero, FichierSearch, uuid } from '#web/params'

/** One file of a dossier; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero, versionId: uuid('piece') }, search: FichierSearch },
  async ({ deps, params: { dossier, versionId }, search: { telecharger } }) => {
    const { nomFichier, ...fichier } = await fichierDePiece(deps.db, dossier.id, versionId)
    return sendReceivedFile(deps.storage, { ...fichier, nom: nomFichier, enLigne: !telecharger })
  },
)
