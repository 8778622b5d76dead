import { layout, prefix } from '@remix-run/route-config'
import { flatRoutes } from '@remix-run/fs-routes'

const CADRE_BUREAU = 'routes/bureau/_cadre.tsx'
const CADRE_EXTRANET = 'routes/extranet/_cadre.tsx'

const SANS_CADRE = { ignoredRouteFiles: ['**/_cadre.tsx'] }

/**
 * One folder per side: pages anybody may ask, the one behind the link of an expert, the officers', inside their frame, and the extranet's, inside its own and under its own prefix.
 * The addresses are those of the file names.
 */
export default [
  ...(await flatRoutes({ rootDirectory: 'routes/ouvertes' })),
  ...(await flatRoutes({ rootDirectory: 'routes/expert' })),
  layout(CADRE_BUREAU, await flatRoutes({ rootDirectory: 'routes/bureau', ...SANS_CADRE })),
  ...prefix('extranet', [
    layout(CADRE_EXTRANET, await flatRoutes({ rootDirectory: 'routes/extranet', ...SANS_CADRE })),
  ]),
]
