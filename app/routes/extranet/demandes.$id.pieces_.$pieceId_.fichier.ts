import { fichierDeDemande } from '#queries/extranet/pieces-de-demande'
import { demandeurLoader, FichierSearch, uuid } from '#web/demandeur-route'
import { sendReceivedFile } from '#web/fichier-recu'

/** One file of a demande that is being filled in; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = demandeurLoader(
  { params: { id: uuid('demande-en-ligne'), pieceId: uuid('piece-en-ligne') }, search: FichierSearch },
  async ({ deps, demandeur, params, search: { telecharger } }) =>
    sendReceivedFile(deps.storage, {
      ...(await fichierDeDemande(deps.db, demandeur, params)),
      enLigne: !telecharger,
    }),
)
