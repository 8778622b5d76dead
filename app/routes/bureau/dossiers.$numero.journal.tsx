import { useLoaderData } from '@remix-run/react'
import { raconter } from '#libelles/journal/recit-journal'
import { dossierDeLAdresse } from '#queries/dossier/adresse-dossier'
import { journalDossier, JournalParams, TAILLE_JOURNAL } from '#queries/dossier/journal-dossier'
import { JournalDossier } from '#ui/dossier/journal-dossier'
import { agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { searchParams } from '#web/params'

export const loader = agentLoader('journal.lire', async ({ params, request }) => {
  const { id } = await dossierDeLAdresse(deps.db, params.numero)
  const { entrees, ...journal } = await journalDossier(deps.db, id, JournalParams.parse(searchParams(request)))
  return {
    ...journal,
    taille: TAILLE_JOURNAL,
    entrees: entrees.map(({ id: cle, le, acteur, ...entree }) => ({
      id: String(cle),
      le,
      acteur,
      ...raconter(entree),
    })),
  }
})

export default function Journal() {
  return <JournalDossier {...useLoaderData<typeof loader>()} />
}
