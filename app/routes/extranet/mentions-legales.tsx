import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mentionsLegales } from '#queries/extranet/mentions-legales'
import { MentionsLegales } from '#ui/extranet/informations/mentions-legales'
import { visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Mentions légales – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({}, () => Promise.resolve({ mentions: mentionsLegales() }))

export default function PageMentions() {
  return <MentionsLegales {...useLoaderData<typeof loader>()} />
}
