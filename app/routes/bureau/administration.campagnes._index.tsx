import { Link as MuiLink } from '@mui/material'
import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { campagnes } from '#queries/campagne/campagnes'
import { CampagnesListe } from '#ui/campagne/campagnes-liste'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Campagnes – MCEI' }]

export const loader = agentLoader({ droit: 'campagne.regler' }, async ({ agent, deps }) => ({
  campagnes: await campagnes(deps.db),
  peutVoirFiles: hasDroit(agent, 'files.voir'),
  peutVoirJournal: hasDroit(agent, 'journal.chercher'),
}))

export default function Campagnes() {
  const { campagnes: lignes, peutVoirFiles, peutVoirJournal } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader titre="Campagnes" sousTitre="Dates, enveloppe, pièces demandées et signature des courriels." />
      <p>
        <MuiLink component={Link} to="/administration/jours">
          Jours de fermeture
        </MuiLink>
        {' · '}
        <MuiLink component={Link} to="/administration/territoires">
          Territoires
        </MuiLink>
        {' · '}
        <MuiLink component={Link} to="/administration/textes">
          Textes tout prêts
        </MuiLink>
        {' · '}
        {peutVoirJournal && (
          <MuiLink component={Link} to="/administration/journal">
            Journal
          </MuiLink>
        )}
        {peutVoirFiles && (
          <>
            {' · '}
            <MuiLink component={Link} to="/administration/files">
              Fonctionnement de l’application
            </MuiLink>
          </>
        )}
      </p>
      <CampagnesListe campagnes={lignes} />
    </>
  )
}

export { PageError as ErrorBoundary }
