import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { depotDuDemandeur } from '#queries/extranet/recapitulatif-du-demandeur'
import { DepotVu } from '#ui/extranet/dossier-suivi/depot-vu'
import { demandeurLoader, uuid } from '#web/demandeur-route'

export const meta: MetaFunction = () => [{ title: 'Ce que vous avez déposé – Europe et international' }]

export const loader = demandeurLoader({ params: { id: uuid('dossier') } }, ({ deps, demandeur, params }) =>
  depotDuDemandeur(deps.db, demandeur, params.id),
)

export default function Depot() {
  return <DepotVu {...useLoaderData<typeof loader>()} />
}
