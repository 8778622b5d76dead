import { __unsafe_useEmotionCache as useCacheAmbiant, CacheProvider } from '@emotion/react'
import { Box } from '@mui/material'
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { Boite } from '#ui/kit/habillage/boite'
import { makeEmotionCache } from '#ui/kit/habillage/emotion'
import { theme } from '#ui/kit/theme'

/** The browser’s styles, under the nonce of the page it loaded first; on the server a page has those of its own drawing. */
const duNavigateur =
  typeof document === 'undefined'
    ? null
    : makeEmotionCache(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '')

/**
 * What the components of MUI want around them. The frames that draw some bring it, and those of the extranet do not: it weighs a quarter of
 * their pages. Its colours and its ground are those of every page (theme.css), so it writes none.
 */
export function Habillage({ children }: { children: ReactNode }) {
  const ambiant = useCacheAmbiant()
  return (
    <CacheProvider value={duNavigateur ?? ambiant}>
      <ThemeProvider theme={theme} defaultMode="system" disableStyleSheetGeneration>
        <Boite.Provider value={Box}>{children}</Boite.Provider>
      </ThemeProvider>
    </CacheProvider>
  )
}
