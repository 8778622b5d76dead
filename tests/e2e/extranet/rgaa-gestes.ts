import type { Page } from '@playwright/test'

/**
 * From here each page says what it listens to of a device that is moved: nothing is done by it here, so that nothing needs another way (RGAA 13.12).
 */
export const ecouterLesPages = (page: Page) =>
  page.addInitScript(() => {
    const ecoutes: string[] = []
    const vraie = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (type: string, ...reste: never[]) {
      // React listens to fingers once for all: what it does of them is told by each element.
      if (/^(device|gesture)/.test(type)) ecoutes.push(type)
      return Reflect.apply(vraie, this, [type, ...reste]) as undefined
    }
    Object.assign(window, { ecoutes })
  })

/** What a machine sees of the criteria 13.7 to 13.12 on a page that says what it listens to, each fault under its number. */
export const fautesDeGestes = (page: Page) =>
  page.evaluate(() => {
    const fautes: string[] = []
    const fauter = (critere: string, quoi: Element, pourquoi: string) =>
      fautes.push(`${critere} ${pourquoi}: ${quoi.outerHTML.slice(0, 200)}`)

    for (const quoi of document.querySelectorAll(
      'video, canvas, audio, object, embed, marquee, blink, img[src*=".gif"]',
    ))
      fauter('13.7', quoi, 'it may flash or move, and nothing here says how it is stopped')
    const CINQ_SECONDES = 5_000
    for (const { effect } of document.getAnimations()) {
      const { duration, iterations = 1 } = effect?.getTiming() ?? {}
      const sur = effect instanceof KeyframeEffect ? effect.target : null
      const tour = typeof duration === 'number' ? duration : 0
      if (!sur) continue
      if (iterations > 1 && tour > 0 && tour < 1_000 / 3)
        fauter('13.7', sur, 'it flashes more than three times a second')
      if (tour * iterations > CINQ_SECONDES) fauter('13.8', sur, 'it moves for more than five seconds')
    }
    // What would move once something else is shown is written in the sheets already.
    const regles = [...document.styleSheets].flatMap((feuille) => [...feuille.cssRules])
    for (const regle of regles) {
      if (regle instanceof CSSMediaRule && /orientation/.test(regle.conditionText))
        fautes.push(`13.9 it is drawn by how the screen is held: ${regle.conditionText}`)
      if (regle instanceof CSSStyleRule && /infinite/.test(regle.style.animation + regle.style.animationIterationCount))
        if (document.querySelector(regle.selectorText.replace(/::?[\w-]+(\([^)]*\))?/g, '') || '*'))
          fautes.push(`13.8 it would move without end: ${regle.selectorText}`)
    }

    const ecoutes = Reflect.get(window, 'ecoutes') as string[] | undefined
    if (!ecoutes) fautes.push('13.12 the page does not say what it listens to')
    for (const type of ecoutes ?? [])
      fautes.push(`${type.startsWith('device') ? '13.12' : '13.10'} it listens to ${type}`)
    const DE_LA_MAIN = /^on(Touch|PointerMove|MouseMove|Wheel|Gesture)/
    const AVANT_DE_LACHER = /^on(MouseDown|PointerDown|TouchStart)/
    for (const element of document.querySelectorAll('body, body *')) {
      const cle = Object.keys(element).find((nom) => nom.startsWith('__reactProps$'))
      for (const nom of Object.keys((cle && (Reflect.get(element, cle) as object)) || {})) {
        // A link that is touched brings the code of its page sooner, and leads there once the finger is lifted.
        if (nom === 'onTouchStart' && element instanceof HTMLAnchorElement) continue
        if (DE_LA_MAIN.test(nom)) fauter('13.10', element, `${nom} asks for a gesture`)
        if (AVANT_DE_LACHER.test(nom)) fauter('13.11', element, `${nom} acts before the finger is lifted`)
        // A file is dropped, or chosen by one press.
        if (/^on(Drag|Drop)/.test(nom) && !element.querySelector('input[type=file]'))
          fauter('13.10', element, `${nom} is the only way`)
      }
      for (const { name } of element.attributes) if (/^on/.test(name)) fauter('13.11', element, `${name} acts`)
    }
    return fautes
  })
