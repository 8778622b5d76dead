import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { aJoindre } from '#queries/extranet/campagnes-annoncees'
import { missionAJoindre } from '#queries/extranet/mission-a-joindre'
import { Contact } from '#ui/extranet/informations/contact'
import { visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Contact – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({}, async ({ deps, now }) => ({
  aJoindre: await aJoindre(deps.db, now),
  mission: missionAJoindre(),
}))

export default function PageContact() {
  return <Contact {...useLoaderData<typeof loader>()} />
}
