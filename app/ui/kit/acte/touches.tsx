import { useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useDire } from '#ui/kit/acte/dire'

/** Where a letter is written, or already means something. */
const SAISIE =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"], [role="combobox"], [role="dialog"]'

/** Where the arrows already have a meaning of their own. */
const A_SES_FLECHES = '[type="radio"], [role="tab"], [role="region"], [role="toolbar"], [role="grid"]'

/** A letter typed in a field, in a menu or with a modifier is not a shortcut; an arrow may mean something where the focus is. */
function estPourLaPage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (!(event.target instanceof HTMLElement)) return true
  return !event.target.closest(SAISIE) && !(event.key.startsWith('Arrow') && event.target.closest(A_SES_FLECHES))
}

/** The page that is being loaded is another one than the one shown. */
function useEnRoute(): boolean {
  const { state, location } = useNavigation()
  return state === 'loading' && location.pathname !== window.location.pathname
}

/**
 * Keys that act on the whole page while `actifs`: a letter, an arrow (`Maj+` before its name with the shift key) or `?`. None acts in a field, in a menu, or where it already means
 * something. A letter held down acts once. While another page is loading a key is refused, and said: what it would act on is what the
 * officer has left. A key that leads to another page answers true, and is already on its way for the next one.
 */
export function useTouches(actifs: boolean, touches: Record<string, () => unknown>) {
  const dire = useDire()
  const enRoute = useEnRoute()
  const partie = useRef(false)
  useEffect(() => {
    if (!enRoute) partie.current = false
  }, [enRoute])
  useEffect(() => {
    if (!actifs) return
    const onKey = (event: KeyboardEvent) => {
      const nom = nomDe(event)
      if (!nom.startsWith('Ctrl+') && !estPourLaPage(event)) return
      const acte = touches[nom]
      if (!acte) return
      event.preventDefault()
      if (event.repeat && !event.key.startsWith('Arrow')) return
      if (enRoute || partie.current) dire({ texte: phraseRefus(nom), genre: 'info' })
      else if (acte() === true) partie.current = true
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** A letter whatever its case; an arrow, and whether it is pressed with the shift key; Ctrl K, which acts in a field too. */
function nomDe({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return 'Ctrl+k'
  if (key.length === 1) return key.toLowerCase()
  return shiftKey && key.startsWith('Arrow') ? `Maj+${key}` : key
}

const NOMS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  'Maj+ArrowLeft': 'Maj\u00a0+\u00a0←',
  'Maj+ArrowRight': 'Maj\u00a0+\u00a0→',
  'Maj+ArrowDown': 'Maj\u00a0+\u00a0↓',
}

const phraseRefus = (touche: string) =>
  `La page demandée se charge encore\u00a0: la touche ${NOMS[touche] ?? touche.toUpperCase()} n’a rien fait.`
