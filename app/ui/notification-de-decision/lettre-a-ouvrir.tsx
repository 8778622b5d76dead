import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { venir } from '#ui/kit/reprise/code'
import type { PropsLettreSignee } from '#ui/notification-de-decision/lettre-signee'

const Ouverte = lazy(() =>
  venir(() =>
    import('#ui/notification-de-decision/lettre-signee').then(({ LettreSignee }) => ({ default: LettreSignee })),
  ),
)

/** The letter of a decision, drawn or signed: it comes when it is asked for. */
export function LettreAOuvrir(props: PropsLettreSignee) {
  const [ouverte, setOuverte] = useState(false)
  if (ouverte)
    return (
      <Suspense>
        <Ouverte {...props} />
      </Suspense>
    )
  return (
    <div>
      <Button onClick={() => setOuverte(true)}>
        {props.signee ? 'Lettre signée, déposée…' : 'Lettre à signer ou signée…'}
      </Button>
    </div>
  )
}
