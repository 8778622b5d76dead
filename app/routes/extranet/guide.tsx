import type { MetaFunction } from '@remix-run/node'
import { Guide } from '#ui/extranet/informations/guide'
import { visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Guide de la demande – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({}, () => Promise.resolve(null))

export { Guide as default }
