import { Box, Typography } from '@mui/material'
import type { RubriqueNonReconnue } from '#domain/pre-projet/fiche'
import { phraseSource } from '#libelles/pre-projet/fiche'

/** Where the page shows them. */
export const ANCRE_RUBRIQUES = 'rubriques-non-reconnues'

/** What the fiche says under labels for which there is no field, with its words: what counts is copied by the officer into a field. */
export function FicheRubriques({ rubriques }: { rubriques: RubriqueNonReconnue[] }) {
  if (rubriques.length === 0) return null
  return (
    <Box component="section" id={ANCRE_RUBRIQUES} aria-labelledby={`titre-${ANCRE_RUBRIQUES}`} sx={{ mb: 1.5 }}>
      <Typography variant="h3" id={`titre-${ANCRE_RUBRIQUES}`} sx={{ fontSize: '0.875rem' }}>
        Rubriques non reconnues
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
        La fiche les contient et aucun champ ne leur correspond{'\u00a0'}: reprenez ci-dessus ce qui compte.
      </Typography>
      <Box component="dl" sx={{ m: 0, fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {rubriques.map((rubrique) => (
          <Box key={rubrique.libelle + rubrique.source.endroit} sx={{ py: 0.5, borderTop: 1, borderColor: 'divider' }}>
            <dt>{rubrique.libelle}</dt>
            <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', fontWeight: 600 }}>
              {rubrique.texte}
            </Box>
            <Box component="dd" sx={{ m: 0, fontSize: '0.8125rem', color: 'text.secondary' }}>
              {phraseSource(rubrique)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
