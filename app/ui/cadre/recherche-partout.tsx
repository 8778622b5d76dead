import { useLocation } from '@remix-run/react'
import { lazy, Suspense, useState } from 'react'
import type { Agent } from '#domain/acces/droits'
import css from '#ui/cadre/cadre.module.css'
import { useTouches } from '#ui/kit/acte/touches'
import { Icone } from '#ui/kit/icone/icone'
import { useRaccourcis } from '#ui/kit/raccourcis/raccourcis'
import { venir } from '#ui/kit/reprise/code'

/** Each comes with its first use. */
const Recherche = lazy(() =>
  venir(() => import('#ui/cadre/recherche-ouverte').then((module) => ({ default: module.RechercheOuverte }))),
)
const Touches = lazy(() =>
  venir(() => import('#ui/cadre/touches-ouvertes').then((module) => ({ default: module.TouchesOuvertes }))),
)

/** A page that says its keys itself. */
const DIT_SES_TOUCHES = /^\/pre-projets\/[^/]+$/

/** Opens the one box that finds everything, by its button or by Ctrl K; `?` says the keys of the page. */
export function RecherchePartout({ agent }: { agent: Agent }) {
  const [ouvert, setOuvert] = useState<'recherche' | 'touches' | null>(null)
  const { pathname } = useLocation()
  const [actifs] = useRaccourcis()
  const fermer = () => setOuvert(null)
  useTouches(true, {
    'Ctrl+k': () => setOuvert('recherche'),
    ...(actifs && !DIT_SES_TOUCHES.test(pathname) && { '?': () => setOuvert('touches') }),
  })
  return (
    <>
      <button type="button" className={css.chercher} onClick={() => setOuvert('recherche')}>
        <Icone nom="search" /> Rechercher <kbd>Ctrl K</kbd>
      </button>
      {ouvert !== null && (
        <Suspense>
          {ouvert === 'recherche' ? <Recherche agent={agent} fermer={fermer} /> : <Touches fermer={fermer} />}
        </Suspense>
      )}
    </>
  )
}
