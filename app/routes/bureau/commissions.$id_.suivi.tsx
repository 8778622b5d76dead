import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { nomDeSeance } from '#libelles/seance/seance'
import { suiviDeSeance } from '#queries/seance/suivi'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { Suivi } from '#ui/notification-de-decision/suivi-de-seance'
import { agentLoader } from '#web/agent-route'
import { uuid } from '#web/params'

export const meta: MetaFunction = () => [{ title: 'Suivi des notifications – MCEI' }]

export const loader = agentLoader(
  { droit: 'seance.lire', params: { id: uuid('seance') } },
  ({ deps, params: { id } }) => suiviDeSeance(deps.db, id),
)

/** Until each decision of a séance is proved to have been notified, or an agent saw to it. */
export default function SuiviDeSeance() {
  const suivi = useLoaderData<typeof loader>()
  const reste = suivi.total - suivi.reglees.length
  return (
    <>
      <Link to={`/commissions/${suivi.id}`}>{nomDeSeance(suivi)}</Link>
      <PageHeader
        titre="Suivi des notifications"
        sousTitre={
          suivi.total + suivi.rouvertes.length === 0
            ? 'Aucune décision n’est encore votée\u00a0: la séance dit ce qui vient ensuite.'
            : reste === 0
              ? 'Chaque décision est notifiée, ou réglée par un agent.'
              : `${compter(reste, 'décision')} dont la notification n’est pas prouvée, sur ${suivi.total}.`
        }
      />
      {suivi.total + suivi.rouvertes.length > 0 && <Suivi {...suivi} />}
    </>
  )
}

export { PageError as ErrorBoundary }
