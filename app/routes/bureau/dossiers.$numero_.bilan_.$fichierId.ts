import { fichierDeBilanRendu } from '#queries/suite-accord/suites-dossier'
import { agentLoader } from '#web/agent-route'
import { sendReceivedFile } from '#web/fichier-recu'
import { dossierDuNumero, FichierSearch, uuid } from '#web/params'

/** One file of a bilan that its structure gave; shown in the page for PDF and images, a download for the rest or with `?telecharger`. */
export const loader = agentLoader(
  { droit: 'piece.lire', params: { dossier: dossierDuNumero, fichierId: uuid('fichier') }, search: FichierSearch },
  async ({ deps, params: { dossier, fichierId }, search: { telecharger } }) =>
    sendReceivedFile(deps.storage, {
      ...(await fichierDeBilanRendu(deps.db, dossier.id, fichierId)),
      enLigne: !telecharger,
    }),
)
