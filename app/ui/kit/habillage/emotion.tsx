import createCache from '@emotion/cache'

/** Where MUI's styles go: tags that carry the page's nonce, so that the CSP needs no unsafe-inline. */
export const makeEmotionCache = (nonce: string) => createCache({ key: 'css', nonce })
