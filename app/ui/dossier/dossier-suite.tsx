import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { PropsSuite, Suite } from '#ui/dossier/suite-ouverte'
import { ChipsEtiquettes } from '#ui/etiquette/chip-etiquette'
import { venir } from '#ui/kit/reprise/code'

const Ouverte = lazy(() =>
  venir(() => import('#ui/dossier/suite-ouverte').then((module) => ({ default: module.SuiteOuverte }))),
)

type Props = Omit<PropsSuite, 'suite' | 'fermer'> & { confier: boolean; etiqueter: boolean }

/** The étiquettes of a dossier, and the ways to others and to give it to a colleague, which come when they are asked for. */
export function DossierSuite({ confier, etiqueter, ...props }: Props) {
  const [suite, setSuite] = useState<Suite | null>(null)
  const bouton = (une: Suite) => (
    <Button
      size="small"
      sx={{ py: 0 }}
      aria-expanded={suite === une}
      onClick={() => setSuite(suite === une ? null : une)}
    >
      {une}
    </Button>
  )
  return (
    <>
      {confier && bouton('Confier…')}
      <ChipsEtiquettes etiquettes={props.etiquettes} />
      {etiqueter && bouton('Étiquettes')}
      {suite && (
        <Suspense>
          <Ouverte key={props.version} {...props} suite={suite} fermer={() => setSuite(null)} />
        </Suspense>
      )}
    </>
  )
}
