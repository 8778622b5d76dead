import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { phraseEntree } from '#libelles/journal/journal-fiche'
import { formatInstant } from '#libelles/temps'
import { EtatCourrielChip } from '#ui/kit/etat-chip'

type Envoye = {
  id: string
  sujet: string
  etat: EtatCourriel
  remisAuServeurLe: Date | null
  destinataire: string
  creeLe: Date
}
type Entree = { id: string; le: Date; acteur: string; acte: string; detail: unknown }

/** The mails we wrote about this fiche, then who did what and when, the newest first. */
export function FicheHistorique({ envoyes, journal }: { envoyes: Envoye[]; journal: Entree[] }) {
  return (
    <>
      {envoyes.length > 0 && (
        <Box component="section" aria-labelledby="titre-envoyes" sx={{ mb: 3 }}>
          <Typography variant="h2" id="titre-envoyes">
            Réponses envoyées
          </Typography>
          {envoyes.map(({ id, sujet, etat, remisAuServeurLe, destinataire, creeLe }) => (
            <Box key={id} sx={LIGNE}>
              <MuiLink component={Link} to={`/courriels/${id}`} underline="always">
                {sujet}
              </MuiLink>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, color: 'text.secondary' }}>
                <EtatCourrielChip etat={etat} remisAuServeurLe={remisAuServeurLe} />
                <span>à {destinataire}</span>
                <span>{formatInstant(creeLe)}</span>
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Box component="section" aria-labelledby="titre-historique">
        <Typography variant="h2" id="titre-historique">
          Historique
        </Typography>
        {journal.length === 0 && <Typography variant="body2">Rien ne s’est encore passé sur cette fiche.</Typography>}
        {journal.map((entree) => {
          const { titre, precisions } = phraseEntree(entree)
          return (
            <Box key={entree.id} sx={LIGNE}>
              <Box>
                <strong>{titre}</strong> · {entree.acteur} · {formatInstant(entree.le)}
              </Box>
              {precisions.map((precision) => (
                <Box key={precision} sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {precision}
                </Box>
              ))}
            </Box>
          )
        })}
      </Box>
    </>
  )
}

const LIGNE = { py: 0.75, borderBottom: 1, borderColor: 'divider', fontSize: '0.875rem' } as const
