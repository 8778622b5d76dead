import { type Location, useBlocker } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { venir } from '#ui/kit/reprise/code'
import { nonEnvoyees } from '#ui/kit/formulaire/saisies'

const Quitter = lazy(() =>
  venir(() => import('#ui/kit/reprise/reprise-ouverte').then(({ Quitter }) => ({ default: Quitter }))),
)

/** Asked once for the same words: those who said that they leave have been told. */
const demandees = new Set<string>()
const depart = { libre: false }

/** The page is about to be drawn again, and the words are kept: nothing to ask. */
export const partirSansDemander = () => {
  depart.libre = true
}

const aDemander = () => (depart.libre ? [] : nonEnvoyees().filter((cle) => !demandees.has(cle)))

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
          for (const cle of aDemander()) demandees.add(cle)
          bloqueur.proceed()
        }}
      />
    </Suspense>
  )
}
