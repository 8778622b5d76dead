import { Box, Button, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { Avis } from '#domain/pre-projet/avis'
import { formatInstant } from '#libelles/temps'
import { AvisChip } from '#ui/kit/etat-chip'

type Props = {
  adresse: string
  avis: Avis | null
  avisTexte: string
  avisLe: Date | null
}

/** The avis given to the fiche, or that none is; the way to what was exchanged. */
export function FicheAvis({ adresse, avis, avisTexte, avisLe }: Props) {
  return (
    <Box component="section" aria-labelledby="titre-avis" id="rendre-avis" sx={{ mb: 3 }}>
      <Typography variant="h2" id="titre-avis" sx={{ mb: 1 }}>
        Avis
      </Typography>
      {avis && avisLe ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
            <AvisChip avis={avis} />
            <span>rendu le {formatInstant(avisLe)}</span>
          </Box>
          {avisTexte && (
            <details>
              <summary>Ce qui a été écrit à la structure</summary>
              <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 1 }}>{avisTexte}</Box>
            </details>
          )}
        </>
      ) : (
        <Typography variant="body2">Aucun avis n’a encore été rendu.</Typography>
      )}
      <Button component={Link} to={`${adresse}/instruction`} variant="outlined" size="small" sx={{ mt: 1.5 }}>
        Instruction et échanges
      </Button>
    </Box>
  )
}
