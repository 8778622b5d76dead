import { Icone } from '#ui/kit/icone/icone'
import { Box } from '@mui/material'
import { useEffect, useRef } from 'react'
import { compter } from '#domain/nombre'
import { Dit } from '#ui/kit/dit'
import { LienPressenti } from '#ui/kit/reprise/lien-pressenti'

type Props = {
  adresse: string
  comptes: {
    piecesBonnes: number
    piecesDemandees: number
    signalements: number
    constats: number
    echanges: number
    demandes: number
    retenus: number
    rapprochements: number
    notes: number
  }
}

type Onglet = { vers: string; texte: string; compte?: string; dit?: string; alerte?: boolean }

const retenus = (n: number) => ({ compte: String(n), dit: `${n} à demander` })

const aRegarder = (n: number) => (n > 0 ? `, ${n} à regarder de près` : '')

const onglets = (comptes: Props['comptes']): Onglet[] => [
  { vers: '', texte: 'Synthèse' },
  {
    vers: '/pieces',
    texte: 'Pièces',
    compte: `${comptes.piecesBonnes}/${comptes.piecesDemandees}`,
    dit: `${comptes.piecesBonnes} sur ${comptes.piecesDemandees} en règle${aRegarder(comptes.signalements)}`,
    alerte: comptes.signalements > 0,
  },
  {
    vers: '/budget',
    texte: 'Budget',
    ...(comptes.constats > 0 && {
      compte: String(comptes.constats),
      dit: compter(comptes.constats, 'constat'),
      alerte: true,
    }),
  },
  { vers: '/complements', texte: 'Compléments', ...(comptes.retenus > 0 && retenus(comptes.retenus)) },
  {
    vers: '/echanges',
    texte: 'Échanges',
    ...(comptes.echanges > 0 && { compte: String(comptes.echanges), dit: `${comptes.echanges}` }),
  },
  {
    vers: '/deverrouillage',
    texte: 'Déverrouillage',
    ...(comptes.demandes > 0 && {
      compte: String(comptes.demandes),
      dit: `${comptes.demandes} en attente`,
      alerte: true,
    }),
  },
  {
    vers: '/fil-rouge',
    texte: 'Fil rouge',
    ...(comptes.rapprochements > 0 && {
      compte: String(comptes.rapprochements),
      dit: `${comptes.rapprochements} à confirmer`,
      alerte: true,
    }),
  },
  { vers: '/decision', texte: 'Décision' },
  { vers: '/suites', texte: 'Suites' },
  {
    vers: '/notes',
    texte: 'Notes',
    ...(comptes.notes > 0 && { compte: String(comptes.notes), dit: compter(comptes.notes, 'note') }),
  },
  { vers: '/journal', texte: 'Journal' },
]

const LIEN = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  minHeight: 40,
  px: 1.5,
  whiteSpace: 'nowrap',
  color: 'text.secondary',
  textDecoration: 'none',
  fontWeight: 600,
  fontSize: '0.9375rem',
  borderBottom: '3px solid transparent',
  '&:hover': { color: 'primary.main' },
  '&.active': { color: 'primary.main', borderBottomColor: 'currentColor' },
  '&:focus-visible': { outlineOffset: '-3px' },
} as const

/** The parts of a dossier, each with what it holds. The one in use is kept in sight on a narrow screen. */
export function DossierOnglets({ adresse, comptes }: Props) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const courant = nav.current?.querySelector<HTMLElement>('.active')
    if (courant && nav.current) nav.current.scrollLeft = courant.offsetLeft - 24
  })
  return (
    <Box
      component="nav"
      aria-label="Parties du dossier"
      ref={nav}
      sx={{ position: 'relative', display: 'flex', overflowX: 'auto', borderBottom: 1, borderColor: 'divider', mb: 2 }}
    >
      {onglets(comptes).map(({ vers, texte, compte, dit, alerte }) => (
        <Box key={vers} component={LienPressenti} to={adresse + vers} end={vers === ''} preventScrollReset sx={LIEN}>
          {texte}
          {compte && (
            <Box component="span" sx={{ fontWeight: 500 }}>
              <span aria-hidden>{compte}</span>
              <Dit>({dit})</Dit>
            </Box>
          )}
          {alerte && (
            <Box component="span" sx={{ display: 'inline-flex', color: 'var(--mui-palette-ton-alerte)' }}>
              <Icone nom="warning" />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
}
