import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { campagnes } from '#queries/campagne/campagnes'
import { CampagnesListe } from '#ui/campagne/campagnes-liste'
import { PageError } from '#ui/kit/page-error'
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
        <Link to="/administration/jours">Jours de fermeture</Link>
        {' · '}
        {peutVoirJournal && <Link to="/administration/journal">Journal</Link>}
        {peutVoirFiles && (
          <>
            {' · '}
            <Link to="/administration/files">Fonctionnement de l’application</Link>
          </>
        )}
      </p>
      <CampagnesListe campagnes={lignes} />
    </>
  )
}

export { PageError as ErrorBoundary }
