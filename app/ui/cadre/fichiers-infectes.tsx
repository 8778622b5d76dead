import { Bandeau } from '#ui/kit/bandeau'
import { compter } from '#domain/nombre'
import { Box, Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'

type Props = { nombre: number; fichiers: { nom: string; origine: string; vers: string | null }[] }

/** What the antivirus has locked, on the dashboard; nothing when there is nothing. */
export function FichiersInfectes({ nombre, fichiers }: Props) {
  if (nombre === 0) return null
  return (
    <Bandeau severity="error" marges="mb2">
      <Box component="strong" sx={{ display: 'block', mb: 0.5 }}>
        {compter(nombre, 'fichier infecté est verrouillé', 'fichiers infectés sont verrouillés')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {fichiers.map(({ nom, origine, vers }) => (
          <Box component="li" key={`${nom} ${origine}`} sx={{ overflowWrap: 'anywhere' }}>
            {vers ? (
              <MuiLink component={Link} to={vers} color="inherit">
                {nom}
              </MuiLink>
            ) : (
              nom
            )}
            {', '}
            {origine}
          </Box>
        ))}
      </Box>
    </Bandeau>
  )
}
