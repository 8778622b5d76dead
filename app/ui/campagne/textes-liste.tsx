import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { accorder } from '#domain/nombre'

type Modele = { modele: string; nom: string; places: number; propres: number }

/** The mails of a campagne, and how much of each it words in its own way. */
export const TextesListe = ({ code, modeles }: { code: string; modeles: readonly Modele[] }) => (
  <>
    <Typography variant="h2">Textes des courriels</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
      Ce que la loi veut dans un courriel y reste toujours{'\u00a0'}; le reste se dit dans vos mots. Un courriel déjà
      promis part avec le texte qu’il avait.
    </Typography>
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, maxWidth: 720 }}>
      {modeles.map(({ modele, nom, places, propres }) => (
        <Box
          component="li"
          key={modele}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            gap: 1,
            py: 1,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <MuiLink component={Link} to={`/administration/campagnes/${code}/courriels/${modele}`} underline="always">
            {nom}
          </MuiLink>
          <span>
            {propres === 0
              ? 'texte d’origine'
              : `${propres} ${accorder(propres, 'texte modifié', 'textes modifiés')} sur ${places}`}
          </span>
        </Box>
      ))}
    </Box>
  </>
)
