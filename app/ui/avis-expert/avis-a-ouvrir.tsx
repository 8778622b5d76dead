import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { compter } from '#domain/nombre'
import type { AvisMontres } from '#ui/avis-expert/avis-experts-dossier'
import { venir } from '#ui/kit/reprise/code'

const Ouverts = lazy(() =>
  venir(() =>
    import('#ui/avis-expert/avis-experts-dossier').then(({ AvisExpertsDossier }) => ({ default: AvisExpertsDossier })),
  ),
)

/** What people outside were asked and answered: it comes when it is asked for, and how many there are is said before. */
export function AvisAOuvrir({ adresse, avis }: { adresse: string; avis: AvisMontres }) {
  const [ouverts, setOuverts] = useState(false)
  const { ouvert, demandes } = avis
  if (!ouvert && demandes.length === 0) return null
  if (ouverts)
    return (
      <Suspense>
        <Ouverts adresse={adresse} avis={avis} />
      </Suspense>
    )
  const rendus = demandes.filter(({ rendu }) => rendu !== null).length
  return (
    <div>
      <Button onClick={() => setOuverts(true)}>
        {demandes.length === 0
          ? 'Avis extérieurs…'
          : `Avis extérieurs\u00a0: ${compter(demandes.length, 'demandé')}, ${compter(rendus, 'rendu')}…`}
      </Button>
    </div>
  )
}
