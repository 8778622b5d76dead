import { Box, Chip, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { nomActe } from '#libelles/journal/journal'
import { EntreesJournal, type EntreeMontree } from '#ui/journal/entrees-journal'
import { PagesListe } from '#ui/kit/pages-liste'

type Props = {
  total: number
  page: number
  taille: number
  acte: string | undefined
  entrees: EntreeMontree[]
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
      <EntreesJournal entrees={entrees} />
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
