import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { campagnesAnnoncees } from '#queries/extranet/campagnes-annoncees'
import { CampagnesAnnoncees } from '#ui/extranet/campagnes-annoncees'
import { visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Demander une subvention – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({}, async ({ deps, now }) => ({
  campagnes: await campagnesAnnoncees(deps.db, now),
}))

export default function Campagnes() {
  return <CampagnesAnnoncees {...useLoaderData<typeof loader>()} />
}
