import { Box, Button, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { formatInstant } from '#libelles/temps'
import { AvisChip } from '#ui/kit/etat-chip'

type Props = {
  adresse: string
  etat: EtatPreProjet
  avis: Avis | null
  avisTexte: string
  avisLe: Date | null
  peut: boolean
}

/** The avis given to the fiche, or that none is; the way to its instruction. */
export function FicheAvis({ adresse, etat, avis, avisTexte, avisLe, peut }: Props) {
  const agit = peut && etat !== 'CLOS'
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
      <Button component={Link} to={`${adresse}/instruction`} variant={agit ? 'contained' : 'outlined'} sx={{ mt: 1.5 }}>
        {!agit ? 'Voir l’instruction et les échanges' : avis ? 'Reprendre l’instruction' : 'Instruire la fiche'}
      </Button>
    </Box>
  )
}
