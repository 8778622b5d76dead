import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  build: { target: 'es2022' },
  // @emotion/server has no ESM entry Node accepts, so it is bundled; MUI must stay outside the bundle.
  ssr: { noExternal: ['@emotion/server'] },
})
