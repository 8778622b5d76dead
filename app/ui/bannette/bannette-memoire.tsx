import { useLocation, useNavigationType } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** What this browser tab remembers of a bannette: the last list looked at, where it was scrolled to, and the row opened from it. */
export type Memoire = { adresse: string; haut: number; ouvert: string | null }

/** Set on a link that comes back to a list, so that the list knows to take its place again. */
export const RETOUR = 'retour'

const keyOf = (bannette: string) => `mcei.bannette.${bannette}`

/** What is remembered of a bannette (its path), or null: nothing yet, or nothing that can be trusted. */
export function readMemoire(bannette: string): Memoire | null {
  try {
    const lu: unknown = JSON.parse(sessionStorage.getItem(keyOf(bannette)) ?? 'null')
    if (typeof lu !== 'object' || lu === null || !('adresse' in lu) || typeof lu.adresse !== 'string') return null
    const [haut, ouvert] = ['haut' in lu ? lu.haut : 0, 'ouvert' in lu ? lu.ouvert : null]
    if (lu.adresse !== bannette && !lu.adresse.startsWith(`${bannette}?`)) return null
    return {
      adresse: lu.adresse,
      haut: typeof haut === 'number' ? haut : 0,
      ouvert: typeof ouvert === 'string' ? ouvert : null,
    }
  } catch {
    return null
  }
}

function writeMemoire(bannette: string, memoire: Memoire) {
  try {
    sessionStorage.setItem(keyOf(bannette), JSON.stringify(memoire))
  } catch {
    // A browser that keeps nothing only loses the way back to the same row.
  }
}

/**
 * Remembers the list shown at this address, and, when it is come back to, gives the place it was left at. `noter` is called when
 * a row is opened or the list scrolled; `place` is null until the browser has said, and when the list is a new one.
 */
export function useMemoireBannette(bannette: string) {
  const { pathname, search, state } = useLocation() as { pathname: string; search: string; state: unknown }
  const arrivee: string = useNavigationType()
  const estRetour = arrivee === 'POP' || state === RETOUR
  const adresse = pathname + search
  const [place, setPlace] = useState<Memoire | null>(null)
  useEffect(() => {
    const memoire = readMemoire(bannette)
    const connue = memoire?.adresse === adresse && estRetour ? memoire : null
    setPlace(connue)
    writeMemoire(bannette, connue ?? { adresse, haut: 0, ouvert: null })
  }, [bannette, adresse, estRetour])
  const noter = (ce: Partial<Omit<Memoire, 'adresse'>>) => {
    const memoire = readMemoire(bannette)
    writeMemoire(bannette, { haut: 0, ouvert: null, ...(memoire?.adresse === adresse ? memoire : {}), ...ce, adresse })
  }
  return { place, noter }
}
