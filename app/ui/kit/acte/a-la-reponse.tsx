import { useEffect, useRef } from 'react'

/** Does `faire` once for each answer, with what the page knows when it comes; the page may be drawn again before it has heard of it. */
export function useALaReponse<R extends object>(reponse: R | undefined, faire: (reponse: R) => void) {
  const vue = useRef<R | undefined>(undefined)
  useEffect(() => {
    if (reponse === undefined || reponse === vue.current) return
    vue.current = reponse
    faire(reponse)
  })
}
