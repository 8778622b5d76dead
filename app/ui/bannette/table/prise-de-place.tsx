import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Whether the grid stands where the table stood, and what says that it is drawn. It waits for the end of a press under way on the table, were it
 * begun before the page listened: a click whose two halves fall on two elements opens nothing.
 */
export function usePriseDePlace(cadre: RefObject<HTMLElement>, estVenue: boolean) {
  const [isPrete, setPrete] = useState(false)
  const attendue = useRef(false)
  const prendrePlace = useCallback(() => {
    if (cadre.current?.matches(':active')) attendue.current = true
    else setPrete(true)
  }, [cadre])

  useEffect(() => {
    if (!estVenue) setPrete(false)
  }, [estVenue])

  useEffect(() => {
    const relever = () => {
      if (!attendue.current) return
      attendue.current = false
      // The click comes after the release, and before what is asked for then.
      setTimeout(() => setPrete(true))
    }
    window.addEventListener('pointerup', relever)
    window.addEventListener('pointercancel', relever)
    return () => {
      window.removeEventListener('pointerup', relever)
      window.removeEventListener('pointercancel', relever)
    }
  }, [])

  return { isPrete, prendrePlace }
}
