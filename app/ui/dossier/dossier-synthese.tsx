import { Dit } from '#ui/kit/dit'
import { Icone } from '#ui/kit/icone/icone'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { valeurDeChamp } from '#libelles/portail/champ-portail'
import { enteteDe } from '#domain/portail/entetes'
import { blocsRemplis } from '#libelles/portail/portail'
import { type Anomalie, ancreDe } from '#ui/dossier/dossier-anomalies'

type Props = { champs: Record<string, string>; anomalies: Anomalie[] }

const COURRIELS = ['courriel', 'correspondantCourriel', 'representantCourriel']

/**
 * Every field of the form, block by block as the portal lays it out. A field the portal left empty is shown as such; a block with
 * nothing in it is not.
 */
export function DossierSynthese({ champs, anomalies }: Props) {
  const blocs = blocsRemplis(champs)
  if (blocs.length === 0) return <Typography>Le portail n’a donné aucun champ de ce formulaire.</Typography>
  return (
    <Box sx={{ columnWidth: { xs: 'auto', sm: 400 }, columnGap: 5 }}>
      {blocs.map(({ titre, noms }) => (
        <Box component="section" key={titre} sx={{ breakInside: 'avoid', mb: 3 }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            {titre}
          </Typography>
          <Box component="dl" sx={{ m: 0 }}>
            {noms.map((nom) => (
              <Champ
                key={nom}
                nom={nom}
                valeur={champs[nom] ?? ''}
                anomalies={anomalies.filter((a) => a.champ === nom)}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function Champ({ nom, valeur, anomalies }: { nom: string; valeur: string; anomalies: Anomalie[] }) {
  return (
    <Box
      id={ancreDe(nom)}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '200px 1fr' },
        columnGap: 2,
        py: 0.5,
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
        '&:target': { bgcolor: 'action.hover' },
      }}
    >
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {enteteDe(nom)}
      </Box>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        <Valeur nom={nom} valeur={valeur} />
        {anomalies.map(({ motif }) => (
          <Box key={motif} sx={{ display: 'flex', gap: 0.5, color: 'var(--mui-palette-ton-alerte)' }}>
            <Icone nom="warning" />
            <Dit>Anomalie</Dit>
            <span>{motif}</span>
          </Box>
        ))}
      </Box>
    </Box>
  )
}

function Valeur({ nom, valeur }: { nom: string; valeur: string }) {
  if (!valeur) {
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontStyle: 'italic' }}>
        Non renseigné
      </Box>
    )
  }
  if (COURRIELS.includes(nom)) return <MuiLink href={`mailto:${encodeURIComponent(valeur)}`}>{valeur}</MuiLink>
  return <>{valeurDeChamp(nom, valeur)}</>
}
