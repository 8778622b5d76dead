import { useLoaderData } from '@remix-run/react'
import { raconter } from '#libelles/journal/recit-journal'
import { journalDossier, JournalParams, TAILLE_JOURNAL } from '#queries/dossier/journal-dossier'
import { JournalDossier } from '#ui/dossier/journal-dossier'
import { agentLoader } from '#web/agent-route'
import { dossierDuNumero } from '#web/params'

export const loader = agentLoader(
  { droit: 'journal.lire', params: { dossier: dossierDuNumero }, search: JournalParams },
  async ({ deps, params, search }) => {
    const { entrees, ...journal } = await journalDossier(deps.db, params.dossier.id, search)
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
  },
)

export default function Journal() {
  return <JournalDossier {...useLoaderData<typeof loader>()} />
}
