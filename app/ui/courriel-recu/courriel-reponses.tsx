import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import { Box, Link as Lien, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { LIBELLE_AUTOMATISME } from '#libelles/courriel-recu/courriel-recu'
import { LIBELLE_NATURE_RECUE } from '#libelles/portail/lot'
import { formatInstant } from '#libelles/temps'

type Reponse = {
  id: string
  de: string
  deNom: string
  sujet: string
  recuLe: Date
  nature: NatureRecue
  automatisme: string | null
}

/** What was received in answer to a mail of ours, the newest first: a person's reply, an absence, a non-delivery. */
export const CourrielReponses = ({ reponses }: { reponses: Reponse[] }) => (
  <Box component="section" aria-labelledby="reponses" sx={{ mt: 3, maxWidth: 800 }}>
    <Typography id="reponses" variant="h2" sx={{ mb: 1 }}>
      Reçu en réponse
    </Typography>
    {reponses.length === 0 && <Typography>Aucune réponse n’a été reçue.</Typography>}
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {reponses.map(({ id, de, deNom, sujet, recuLe, nature, automatisme }) => (
        <Box component="li" key={id} sx={{ py: 0.75, overflowWrap: 'anywhere' }}>
          <Lien component={Link} to={`/courriels/recus/${id}`}>
            {sujet || 'Message sans objet'}
          </Lien>
          <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
            De {deNom ? `${deNom} <${de}>` : de} · reçu le {formatInstant(recuLe)} ·{' '}
            {LIBELLE_AUTOMATISME[automatisme ?? ''] ?? LIBELLE_NATURE_RECUE[nature]}
          </Box>
        </Box>
      ))}
    </Box>
  </Box>
)
