import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { poser } from '#ui/kit/direct/etat'
import { ouvrirFlux } from '#ui/kit/direct/flux'

/** The browser's streams, opened and never closed by themselves. */
class Source extends EventTarget {
  static readonly ouvertes: Source[] = []
  constructor(readonly url: string) {
    super()
    Source.ouvertes.push(this)
  }
  close() {
    Source.ouvertes.splice(Source.ouvertes.indexOf(this), 1)
  }
  dire(nom: string, donnees: unknown) {
    this.dispatchEvent(new MessageEvent(nom, { data: JSON.stringify(donnees) }))
  }
}

const MONTRE = { sujet: 'lot-actes:1', version: null, enCours: true }

let fermer = () => {}
const revoir = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  const cible = Object.assign(new EventTarget(), { setTimeout, setInterval })
  vi.stubGlobal('window', cible)
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('EventSource', Source)
  revoir.mockClear()
  poser({ montre: MONTRE })
  fermer = ouvrirFlux(revoir)
})

afterEach(() => {
  fermer()
  poser({ montre: null })
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a page that comes back to a work under way looks again: what was told while it showed something else is lost', () => {
  Source.ouvertes[0]?.dire('pret', null)
  expect(revoir).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(5_000)
  poser({ montre: null })
  Source.ouvertes[0]?.dire('fait', { version: null, autres: [] })
  poser({ montre: { ...MONTRE } })
  vi.advanceTimersByTime(5_000)
  expect(Source.ouvertes).toHaveLength(1)
  expect(revoir).toHaveBeenCalledTimes(2)
})

test('what is told of what the page shows makes it look again, at most every two seconds', () => {
  Source.ouvertes[0]?.dire('pret', null)
  for (let mot = 0; mot < 5; mot += 1) Source.ouvertes[0]?.dire('fait', { version: null, autres: [] })
  expect(revoir).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2_000)
  expect(revoir).toHaveBeenCalledTimes(2)
})
