import { fichierDuBilan } from '#queries/extranet/bilan-a-rendre'
import { demandeurLoader, FichierSearch, uuid } from '#web/demandeur-route'
import { sendReceivedFile } from '#web/fichier-recu'

/** One file of a bilan; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = demandeurLoader(
  { params: { id: uuid('dossier'), fichierId: uuid('fichier') }, search: FichierSearch },
  async ({ deps, demandeur, params, search: { telecharger } }) =>
    sendReceivedFile(deps.storage, {
      ...(await fichierDuBilan(deps.db, demandeur, params)),
      enLigne: !telecharger,
    }),
)
