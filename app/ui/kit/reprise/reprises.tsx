import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { conflitCourant, ecouterConflit } from '#ui/kit/reprise/conflit'
import { Depart } from '#ui/kit/reprise/depart'
import { attenteCourante, ecouterAttente } from '#ui/kit/reprise/reprise'

/** In ms: when code that did not come is asked for again, twice as late each time; sooner where the network comes back. */
const RELANCE = 10_000

const revenu = (delai: number) =>
  new Promise<void>((resolve) => {
    const finir = () => {
      clearTimeout(essai)
      window.removeEventListener('online', finir)
      resolve()
    }
    const essai = setTimeout(finir, delai)
    window.addEventListener('online', finir)
  })

/** Comes once and for all, however often it fails, and puts itself at hand as it comes: a page without it is reloaded by Remix when a code is missing. */
async function charger() {
  for (let delai = RELANCE; ; delai *= 2) {
    try {
      const ouverte = await import('#ui/kit/reprise/reprise-ouverte')
      ouverte.seTenirPret()
      return ouverte
    } catch {
      await revenu(delai)
    }
  }
}

const Ouverte = lazy(() => charger().then(({ RepriseOuverte }) => ({ default: RepriseOuverte })))

const rien = () => null

/**
 * What stands between an officer and what they asked for, and the way to go on: over the page, which stays as it is. It comes once the page
 * is at rest, so that it is there when the network is not.
 */
export function Reprises() {
  const attente = useSyncExternalStore(ecouterAttente, attenteCourante, rien)
  const conflit = useSyncExternalStore(ecouterConflit, conflitCourant, rien)
  useEffect(() => {
    const venue = requestIdleCallback(() => void charger())
    return () => cancelIdleCallback(venue)
  }, [])
  if (!attente && !conflit) return <Depart />
  return (
    <Suspense>
      <Ouverte attente={attente} conflit={conflit} />
    </Suspense>
  )
}
