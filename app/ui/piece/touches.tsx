import { useEffect } from 'react'
import { estPourLaPage } from '#ui/piece/piece-clavier'

/** Where the arrows already have a meaning of their own. */
const A_SES_FLECHES = '[role="tab"], [role="region"], [role="toolbar"], [role="grid"]'

/** Keys that act on the whole page while `actifs`: a letter, an arrow or `?`. None acts in a field, in a menu, or where it already means something. */
export function useTouches(actifs: boolean, touches: Record<string, () => void>) {
  useEffect(() => {
    if (!actifs) return
    const onKey = (event: KeyboardEvent) => {
      if (!estPourLaPage(event)) return
      if (event.key.startsWith('Arrow') && event.target instanceof HTMLElement && event.target.closest(A_SES_FLECHES))
        return
      const acte = touches[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!acte) return
      event.preventDefault()
      acte()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
