import { Box, Typography } from '@mui/material'
import type { Bloc } from '#domain/pre-projet/lecture/blocs'
import { chercherMots } from '#domain/pre-projet/lecture/surligner'
import { CADRE, type Lu, TexteMarque } from '#ui/pre-projet/original/fiche-lu'

type Props = { nom: string; blocs: Bloc[]; lu: Lu | null }

/** A document as the words and tables found in it, those a field was read from marked. */
export function FicheDocument({ nom, blocs, lu }: Props) {
  return (
    <Box data-cadre tabIndex={0} role="region" aria-label={`Texte de ${nom}`} sx={{ ...CADRE, p: 2 }}>
      {blocs.length === 0 && <Typography>Ce document ne contient pas de texte.</Typography>}
      {blocs.map((bloc, rang) =>
        bloc.nature === 'PARAGRAPHE' ? (
          <Typography key={rang} variant="body2" sx={{ mb: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            <TexteMarque texte={bloc.texte} mots={lu?.endroit === bloc.endroit ? lu.mots : ''} />
          </Typography>
        ) : (
          <Box component="table" key={rang} sx={TABLEAU}>
            <tbody>
              {bloc.rangees.map(({ cellules, endroit }, ligne) => (
                <Rangee key={ligne} cellules={cellules} mots={lu?.endroit === endroit ? lu.mots : ''} />
              ))}
            </tbody>
          </Box>
        ),
      )}
    </Box>
  )
}

const TABLEAU = {
  borderCollapse: 'collapse',
  width: '100%',
  mb: 1.5,
  fontSize: '0.875rem',
  '& td': {
    border: 1,
    borderColor: 'divider',
    p: 0.75,
    verticalAlign: 'top',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
} as const

/** A value stands after its label: the last cell that has the words is the one they were read in. */
function Rangee({ cellules, mots }: { cellules: string[]; mots: string }) {
  const lue = mots === '' ? -1 : cellules.findLastIndex((cellule) => chercherMots(cellule, mots) !== null)
  return (
    <tr>
      {cellules.map((cellule, rang) => (
        <td key={rang}>
          <TexteMarque texte={cellule} mots={rang === lue ? mots : ''} />
        </td>
      ))}
    </tr>
  )
}
