import { Icone } from '#ui/kit/icone/icone'
import { Button } from '@mui/material'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { RaccourcisProps } from '#ui/kit/raccourcis/raccourcis-dialogue'
import { venir } from '#ui/kit/reprise/code'

const Dialogue = lazy(() =>
  venir(() =>
    import('#ui/kit/raccourcis/raccourcis-dialogue').then((module) => ({ default: module.RaccourcisDialogue })),
  ),
)

/** The keys of a page and the switch that turns the single ones off (WCAG 2.1.4), behind a button and the key `?`. */
export function RaccourcisAide(props: RaccourcisProps) {
  const { ouverte, onOuverte } = props
  const [estVue, setVue] = useState(false)
  useEffect(() => {
    if (ouverte) setVue(true)
  }, [ouverte])
  return (
    <>
      <Button
        size="small"
        startIcon={<Icone nom="keyboard" />}
        onClick={() => onOuverte(true)}
        sx={{ display: { xs: 'none', md: 'inline-flex' } }}
      >
        Raccourcis clavier
      </Button>
      {estVue && (
        <Suspense>
          <Dialogue {...props} />
        </Suspense>
      )}
    </>
  )
}
