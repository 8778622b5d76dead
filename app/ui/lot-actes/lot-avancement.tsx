import { Box, LinearProgress, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ComptesDeLot, EtapeDeLot } from '#domain/lot-actes/acte-de-lot'
import { compter, formatEntier } from '#domain/nombre'
import { useSujet } from '#ui/kit/direct/etat'

type Props = { id: string; etape: EtapeDeLot; comptes: ComptesDeLot; total: number }

/** How far the lot is: the page is told, and looks again until it ends; left, the work goes on. */
export function LotAvancement({ id, etape, comptes, total }: Props) {
  useSujet(`lot-actes:${id}`, null, true)
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
