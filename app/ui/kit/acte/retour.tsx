import { lazy, Suspense } from 'react'
import type { PropsRetour } from '#ui/kit/acte/retour-dit'
import { venir } from '#ui/kit/reprise/code'

const RetourDit = lazy(() =>
  venir(() => import('#ui/kit/acte/retour-dit').then((module) => ({ default: module.RetourDit }))),
)

/** How an act can be undone, said beside the button that does it, in the words of docs/retours.md; they come after the code of the page. */
export const Retour = (props: PropsRetour) => (
  <Suspense>
    <RetourDit {...props} />
  </Suspense>
)
