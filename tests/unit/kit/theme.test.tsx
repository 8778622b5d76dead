import { CacheProvider } from '@emotion/react'
import createEmotionServer from '@emotion/server/create-instance'
import { CssBaseline } from '@mui/material'
import { ThemeProvider } from '@mui/material/styles'
import { format, resolveConfig } from 'prettier'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { makeEmotionCache } from '#ui/kit/habillage/emotion'
import { theme } from '#ui/kit/theme'

const FEUILLE = 'app/ui/kit/theme.css'

/** The sheet that a page of MUI writes for what it draws. */
function feuilleDe(page: ReactElement): string {
  const cache = makeEmotionCache('')
  const { extractCriticalToChunks } = createEmotionServer(cache)
  const html = renderToString(<CacheProvider value={cache}>{page}</CacheProvider>)
  return extractCriticalToChunks(html)
    .styles.map(({ css }) => css)
    .join('\n')
}

test('the sheet that every page loads is what the theme says, its variables before its ground: `vitest -u` writes it', async () => {
  const variables = feuilleDe(<ThemeProvider theme={theme} />)
  const sol = feuilleDe(
    <ThemeProvider theme={theme} disableStyleSheetGeneration>
      <CssBaseline />
    </ThemeProvider>,
  )
  const config = await resolveConfig(FEUILLE)
  await expect(await format(`${variables}\n${sol}`, { ...config, parser: 'css' })).toMatchFileSnapshot(
    `../../../${FEUILLE}`,
  )
})
