import { createContext, useContext } from 'react'

const NonceContext = createContext('')

export const NonceProvider = NonceContext.Provider

/** The nonce of this response on the server; in the browser, where it no longer serves, an empty string. */
export const useNonce = () => useContext(NonceContext)
