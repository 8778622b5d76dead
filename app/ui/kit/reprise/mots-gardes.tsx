import { useLocation } from '@remix-run/react'
import { lazy, Suspense, useContext, useSyncExternalStore } from 'react'
import { Poste } from '#ui/kit/formulaire/poste'
import { ecouter, orphelines } from '#ui/kit/formulaire/saisies'
import { lieuDe } from '#ui/kit/reprise/depart'

/** It comes with what the frame brings once the page is at rest (#ui/kit/reprise/reprises), so that it is there when the network is not. */
const Ouverts = lazy(() => import('#ui/kit/reprise/reprise-ouverte').then((m) => ({ default: m.MotsGardesOuverts })))

const AUCUNE: ReturnType<typeof orphelines> = []

/** Words kept whose form is not on the page: closed, on another page of the same thing, or gone since somebody acted. */
export function MotsGardes() {
  const moi = useContext(Poste)
  const { pathname, search } = useLocation()
  const toutes = useSyncExternalStore(ecouter, orphelines, () => AUCUNE)
  const miennes = toutes.filter(
    ([, { agent, page }]) =>
      agent === moi?.id && (pathname === '/' || lieuDe(page.split('?', 1).join()) === lieuDe(pathname)),
  )
  return (
    <div role="status">
      {moi && miennes.length > 0 && (
        <Suspense>
          <Ouverts miennes={miennes} moi={`${moi.prenom} ${moi.nom}`} ici={pathname + search} />
        </Suspense>
      )}
    </div>
  )
}
