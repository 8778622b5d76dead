import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { conflitCourant, ecouterConflit } from '#ui/kit/reprise/conflit'
import { Depart } from '#ui/kit/reprise/depart'
import { attenteCourante, ecouterAttente } from '#ui/kit/reprise/reprise'

const charger = () => import('#ui/kit/reprise/reprise-ouverte')
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
    const venue = requestIdleCallback(() => {
      void charger().then(({ seTenirPret }) => seTenirPret())
    })
    return () => cancelIdleCallback(venue)
  }, [])
  if (!attente && !conflit) return <Depart />
  return (
    <Suspense>
      <Ouverte attente={attente} conflit={conflit} />
    </Suspense>
  )
}
