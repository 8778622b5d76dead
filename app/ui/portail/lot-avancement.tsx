import { Box, LinearProgress, Typography } from '@mui/material'
import { useEffect, useRef } from 'react'
import { compter, formatEntier } from '#domain/nombre'
import { enAttente, type EtatLot } from '#domain/portail/lot-vues'
import { Annonce } from '#ui/kit/annonce'
import { useSujet } from '#ui/kit/direct/etat'

type Props = { id: string; etat: EtatLot; progression: number; total: number }

/** How far the reading is: the page is told, and looks again until it ends. */
export function LotAvancement({ id, etat, progression, total }: Props) {
  const enCours = enAttente(etat)
  const suivi = useRef(false)
  useEffect(() => {
    if (enCours) suivi.current = true
  }, [enCours])
  useSujet(`lot:${id}`, null, enCours)
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
