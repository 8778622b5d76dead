import { useFetchers, useLoaderData, useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A page that was asked anew and shows nothing newer is asked once more after this, in ms: under load a reading was seen to be answered and never shown. */
const ENCORE = 5_000

/**
 * Has the page asked anew until it shows something newer, once nothing else is on its way: what another sending reads again, begun before, would be
 * shown in its place.
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
    const encore = setInterval(revalidate, ENCORE)
    return () => clearInterval(encore)
  }, [voulues, occupe, montre, revalidate])
  return useCallback(() => vouloir((combien) => combien + 1), [])
}
