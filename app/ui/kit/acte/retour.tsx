import { lazy, Suspense, useEffect, useState } from 'react'
import type { PropsRetour } from '#ui/kit/acte/retour-dit'
import { venir } from '#ui/kit/reprise/code'

const RetourDit = lazy(() =>
  venir(() => import('#ui/kit/acte/retour-dit').then((module) => ({ default: module.RetourDit }))),
)

/**
 * How an act can be undone, said beside the button that does it, in the words of docs/retours.md; they come after the code of the page. Drawn with
 * it, they would be a part that React has not taken over yet when the page changes, and that it then draws anew with an error (421).
 */
export function Retour(props: PropsRetour) {
  const [venu, setVenu] = useState(false)
  useEffect(() => setVenu(true), [])
  return (
    venu && (
      <Suspense>
        <RetourDit {...props} />
      </Suspense>
    )
  )
}
