import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Whether the grid stands where the table stood, and what says that it is drawn. It waits for the end of a press under way on the table:
 * a click whose two halves fall on two elements opens nothing.
 */
export function usePriseDePlace(cadre: RefObject<HTMLElement>, estVenue: boolean) {
  const [isPrete, setPrete] = useState(false)
  const appuyee = useRef(false)
  const attendue = useRef(false)
  const prendrePlace = useCallback(() => {
    if (appuyee.current) attendue.current = true
    else setPrete(true)
  }, [])

  useEffect(() => {
    if (!estVenue) setPrete(false)
  }, [estVenue])

  useEffect(() => {
    const div = cadre.current
    const appuyer = () => {
      appuyee.current = true
    }
    const relever = () => {
      if (!appuyee.current) return
      // The click comes after the release, and before what is asked for then.
      setTimeout(() => {
        appuyee.current = false
        if (attendue.current) setPrete(true)
        attendue.current = false
      })
    }
    div?.addEventListener('pointerdown', appuyer)
    window.addEventListener('pointerup', relever)
    window.addEventListener('pointercancel', relever)
    return () => {
      div?.removeEventListener('pointerdown', appuyer)
      window.removeEventListener('pointerup', relever)
      window.removeEventListener('pointercancel', relever)
    }
  }, [cadre])

  return { isPrete, prendrePlace }
}
