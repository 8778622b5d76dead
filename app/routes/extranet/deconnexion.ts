import { z } from 'zod'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

/** Leaving is a form, so that no link of another site can do it; the address alone ends nothing. */
export const loader = visiteurLoader({}, ({ finir }) => finir())

export const action = visiteurAction({ form: z.object({}) }, ({ deconnecter }) => deconnecter())
