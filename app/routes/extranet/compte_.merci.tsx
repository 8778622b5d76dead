import type { MetaFunction } from '@remix-run/node'
import { CompteDemandeEnvoyee } from '#ui/extranet/compte-suites'

export const meta: MetaFunction = () => [{ title: 'Confirmez votre adresse – Europe et international' }]

export default CompteDemandeEnvoyee
