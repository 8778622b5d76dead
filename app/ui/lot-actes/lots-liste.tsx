import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ActeDeLot, ComptesDeLot, EtapeDeLot } from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'
import { LIBELLE_ETAPE, MOTS_ACTE_DE_LOT, phraseResultat } from '#libelles/lot-actes/acte-de-lot'
import { formatInstant } from '#libelles/temps'
import { RetourBannette } from '#ui/bannette/retour-bannette'
import { PageHeader } from '#ui/kit/page-header'

type Lot = { id: string; acte: ActeDeLot; creeLe: Date; comptes: ComptesDeLot; etape: EtapeDeLot; total: number }

/** The lots of who is signed in: what each is, when, and how far it is. */
export function LotsListe({ lots }: { lots: readonly Lot[] }) {
  return (
    <>
      <RetourBannette />
      <PageHeader titre="Mes actes par lot" sousTitre="Ce que vous avez préparé ou lancé sur plusieurs dossiers." />
      {lots.length === 0 && (
        <Typography>Aucun acte par lot. Choisissez des dossiers dans la bannette pour en préparer un.</Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {lots.map(({ id, acte, creeLe, comptes, etape, total }) => (
          <Box component="li" key={id} sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem' }}>
            <MuiLink component={Link} to={`/dossiers/lots/${id}`} sx={{ fontWeight: 600 }}>
              {`${MOTS_ACTE_DE_LOT[acte].verbe}, ${compter(total, 'dossier')}`}
            </MuiLink>
            {`, ${formatInstant(creeLe)}`}
            <Box sx={{ color: 'text.secondary' }}>
              {etape === 'FINI' ? phraseResultat(acte, comptes) : LIBELLE_ETAPE[etape]}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}
