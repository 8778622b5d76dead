import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { courrielsDuDemandeur } from '#queries/extranet/courriels-du-demandeur'
import { CourrielsDuDemandeur } from '#ui/extranet/dossier-suivi/courriels-du-demandeur'
import { demandeurLoader } from '#web/demandeur-route'

const PAGE_MAX = 1000

const CourrielsSearch = z.object({ page: z.coerce.number().int().min(1).max(PAGE_MAX).catch(1).default(1) })

export const meta: MetaFunction = () => [{ title: 'Vos courriels – Europe et international' }]

export const loader = demandeurLoader({ search: CourrielsSearch }, ({ deps, demandeur, search }) =>
  courrielsDuDemandeur(deps.db, { demandeurId: demandeur.id, page: search.page }),
)

export default function Courriels() {
  return <CourrielsDuDemandeur {...useLoaderData<typeof loader>()} />
}
