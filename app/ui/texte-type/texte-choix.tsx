import { lazy, Suspense, useRef, useState } from 'react'
import { venir } from '#ui/kit/reprise/code'
import css from '#ui/texte-type/texte-choix.module.css'
import type { PropsOfferts } from '#ui/texte-type/textes-offerts'

const Offerts = lazy(() =>
  venir(() => import('#ui/texte-type/textes-offerts').then(({ TextesOfferts }) => ({ default: TextesOfferts }))),
)

/** The words that are ready for what is written here, read once it is opened. */
export function TexteChoix(props: Omit<PropsOfferts, 'panneau'>) {
  const panneau = useRef<HTMLDetailsElement>(null)
  const [ouvert, setOuvert] = useState(false)
  return (
    <details ref={panneau} className={css.choix} onToggle={() => setOuvert(true)}>
      <summary>Textes tout prêts</summary>
      {ouvert && (
        <Suspense>
          <Offerts {...props} panneau={panneau} />
        </Suspense>
      )}
    </details>
  )
}
