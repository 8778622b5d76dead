import type { MetaFunction } from '@remix-run/node'
import { Accessibilite } from '#ui/extranet/informations/accessibilite'
import { visiteurLoader } from '#web/visiteur-route'

export const meta: MetaFunction = () => [{ title: 'Accessibilité – Europe et international, Pas-de-Calais' }]

export const loader = visiteurLoader({}, () => Promise.resolve(null))

export { Accessibilite as default }
