import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  // The drawings of icones.svg are asked for by their name: the file must stay one.
  build: { target: 'es2022', assetsInlineLimit: (file) => (file.endsWith('.svg') ? false : undefined) },
  // @emotion/server has no ESM entry Node accepts, so it is bundled; MUI must stay outside the bundle.
  ssr: { noExternal: ['@emotion/server'] },
})
