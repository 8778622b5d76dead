import { layout } from '@remix-run/route-config'
import { flatRoutes } from '@remix-run/fs-routes'

const CADRE_BUREAU = 'routes/bureau/_cadre.tsx'

/** One folder per side: pages anybody may ask, and the officers', inside their frame. The addresses are those of the file names. */
export default [
  ...(await flatRoutes({ rootDirectory: 'routes/ouvertes' })),
  layout(CADRE_BUREAU, await flatRoutes({ rootDirectory: 'routes/bureau', ignoredRouteFiles: ['**/_cadre.tsx'] })),
]
