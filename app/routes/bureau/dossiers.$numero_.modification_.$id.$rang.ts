import { fichierDeModification } from '#queries/deverrouillage/modification-dossier'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { dossierDuNumero, entier, uuid } from '#web/params'

/** One file the demandeur put in while the dossier was open. It is no pièce yet, so it is a download and nothing more. */
export const loader = agentLoader(
  {
    droit: 'piece.lire',
    params: { dossier: dossierDuNumero, id: uuid('modification'), rang: entier('modification', 0) },
  },
  async ({ deps, params: { dossier, ...vise } }) => {
    const {
      cle,
      nomFichier,
      typeMime,
      analyse = 'NON_ANALYSE',
    } = await fichierDeModification(deps.db, dossier.id, vise)
    return sendReceivedFile(deps.storage, { cle, nom: nomFichier, typeMime, analyse })
  },
)
