import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { auRepos } from '#ui/kit/au-repos'
import { conflitCourant, ecouterConflit } from '#ui/kit/reprise/conflit'
import { Depart } from '#ui/kit/reprise/depart'
import { attenteCourante, ecouterAttente } from '#ui/kit/reprise/reprise'
import type * as Ouvert from '#ui/kit/reprise/reprise-ouverte'

/** In ms: code that did not come is asked for again then, for as long as it takes: a page without it is reloaded by Remix when another code is missing. */
const RELANCE = 10_000

const charger = (): Promise<typeof Ouvert> =>
  import('#ui/kit/reprise/reprise-ouverte').catch(() =>
    new Promise((relancer) => setTimeout(relancer, RELANCE)).then(charger),
  )

const Ouverte = lazy(() => charger().then(({ RepriseOuverte }) => ({ default: RepriseOuverte })))

const rien = () => null

/**
 * What stands between an officer and what they asked for, and the way to go on: over the page, which stays as it is. It comes once the page
 * is at rest, so that it is there when the network is not.
 */
export function Reprises() {
  const attente = useSyncExternalStore(ecouterAttente, attenteCourante, rien)
  const conflit = useSyncExternalStore(ecouterConflit, conflitCourant, rien)
  useEffect(() => auRepos(() => void charger()), [])
  if (!attente && !conflit) return <Depart />
  return (
    <Suspense>
      <Ouverte attente={attente} conflit={conflit} />
    </Suspense>
  )
}
