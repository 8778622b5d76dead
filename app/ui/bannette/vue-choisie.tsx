import { useEffect } from 'react'

const UN_AN_S = 31_536_000

const nomDuCookie = (cle: string) => `mcei_vue_${cle}`

/** The tab of a bannette this browser looked at last (the header as it came), or undefined. */
export function vueChoisie(cookies: string | null, cle: string): string | undefined {
  const debut = `${nomDuCookie(cle)}=`
  return cookies
    ?.split('; ')
    .find((un) => un.startsWith(debut))
    ?.slice(debut.length)
}

/** Remembers the tab that is shown, for who comes back by the address alone. */
export function useVueChoisie(cle: string, vue: string) {
  useEffect(() => {
    document.cookie = `${nomDuCookie(cle)}=${vue}; path=/; max-age=${UN_AN_S}; samesite=lax`
  }, [cle, vue])
}
