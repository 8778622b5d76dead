import { Box, LinearProgress, Typography } from '@mui/material'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { compter, formatEntier } from '#domain/nombre'
import { enAttente, type EtatLot } from '#domain/portail/lot-vues'
import { Annonce } from '#ui/kit/annonce'

/** Between two looks at the lot, in milliseconds. */
const PAS = 1_500

/** How far the reading is. The page looks again by itself until it ends, and rests while nobody sees it. */
export function LotAvancement({ etat, progression, total }: { etat: EtatLot; progression: number; total: number }) {
  const { revalidate, state } = useRevalidator()
  const enCours = enAttente(etat)
  const suivi = useRef(false)
  useEffect(() => {
    if (enCours) suivi.current = true
  }, [enCours])
  useEffect(() => {
    if (!enCours || state !== 'idle') return
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate()
    }, PAS)
    const back = () => !document.hidden && revalidate()
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', back)
    }
  }, [enCours, state, revalidate])
  const dit = total > 0 ? `${formatEntier(progression)} sur ${compter(total, 'lu')}.` : 'En attente de lecture…'
  const fini = etat === 'A_CONFIRMER' ? 'L’aperçu est prêt\u00a0: à vous de répondre.' : 'L’import est terminé.'
  if (!enCours) return <Annonce texte={suivi.current ? fini : ''} />
  return (
    <Box sx={{ mb: 2 }}>
      <LinearProgress
        aria-label="Lecture de l’import"
        {...(total > 0 && { variant: 'determinate', value: Math.min(100, Math.round((100 * progression) / total)) })}
      />
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {dit} {'Vous pouvez quitter cette page\u00a0: l’import continue, et se retrouve dans la liste des imports.'}
      </Typography>
      <noscript>Rechargez cette page pour suivre.</noscript>
    </Box>
  )
}
