import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatLigne } from '#domain/lot-actes/acte-de-lot'
import { compter, formatEntier } from '#domain/nombre'
import { LIBELLE_ETAT_LIGNE } from '#libelles/lot-actes/acte-de-lot'
import { PagesListe } from '#ui/kit/pages-liste'

type Ligne = {
  numero: string
  objet: string
  structure: string
  motif: string | null
  effet: string
  courriels: number
  retenus: number
  destinataire: string
}

export type Groupe = { etat: EtatLigne; n: number; lignes: Ligne[] }

type Props = {
  groupe: Groupe
  lance: boolean
  raisons: readonly { motif: string; n: number }[]
  /** Each line offers its mail. */
  voir: boolean
  /** Where this group is shown alone. */
  pages: { page: number; taille: number } | null
}

/** The dossiers that share a fate, how many they are and why; the first of them, or one page of all. */
export function LotGroupe({ groupe: { etat, n, lignes }, lance, raisons, voir, pages }: Props) {
  const titre = LIBELLE_ETAT_LIGNE[etat][lance ? 'apres' : 'avant']
  return (
    <Box component="section" aria-label={titre} sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {titre} ({formatEntier(n)})
      </Typography>
      {raisons.length > 1 && (
        <Box component="ul" sx={{ mt: 0, mb: 1, pl: 2.5, fontSize: '0.875rem' }}>
          {raisons.slice(0, 8).map(({ motif, n: combien }) => (
            <li key={motif}>
              {compter(combien, 'dossier')}
              {'\u00a0'}: {motif}
            </li>
          ))}
        </Box>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {lignes.map((ligne) => (
          <Box component="li" key={ligne.numero} sx={LIGNE}>
            <MuiLink component={Link} to={`/dossiers/${ligne.numero}`} sx={{ fontWeight: 600 }}>
              {ligne.numero}
            </MuiLink>
            <span>
              {ligne.objet} · {ligne.structure}
            </span>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {ligne.motif ?? (ligne.effet || courrielDe(ligne))}{' '}
              {voir && ligne.courriels + ligne.retenus > 0 && (
                <MuiLink
                  component={Link}
                  to={`?voir=${ligne.numero}`}
                  preventScrollReset
                  underline="always"
                  aria-label={`Voir le courriel du dossier ${ligne.numero}`}
                >
                  Voir le courriel
                </MuiLink>
              )}
            </Box>
          </Box>
        ))}
      </Box>
      {pages ? (
        <PagesListe
          page={pages.page}
          pages={Math.ceil(n / pages.taille)}
          adresse={(page) => `?etat=${etat}&page=${page}`}
        />
      ) : (
        n > lignes.length && (
          <MuiLink component={Link} to={`?etat=${etat}`}>
            Voir les {compter(n, 'dossier')}
          </MuiLink>
        )
      )}
    </Box>
  )
}

/** To whom the mail of the line goes. */
function courrielDe({ courriels, retenus, destinataire }: Ligne): string {
  if (courriels > 0) return `Courriel à ${destinataire}`
  return retenus > 0 ? `Courriel retenu, à ${destinataire}` : ''
}

const LIGNE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', md: '120px minmax(0, 1fr) minmax(0, 1fr)' },
  columnGap: 2,
  rowGap: 0.25,
  py: 0.75,
  borderBottom: 1,
  borderColor: 'divider',
  fontSize: '0.875rem',
  overflowWrap: 'anywhere',
} as const
