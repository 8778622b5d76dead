import { Box, Link as Lien, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatLot } from '#domain/portail/lot-vues'
import { formatInstant } from '#libelles/temps'
import { PagesListe } from '#ui/kit/pages-liste'
import { nomsEnMots } from '#ui/portail/lot-entete'
import { EtatLotChip } from '#ui/portail/lot-etat-chip'

type Lot = {
  id: string
  type: 'DEMANDES' | 'COURRIELS'
  etat: EtatLot
  fichiers: string[]
  creeLe: Date
  deposePar: { prenom: string; nom: string } | null
}

/** The deliveries already made, the newest first, each with its result one click away. */
export function LotListe({ rows, total, page, taille }: { rows: Lot[]; total: number; page: number; taille: number }) {
  const pages = Math.ceil(total / taille)
  return (
    <section aria-labelledby="imports-faits">
      <Typography id="imports-faits" variant="h2" sx={{ mb: 1 }}>
        Imports déjà faits
      </Typography>
      {rows.length === 0 && <Typography>Aucun import pour l’instant. Ils se retrouveront ici.</Typography>}
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map(({ id, type, etat, fichiers, creeLe, deposePar }) => (
          <Box
            component="li"
            key={id}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '190px 1fr 260px' },
              columnGap: 2,
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              fontSize: '0.875rem',
              overflowWrap: 'anywhere',
            }}
          >
            <EtatLotChip etat={etat} />
            <Lien component={Link} to={`/importer/${id}`}>
              {type === 'DEMANDES' ? 'Demandes' : 'Messages'}
              {'\u00a0'}: {nomsEnMots(fichiers)}
            </Lien>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              <time dateTime={creeLe.toISOString()}>{formatInstant(creeLe)}</time>
              {deposePar && `, ${deposePar.prenom} ${deposePar.nom}`}
            </Box>
          </Box>
        ))}
      </Box>
      <PagesListe page={page} pages={pages} adresse={(vers) => `?page=${vers}`} />
    </section>
  )
}
