/** The routes of the running build, as the Remix plugin of Vite gives them. */
declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'

  export const routes: ServerBuild['routes']
}
