import { Box, Chip, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { nomActe } from '#libelles/journal/journal'
import type { Recit } from '#libelles/journal/recit-journal'
import { formatInstant } from '#libelles/temps'
import { PagesListe } from '#ui/kit/pages-liste'

type Entree = Recit & { id: string; le: Date; acteur: string }

type Props = {
  total: number
  page: number
  taille: number
  acte: string | undefined
  entrees: Entree[]
  actes: { acte: string; nombre: number }[]
}

const adresse = (acte: string | undefined, page: number) => {
  const params = new URLSearchParams({ ...(acte && { acte }), ...(page > 0 && { page: String(page) }) }).toString()
  return params ? `?${params}` : '?'
}

/** What happened to a dossier, the newest first, narrowed to one kind by a click. */
export function JournalDossier({ total, page, taille, acte, entrees, actes }: Props) {
  const pages = Math.ceil(total / taille)
  return (
    <Box sx={{ maxWidth: 880 }}>
      {actes.length > 1 && (
        <Box
          component="nav"
          aria-label="Filtrer le journal"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}
        >
          <Filtre nom="Tout" actif={!acte} vers={adresse(undefined, 0)} />
          {actes.map(({ acte: nom, nombre }) => (
            <Filtre key={nom} nom={`${nomActe(nom)} (${nombre})`} actif={nom === acte} vers={adresse(nom, 0)} />
          ))}
        </Box>
      )}
      {entrees.length === 0 && <Typography>Rien n’est encore inscrit au journal de ce dossier.</Typography>}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entrees.map((entree) => (
          <Une key={entree.id} entree={entree} />
        ))}
      </Box>
      <PagesListe page={page} pages={pages} adresse={(vers) => adresse(acte, vers)} />
    </Box>
  )
}

function Filtre({ nom, actif, vers }: { nom: string; actif: boolean; vers: string }) {
  return (
    <Chip
      component={Link}
      to={vers}
      clickable
      size="small"
      label={nom}
      variant={actif ? 'filled' : 'outlined'}
      color={actif ? 'primary' : 'default'}
      aria-current={actif ? 'true' : undefined}
      preventScrollReset
    />
  )
}

function Une({ entree: { le, acteur, phrase, precisions, changements } }: { entree: Entree }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { sm: '150px 1fr' },
        columnGap: 2,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
      }}
    >
      <Box component="time" dateTime={le.toISOString()} sx={{ color: 'text.secondary' }}>
        {formatInstant(le)}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>{phrase}</strong> · {acteur}
        {precisions.length > 0 && <div>{precisions.join(' · ')}</div>}
        {changements.map(({ champ, avant, apres }) => (
          <div key={champ}>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {champ}
              {'\u00a0'}:{' '}
            </Box>
            {avant} → {apres}
          </div>
        ))}
      </Box>
    </Box>
  )
}
