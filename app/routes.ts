import { flatRoutes } from '@remix-run/fs-routes'

/** One folder per side: pages anybody may ask, and the officers'. The addresses are those of the file names. */
export default [
  ...(await flatRoutes({ rootDirectory: 'routes/ouvertes' })),
  ...(await flatRoutes({ rootDirectory: 'routes/bureau' })),
]
