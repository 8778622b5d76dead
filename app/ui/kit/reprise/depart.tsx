import { type Location, useBlocker } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { aDemander, demander } from '#ui/kit/formulaire/saisies'
import { venir } from '#ui/kit/reprise/code'

const Quitter = lazy(() =>
  venir(() => import('#ui/kit/reprise/reprise-ouverte').then(({ Quitter }) => ({ default: Quitter }))),
)

/** The thing a page is about: the pages of one dossier are one place. */
export const lieuDe = (pathname: string) => pathname.split('/').slice(0, 3).join('/')

/** Leaving with words that were not sent asks once. From one page of a dossier to another nothing is asked: they are kept and shown there. */
export function Depart() {
  const bloqueur = useBlocker(
    useCallback(
      ({ currentLocation, nextLocation }: { currentLocation: Location; nextLocation: Location }) =>
        lieuDe(currentLocation.pathname) !== lieuDe(nextLocation.pathname) && aDemander().length > 0,
      [],
    ),
  )
  useEffect(() => {
    const avantDePartir = (event: BeforeUnloadEvent) => {
      if (aDemander().length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', avantDePartir)
    return () => window.removeEventListener('beforeunload', avantDePartir)
  }, [])
  if (bloqueur.state !== 'blocked') return null
  return (
    <Suspense>
      <Quitter
        rester={() => bloqueur.reset()}
        partir={() => {
          demander()
          bloqueur.proceed()
        }}
      />
    </Suspense>
  )
}
