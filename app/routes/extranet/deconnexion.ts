import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

/** Leaving is a form, so that no link of another site can do it; the address alone goes to the first page. */
export const loader = visiteurLoader({}, () => redirect('/extranet'))

export const action = visiteurAction({ form: z.object({}) }, ({ deconnecter }) => deconnecter())
