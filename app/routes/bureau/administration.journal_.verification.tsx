import { Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { phraseEtatJournal } from '#libelles/journal/etat'
import { verifierJournal } from '#queries/journal/verifier-journal'
import { Bandeau } from '#ui/kit/bandeau'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Vérification du journal – MCEI' }]

export const loader = agentLoader({ droit: 'journal.chercher' }, async ({ deps }) => {
  const etat = await verifierJournal(deps.db)
  return { intact: etat.intact, phrase: phraseEtatJournal(etat) }
})

export default function Verification() {
  const { intact, phrase } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre="Vérification du journal"
        sousTitre={
          'Chaque entrée porte l’empreinte de celle qui la précède\u00a0: une entrée changée, ajoutée ou ôtée se voit.'
        }
      />
      <Bandeau severity={intact ? 'success' : 'error'} role="status">
        {phrase}
      </Bandeau>
      <p>
        <MuiLink component={Link} to="/administration/journal">
          Revenir au journal
        </MuiLink>
      </p>
    </>
  )
}

export { PageError as ErrorBoundary }
