import CallMadeOutlined from '@mui/icons-material/CallMadeOutlined'
import CallReceivedOutlined from '@mui/icons-material/CallReceivedOutlined'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatCourriel } from '#domain/courriel/courriel'
import { formatInstant } from '#libelles/temps'
import { EtatCourrielChip } from '#ui/etat-chip'

type Commun = { id: string; le: Date; sujet: string; texte: string }

export type Echange =
  | (Commun & {
      sens: 'ENVOYE'
      destinataire: string
      destinataireNom: string
      etat: EtatCourriel
      erreur: string | null
    })
  | (Commun & { sens: 'RECU'; de: string; deNom: string; nbPieces: number })

/** The mails sent and received about a dossier, the newest first, each unfolding where it stands. */
export function DossierEchanges({ echanges }: { echanges: Echange[] }) {
  if (echanges.length === 0) {
    return (
      <Typography>
        Aucun courriel n’a encore été échangé sur ce dossier. Ils apparaîtront ici dès leur envoi ou leur réception.
      </Typography>
    )
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 880 }}>
      {echanges.map((echange) => (
        <Box
          component="li"
          key={echange.id}
          sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem' }}
        >
          <Un echange={echange} />
        </Box>
      ))}
    </Box>
  )
}

function Un({ echange }: { echange: Echange }) {
  const envoye = echange.sens === 'ENVOYE'
  const Icone = envoye ? CallMadeOutlined : CallReceivedOutlined
  const qui = envoye ? `à ${echange.destinataireNom || echange.destinataire}` : `de ${echange.deNom || echange.de}`
  return (
    <details>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        <Icone sx={{ fontSize: 16, verticalAlign: '-3px', mr: 0.5, color: 'text.secondary' }} aria-hidden />
        <strong>{echange.sujet || 'Sans objet'}</strong>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {envoye ? 'Écrit' : 'Reçu'} {qui}, le {formatInstant(echange.le)}
          {!envoye &&
            echange.nbPieces > 0 &&
            ` · ${echange.nbPieces} pièce${echange.nbPieces > 1 ? 's' : ''} jointe${echange.nbPieces > 1 ? 's' : ''}`}
        </Box>{' '}
        {envoye && <EtatCourrielChip etat={echange.etat} />}
      </Box>
      {envoye && echange.erreur && <Box sx={{ color: 'error.main', mt: 0.5 }}>{echange.erreur}</Box>}
      <Typography
        component="pre"
        variant="body2"
        sx={{ m: 0, mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' }}
      >
        {echange.texte}
      </Typography>
      {envoye && (
        <MuiLink component={Link} to={`/courriels/${echange.id}`}>
          Ouvrir ce courriel
        </MuiLink>
      )}
    </details>
  )
}
