import { Box, LinearProgress, Typography } from '@mui/material'
import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import type { ComptesDeLot, EtapeDeLot } from '#domain/lot-actes/acte-de-lot'
import { compter, formatEntier } from '#domain/nombre'

/** Between two looks, in milliseconds. */
const PAS = 1_000

/** How far the lot is. The page looks again by itself until it ends, and rests while nobody sees it; left, the work goes on. */
export function LotAvancement({ etape, comptes, total }: { etape: EtapeDeLot; comptes: ComptesDeLot; total: number }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate()
    }, PAS)
    const revenir = () => !document.hidden && revalidate()
    document.addEventListener('visibilitychange', revenir)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', revenir)
    }
  }, [state, revalidate])
  const examen = etape === 'EXAMEN'
  const aFaire = examen ? total : total - comptes.ECARTEE
  const faits = aFaire - (examen ? comptes.A_EXAMINER : comptes.PRETE)
  return (
    <Box sx={{ mb: 2 }}>
      <LinearProgress
        aria-label={examen ? 'Examen des dossiers' : 'Avancement de l’acte'}
        variant="determinate"
        value={Math.round((100 * faits) / Math.max(1, aFaire))}
      />
      <Typography variant="body2" role="status" sx={{ mt: 0.5 }}>
        {`${formatEntier(faits)} sur ${compter(aFaire, examen ? 'dossier examiné' : 'dossier', examen ? 'dossiers examinés' : 'dossiers')}. `}
        Vous pouvez quitter cette page{'\u00a0'}: le travail continue, et se retrouve dans vos{' '}
        <Link to="/dossiers/lots">actes par lot</Link>.
      </Typography>
      <noscript>Rechargez cette page pour suivre.</noscript>
    </Box>
  )
}
