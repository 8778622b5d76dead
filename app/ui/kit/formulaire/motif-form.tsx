import { lazy, Suspense } from 'react'
import type { PropsMotif } from '#ui/kit/formulaire/motif-ouvert'
import { venir } from '#ui/kit/reprise/code'

const Ouvert = lazy(() =>
  venir(() => import('#ui/kit/formulaire/motif-ouvert').then(({ MotifOuvert }) => ({ default: MotifOuvert }))),
)

/** A reason, then the act it is given for. What it is typed in comes when it is opened, not with the page. */
export const MotifForm = (props: PropsMotif) => (
  <Suspense>
    <Ouvert {...props} />
  </Suspense>
)
