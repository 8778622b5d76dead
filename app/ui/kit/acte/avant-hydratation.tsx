import { useEffect } from 'react'
import { useNonce } from '#ui/kit/nonce'

const PRETE = 'page-prete'

/**
 * What runs before anything else: until the page listens, a press on what only a script can answer is kept, in order, and so are the keys
 * pressed on the page and the words written in a field. When the page listens they are given back to it as if they came then. A link, a
 * `details` and a file field work without: they are let through. When a script does not come, the browser does what it can by itself.
 * It is sent as its own text: it knows nothing outside itself.
 */
function garder(prete: string) {
  const PRESSES = 'button, [role="button"], [role="tab"], input[type="checkbox"], input[type="radio"], label'
  const TOUCHES = /^([a-z?]|Arrow(Left|Right))$/i
  const gardes: (() => void)[] = []
  const mots = new Map<HTMLInputElement | HTMLTextAreaElement, string>()
  let attend = true

  const seCoche = (element: Element | null) =>
    element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio')
  /** What the press is on; null for what works by itself. */
  function presse(cible: EventTarget | null): HTMLElement | null {
    if (!(cible instanceof Element) || cible.closest('a[href], summary')) return null
    const lui = cible.closest<HTMLElement>(PRESSES)
    return lui instanceof HTMLLabelElement && !seCoche(lui.control) ? null : lui
  }
  function surClic(event: MouseEvent) {
    const lui = attend && event.isTrusted ? presse(event.target) : null
    if (!lui) return
    event.preventDefault()
    event.stopImmediatePropagation()
    gardes.push(() => {
      if (lui.isConnected) lui.click()
    })
  }
  function surTouche(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, repeat, isTrusted, target } = event
    if (!attend || !isTrusted || ctrlKey || metaKey || altKey || repeat || target !== document.body) return
    if (!TOUCHES.test(key)) return
    gardes.push(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
    )
  }
  function surMot({ target }: Event) {
    const seTape =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'file')
    if (attend && seTape && !seCoche(target)) mots.set(target, target.value)
  }
  /** Writes the words again so that the page hears them: what it already believes to be there, it would not. */
  function redire(valeur: string, champ: HTMLInputElement | HTMLTextAreaElement) {
    if (!champ.isConnected) return
    champ.value = ''
    Reflect.set(Object.getPrototypeOf(champ) as object, 'value', valeur, champ)
    champ.dispatchEvent(new Event('input', { bubbles: true }))
  }
  function rendre() {
    if (!attend) return
    attend = false
    mots.forEach(redire)
    for (const rejouer of gardes) rejouer()
  }
  addEventListener('click', surClic, true)
  addEventListener('keydown', surTouche, true)
  addEventListener('input', surMot, true)
  addEventListener(prete, rendre)
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && rendre(), true)
}

/** Keeps what is pressed and written before the page listens; at the top of the document. */
export function AvantHydratation() {
  const texte = `(${garder.toString()})('${PRETE}')`
  return <script nonce={useNonce()} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: texte }} />
}

/** Says that the page listens: what was kept is given back to it. In the component above every page. */
export function usePagePrete() {
  useEffect(() => {
    window.dispatchEvent(new Event(PRETE))
  }, [])
}
