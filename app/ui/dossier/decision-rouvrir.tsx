import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { PropsRouvrir } from '#ui/dossier/rouvrir-ouvert'
import { venir } from '#ui/kit/reprise/code'

const Ouvert = lazy(() =>
  venir(() => import('#ui/dossier/rouvrir-ouvert').then(({ RouvrirOuvert }) => ({ default: RouvrirOuvert }))),
)

/** Reopens a decision: the warning first, then the reason, which come when they are asked for. For a RESPONSABLE. */
export function DecisionRouvrir(props: Omit<PropsRouvrir, 'fermer'>) {
  const [ouvert, setOuvert] = useState(false)
  if (ouvert)
    return (
      <Suspense>
        <Ouvert {...props} fermer={() => setOuvert(false)} />
      </Suspense>
    )
  return (
    <div>
      <Button onClick={() => setOuvert(true)}>Rouvrir cette décision…</Button>
    </div>
  )
}
