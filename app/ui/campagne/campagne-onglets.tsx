import { Box } from '@mui/material'
import { NavLink } from '@remix-run/react'

export type OngletCampagne = { vers: string; texte: string }

const LIEN = {
  display: 'inline-flex',
  alignItems: 'center',
  minHeight: 40,
  px: 1.5,
  whiteSpace: 'nowrap',
  color: 'text.secondary',
  textDecoration: 'none',
  fontWeight: 600,
  borderBottom: '3px solid transparent',
  '&:hover': { color: 'primary.main' },
  '&.active': { color: 'primary.main', borderBottomColor: 'currentColor' },
  '&:focus-visible': { outlineOffset: '-3px' },
} as const

/** The parts of a campagne's settings. */
export const CampagneOnglets = ({ adresse, onglets }: { adresse: string; onglets: readonly OngletCampagne[] }) => (
  <Box
    component="nav"
    aria-label="Parties de la campagne"
    sx={{ display: 'flex', overflowX: 'auto', borderBottom: 1, borderColor: 'divider', mb: 2 }}
  >
    {onglets.map(({ vers, texte }) => (
      <Box key={vers} component={NavLink} to={adresse + vers} end={vers === ''} sx={LIEN}>
        {texte}
      </Box>
    ))}
  </Box>
)
