import { courrielRecu } from '#queries/fiche-pre-projet'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { sendReceivedFile } from '#web/fichier-recu'
import { uuidParam } from '#web/params'

/** A mail of the fiche as it arrived, to be saved and opened in a mail program. */
export const loader = agentLoader('pre-projet.lire', async ({ params }) => {
  const { nomFichier, ...fichier } = await courrielRecu(deps.db, {
    preProjetId: uuidParam('pre-projet', params.id),
    courrielId: uuidParam('courriel-recu', params.courrielId),
  })
  const estMsg = /\.msg$/i.test(nomFichier)
  const nom = estMsg || /\.eml$/i.test(nomFichier) ? nomFichier : `${nomFichier}.eml`
  const typeMime = estMsg ? 'application/vnd.ms-outlook' : 'message/rfc822'
  return sendReceivedFile(deps.storage, { ...fichier, nom, typeMime })
})
