import { useEffect, type RefObject } from 'react'

/** A `details` that closes on Escape, which gives the focus back, or on a click elsewhere. */
export function useSeFerme(panneau: RefObject<HTMLDetailsElement>) {
  useEffect(() => {
    const details = panneau.current
    const fermer = (event: Event) => {
      if (!details?.open || (event instanceof KeyboardEvent && event.key !== 'Escape')) return
      // The calendar of a day stands over the page, out of the panel.
      if (event.target instanceof Element && event.target.closest('dialog')) return
      if (event.type === 'pointerdown' && event.target instanceof Node && details.contains(event.target)) return
      details.open = false
      if (event instanceof KeyboardEvent) details.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', fermer)
    document.addEventListener('keydown', fermer)
    return () => {
      document.removeEventListener('pointerdown', fermer)
      document.removeEventListener('keydown', fermer)
    }
  }, [panneau])
}
