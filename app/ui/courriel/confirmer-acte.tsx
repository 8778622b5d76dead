import { lazy, Suspense } from 'react'
import type { ConfirmerActeProps } from '#ui/courriel/confirmer-acte-dialogue'
import { venir } from '#ui/kit/reprise/code'

const Dialogue = lazy(() =>
  venir(() =>
    import('#ui/courriel/confirmer-acte-dialogue').then((module) => ({ default: module.ConfirmerActeDialogue })),
  ),
)

/** The last look before an act that leaves the house. What draws it comes when it is first asked for. */
export const ConfirmerActe = (props: ConfirmerActeProps) => (
  <Suspense>
    <Dialogue {...props} />
  </Suspense>
)
