import { expect, type Page } from '@playwright/test'

/**
 * What a machine sees of the theme 11 of the RGAA on a page as it stands, each fault under the number of its criterion. Runs in the page: nothing outside of
 * it is at hand.
 */
export const fautesDeFormulaires = (page: Page) =>
  page.evaluate(() => {
    const fautes: string[] = []
    const fauter = (critere: string, quoi: Element, pourquoi: string) =>
      fautes.push(`${critere} ${pourquoi}: ${quoi.outerHTML.slice(0, 160)}`)
    const vu = (un: Element) => un.getClientRects().length > 0 && getComputedStyle(un).visibility !== 'hidden'
    const mots = (un: Element | null | undefined) => (un?.textContent ?? '').replace(/\s+/g, ' ').trim()
    type Champ = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
    // What is folded away is a form too: it is opened before it is judged.
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
    const champs = [...document.querySelectorAll<Champ>('main input, main select, main textarea')].filter(
      (un) => !['hidden', 'submit', 'button', 'image', 'reset'].includes(un.type),
    )
    const dits = (un: Element, attribut: string) =>
      (un.getAttribute(attribut) ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => document.getElementById(id))

    for (const champ of champs) {
      const labels = [...(champ.labels ?? [])].filter((un) => mots(un) !== '')
      const [label] = labels
      if (!label) {
        fauter('11.1', champ, 'no label is tied to it')
        continue
      }
      // What is drawn for a finger alone is not there for a mouse.
      if (vu(champ) && !labels.some(vu)) fauter('11.1', champ, 'its label is not seen')
      if (mots(label).replace(/[*\s:]/g, '').length < 2) fauter('11.2', champ, 'its label says nothing')
      if (vu(champ) && vu(label)) {
        const [a, b] = [champ.getBoundingClientRect(), label.getBoundingClientRect()]
        const ecart = Math.max(a.top - b.bottom, b.top - a.bottom, a.left - b.right, b.left - a.right)
        if (ecart > 40) fauter('11.4', champ, 'its label is far from it')
      }
      if (dits(champ, 'aria-describedby').some((un) => mots(un) === ''))
        fauter('11.10', champ, 'is described by nothing')
      if (champ.getAttribute('aria-invalid') === 'true' && dits(champ, 'aria-describedby').length === 0) {
        const groupe = champ.closest('fieldset[aria-describedby]')
        if (!groupe || dits(groupe, 'aria-describedby').every((un) => mots(un) === ''))
          fauter('11.10', champ, 'nothing tied to it says why it is refused')
      }
    }

    const parNom = new Map<string, Champ[]>()
    for (const champ of champs.filter(({ type }) => type === 'radio' || type === 'checkbox')) {
      const cle = `${champ.form?.getAttribute('aria-label') ?? ''} ${champ.name}`
      parNom.set(cle, [...(parNom.get(cle) ?? []), champ])
    }
    for (const [champ, ...autres] of parNom.values()) {
      if (!champ || (autres.length === 0 && champ.type === 'checkbox')) continue
      const groupe = champ.closest('fieldset')
      if (!groupe) fauter('11.5', champ, 'of several, in no fieldset')
      else if (mots(groupe.querySelector(':scope > legend')) === '') fauter('11.6', groupe, 'its legend says nothing')
    }
    for (const groupe of document.querySelectorAll('main fieldset:not([aria-hidden]):not([disabled])')) {
      const legende = groupe.querySelector(':scope > legend') ?? groupe.hasAttribute('aria-label')
      const combien = groupe.querySelectorAll('input:not([type=hidden]), select, textarea').length
      if (combien > 1 && !legende) fauter('11.6', groupe, 'it gathers fields and has no legend')
    }
    for (const form of document.querySelectorAll('main form')) {
      const libres = [...form.querySelectorAll('input:not([type=hidden]), select, textarea')]
      if (libres.length > 6 && libres.some((un) => !un.closest('fieldset:not([aria-hidden])')))
        fauter('11.5', form, 'it asks many things that nothing gathers')
    }

    const legendes11 = new Map<string, Element[]>()
    for (const legende of document.querySelectorAll('main fieldset:not([aria-hidden]) > legend')) {
      const dite = mots(legende).replace(/[*\s:]+$/, '')
      if (dite.length < 3 || /^(autres?|divers|champs?|informations?|groupe)$/i.test(dite))
        fauter('11.7', legende, 'it does not say what the fields have in common')
      const form = legende.closest('form') ?? document.body
      const cle = `${form.getAttribute('aria-label') ?? form.id} ${dite}`
      legendes11.set(cle, [...(legendes11.get(cle) ?? []), legende])
    }
    for (const [legende, ...autres] of legendes11.values())
      if (legende && autres.length > 0) fauter('11.7', legende, 'two groups of one form are called so')

    for (const liste of document.querySelectorAll<HTMLSelectElement>('main select')) {
      const groupes = [...liste.querySelectorAll('optgroup')]
      for (const groupe of groupes) {
        if (groupe.label.trim().length < 3) fauter('11.8', groupe, 'it does not say what its choices have in common')
        if (!groupe.querySelector('option')) fauter('11.8', groupe, 'it gathers nothing')
      }
      const dites = [...liste.options].map(mots)
      if (new Set(dites).size < dites.length) fauter('11.8', liste, 'two of its choices read the same')
      // Beyond that nobody reads a list that is cut into no groups; shorter, all of ours are of one kind.
      if (groupes.length === 0 && dites.length > 25)
        fauter('11.8', liste, `${dites.length} choices that nothing gathers`)
    }

    const VAGUES = /^(ok|go|cliquez ici|ici|suite|lien|bouton|submit|en savoir plus)?$/i
    const noms = new Map<string, Element[]>()
    for (const bouton of document.querySelectorAll(
      'main button, main [role=button], main input[type=submit], main summary',
    )) {
      // Nobody finds it: it is what Enter presses.
      if (bouton instanceof HTMLElement && bouton.hidden) continue
      const nom = bouton.getAttribute('aria-label') ?? mots(bouton)
      if (VAGUES.test(nom)) fauter('11.9', bouton, 'it does not say what it does')
      const vus = bouton.getAttribute('aria-label') && mots(bouton)
      if (vus && !nom.toLowerCase().includes(vus.toLowerCase()))
        fauter('11.9', bouton, 'it is called otherwise than it reads')
      noms.set(nom, [...(noms.get(nom) ?? []), bouton])
    }
    for (const [nom, semblables] of noms) {
      const ou = (un: Element) => un.closest('section[aria-labelledby], section[aria-label], form[aria-label], li, tr')
      if (semblables.length > 1 && new Set(semblables.map(ou)).size < semblables.length)
        fauter('11.9', semblables[0] as Element, `${semblables.length} are called « ${nom} » in one place`)
    }

    const obliges = champs.filter((un) => un.required || un.getAttribute('aria-required') === 'true')
    const etoiles = champs.filter((un) => [...(un.labels ?? [])].some((label) => mots(label).includes('*')))
    const legendes = [...document.querySelectorAll('main legend')].filter(
      (un) => mots(un).includes('*') && !un.closest('[aria-hidden]'),
    )
    for (const champ of obliges)
      if (!etoiles.includes(champ) && !legendes.some((une) => une.parentElement?.contains(champ)))
        fauter('11.10', champ, 'nothing seen says that it is required')
    for (const champ of etoiles)
      if (!obliges.includes(champ)) fauter('11.10', champ, 'it is starred, and not said to be required')
    const marque = [...etoiles, ...legendes][0]
    const explique = [...document.querySelectorAll('main p')].find((un) => /étoile \(\*\)/.test(mots(un)))
    if (marque && !explique) fauter('11.10', marque, 'nothing says what a star means')
    if (marque && explique && !(explique.compareDocumentPosition(marque) & Node.DOCUMENT_POSITION_FOLLOWING))
      fauter('11.10', marque, 'what a star means is said after it')

    const ANCRES = document.querySelectorAll<HTMLAnchorElement>('main [role=alert] a[href^="#"]')
    for (const lien of ANCRES) {
      const cible = document.getElementById(decodeURIComponent(lien.hash.slice(1)))
      if (!cible) fauter('11.10', lien, 'it leads to no field')
    }

    const SIENS: Record<string, string> = {
      prenom: 'given-name',
      nom: 'family-name',
      contact: 'name',
      courriel: 'email username',
      telephone: 'tel',
      fonction: 'organization-title',
      motDePasse: 'current-password new-password',
      confirmation: 'new-password',
      code: 'one-time-code',
      codePostal: 'postal-code',
      commune: 'address-level2',
      raisonSociale: 'organization',
      site: 'url',
    }
    for (const champ of champs) {
      const attendus = SIENS[champ.name]
      if (!attendus || !('autocomplete' in champ) || champ.type === 'radio' || champ.type === 'checkbox') continue
      if (!attendus.split(' ').includes(champ.autocomplete)) fauter('11.13', champ, `autocomplete is not ${attendus}`)
    }
    return fautes
  })

/** The same of the theme 13, and of what a page links to. */
export const fautesDeConsultation = (page: Page) =>
  page.evaluate(() => {
    const fautes: string[] = []
    const fauter = (critere: string, quoi: Element, pourquoi: string) =>
      fautes.push(`${critere} ${pourquoi}: ${quoi.outerHTML.slice(0, 200)}`)
    for (const meta of document.querySelectorAll('meta[http-equiv=refresh i]'))
      fauter('13.1', meta, 'it goes by itself')
    for (const lien of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const nom = lien.getAttribute('aria-label') ?? lien.textContent
      if (lien.target === '_blank' && !/nouvel onglet|autre onglet|nouvelle fenêtre/.test(nom))
        fauter('13.2', lien, 'it does not say that it opens a tab')
      const fichier = /\/(lettre|recapitulatif|budget|fichier|modele\/\w+)(\?|$)/.test(lien.pathname + lien.search)
      if (fichier && !/PDF|\.[a-z]{3,4}\b|Word|Excel|texte/i.test(nom))
        fauter('13.3', lien, 'it does not say what file it gives')
    }
    for (const quoi of document.querySelectorAll('marquee, blink, video[autoplay], audio[autoplay]'))
      fauter('13.8', quoi, 'it moves by itself')
    for (const { effect } of document.getAnimations()) {
      const sur = effect instanceof KeyframeEffect ? effect.target : null
      if (sur && effect?.getTiming().iterations === Number.POSITIVE_INFINITY)
        fauter('13.8', sur, 'it moves without end')
    }
    const vue = document.querySelector('meta[name=viewport]')
    if (vue && /user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*1\b/.test(vue.getAttribute('content') ?? ''))
      fauter('13.9', vue, 'it cannot be made larger')
    for (const dessin of document.querySelectorAll('main [role=img], main svg:not([aria-hidden=true]), main img'))
      if (!/[\p{L}]{3}/u.test(dessin.getAttribute('aria-label') ?? dessin.getAttribute('alt') ?? dessin.textContent))
        if (dessin.getAttribute('alt') !== '') fauter('13.6', dessin, 'what stands for it says nothing')
    const texte = document.querySelector('main')?.innerText ?? ''
    const dessins = /\p{Extended_Pictographic}/u.exec(texte.replace(/[©®™↔]/g, ''))
    if (dessins) fautes.push(`13.5 it says something by a drawing: ${dessins[0]}`)
    const cryptique = /(?:^|\s)(?:[:;]-?[)(DP]|<3|\^\^|¯\\_)(?:\s|$)/.exec(texte)
    if (cryptique) fautes.push(`13.5 it draws with letters: ${cryptique[0]}`)
    return fautes
  })

/** Both themes, where a journey brings: no fault. */
export async function sansFauteRgaa(page: Page) {
  const ou = new URL(page.url()).pathname
  const fautes = [...(await fautesDeFormulaires(page)), ...(await fautesDeConsultation(page))]
  expect(fautes.map((une) => `${ou} – ${une}`)).toEqual([])
}
