import { useFetchers, useLoaderData, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { partirSansDemander } from '#ui/kit/formulaire/saisies'

/** In ms: under load a reading was seen to be answered to the router, which waited for it for ever; asked once more, it waited again. */
const TROP_LONG = 6_000

/** The page from the server, unless another file is on its way from here. */
const rouvrir = () => {
  if (document.querySelector('progress')) return false
  partirSansDemander()
  window.location.reload()
  return true
}

/**
 * Has the page asked anew once nothing else is on its way: what another sending reads again, begun before, would be shown in its place. One that shows
 * nothing newer after a while is opened again.
 */
export function useRelecture(): () => void {
  const { revalidate } = useRevalidator()
  const montre = useLoaderData<object>()
  const occupe = useFetchers().some(({ state }) => state !== 'idle')
  const [voulues, vouloir] = useState(0)
  /** What was shown when it was last asked, and how many readings were wanted then. */
  const demandee = useRef<{ montre: object; voulues: number }>()
  const servies = useRef(0)
  useEffect(() => {
    if (demandee.current && demandee.current.montre !== montre) {
      servies.current = demandee.current.voulues
      demandee.current = undefined
    }
    if (servies.current === voulues || occupe) return
    demandee.current = { montre, voulues }
    revalidate()
    const encore = setInterval(() => rouvrir() && clearInterval(encore), TROP_LONG)
    return () => clearInterval(encore)
  }, [voulues, occupe, montre, revalidate])
  return useCallback(() => vouloir((combien) => combien + 1), [])
}
