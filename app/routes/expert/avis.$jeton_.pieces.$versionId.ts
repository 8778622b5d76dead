import { fichierDeLExpert } from '#queries/expert/avis-demande'
import { expertLoader, uuid } from '#web/expert/expert-route'
import { sendReceivedFile } from '#web/fichier-recu'

/** One of the files that this expert was given to read. */
export const loader = expertLoader(
  { params: { versionId: uuid('piece') } },
  async ({ deps, avis, params: { versionId } }) =>
    sendReceivedFile(deps.storage, { ...(await fichierDeLExpert(deps.db, avis.id, versionId)), enLigne: true }),
)
