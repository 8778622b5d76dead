import { Link as MuiLink } from '@mui/material'
import { Link, useLoaderData } from '@remix-run/react'
import { raconter } from '#libelles/journal/recit-journal'
import { journalDeLaCampagne } from '#queries/campagne/historique-campagne'
import { JournalParams } from '#queries/journal/page-journal'
import { EntreesJournal } from '#ui/journal/entrees-journal'
import { PageError } from '#ui/kit/page-error/page-error'
import { agentLoader } from '#web/agent-route'
import { code } from '#web/params'

export const loader = agentLoader(
  { droit: 'campagne.regler', params: { code }, search: JournalParams },
  async ({ deps, params, search }) => {
    const { entrees, suivante } = await journalDeLaCampagne(deps.db, params.code, search.apres)
    return {
      suivante: suivante === null ? null : String(suivante),
      entrees: entrees.map(({ id, le, acteur, ...entree }) => ({ id: String(id), le, acteur, ...raconter(entree) })),
    }
  },
)

export default function HistoriqueCampagne() {
  const { entrees, suivante } = useLoaderData<typeof loader>()
  return (
    <>
      {entrees.length === 0 && <p>Rien n’est encore inscrit au journal de cette campagne.</p>}
      <EntreesJournal entrees={entrees} />
      {suivante && (
        <p>
          <MuiLink component={Link} to={`?apres=${suivante}`}>
            Plus ancien
          </MuiLink>
        </p>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
