import { Icone } from '#ui/kit/icone/icone'
import type { Genre } from '#domain/structure/genre'
import { Box, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatPourcent, ratio } from '#domain/budget/montant'
import type { NiveauDelai } from '#domain/dossier/delais'
import type { Etat } from '#domain/dossier/etat'
import { formatJour, fromDate, type Jour, jourDeParis } from '#domain/temps/jour'
import type { Explique } from '#libelles/mots'
import { montantCourt } from '#libelles/budget/montant'
import { genreDansUnePhrase } from '#libelles/structure'
import { Dit } from '#ui/kit/dit'
import { EtatChip } from '#ui/kit/etat-chip'
import { Explication } from '#ui/kit/explication'
import { Etiquette } from '#ui/kit/icone/etiquette'
import type { Ton } from '#ui/kit/theme'

type Props = {
  dossier: {
    numero: string | null
    objet: string
    etat: Etat
    /** What this état means, in words. */
    mots: Explique
    structure: { nom: string; genre: Genre | null }
    campagne: { libelle: string }
    deposeLe: Date | null
    montantDemandeCents: bigint
    coutTotalCents: bigint | null
    montantAccordeCents: bigint | null
    rejet: { dit: string; niveau: NiveauDelai } | null
    ouvert: { echeance: Date } | null
    complements: { limite: Jour; depasses: boolean } | null
  }
  /** Address of the dossier. */
  adresse: string
  suivi: ReactNode
  /** The acts, on the right. */
  children: ReactNode
}

function argent({ montantDemandeCents, coutTotalCents, montantAccordeCents }: Props['dossier']): string[] {
  const taux = coutTotalCents === null ? null : ratio(montantDemandeCents, coutTotalCents)
  return [
    `demandé ${montantCourt(montantDemandeCents)}`,
    ...(coutTotalCents === null
      ? []
      : [`coût ${montantCourt(coutTotalCents)}${taux === null ? '' : ` (${formatPourcent(taux)})`}`]),
    ...(montantAccordeCents === null ? [] : [`accordé ${montantCourt(montantAccordeCents)}`]),
  ]
}

/** What a dossier is, in three lines: its number and object, who asks for how much, its clocks. The page's only title. */
export function DossierEntete({ adresse, dossier, suivi, children }: Props) {
  const { numero, objet, etat, mots, structure, ouvert, campagne } = dossier
  return (
    <Box
      component="header"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between', mb: 1.5 }}
    >
      <Box sx={{ flex: '1 1 480px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, mr: 1.5, whiteSpace: 'nowrap' }}>
              {numero ?? 'Brouillon'}
            </Box>
            {objet || 'Sans objet indiqué'}
          </Typography>
          <EtatChip etat={etat} />
          <Explication {...mots} />
          {ouvert && (
            <Etiquette icone="lock-open" ton="ouvert">
              Ouvert à modification jusqu’au {formatJour(jourDeParis(ouvert.echeance))}
            </Etiquette>
          )}
        </Box>
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {[structure.nom, genreDansUnePhrase(structure.genre), ...argent(dossier)].join(' · ')}
        </Typography>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 2,
            rowGap: 0.5,
            mt: 0.5,
            fontSize: '0.875rem',
          }}
        >
          <Rejet rejet={dossier.rejet} adresse={adresse} />
          {dossier.deposeLe && <span>Déposé le {formatJour(fromDate(dossier.deposeLe))}</span>}
          <span>{campagne.libelle}</span>
          {suivi}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>{children}</Box>
    </Box>
  )
}

const TON: Record<NiveauDelai, Ton> = { LOINTAIN: 'neutre', PROCHE: 'alerte', DEPASSE: 'depasse' }

/** The clock, and the page that explains it. */
function Rejet({ rejet, adresse }: { rejet: Props['dossier']['rejet']; adresse: string }) {
  if (!rejet) return null
  return (
    <MuiLink component={Link} to={`${adresse}/delais`} preventScrollReset sx={{ color: 'inherit' }}>
      <Etiquette icone="schedule" ton={TON[rejet.niveau]}>
        {rejet.dit}
        <Icone nom="info" />
      </Etiquette>
      <Dit>{'\u00a0'}: comment cette date est calculée</Dit>
    </MuiLink>
  )
}
