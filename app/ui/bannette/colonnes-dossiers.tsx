import { Box, Link as MuiLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { LigneDossier } from '#domain/dossier/ligne-bannette'
import { formatJour, fromDate, type Jour } from '#domain/temps/jour'
import { nommerPieces, phrasePieces } from '#libelles/bannette'
import { montantCourt } from '#libelles/budget/montant'
import { DelaiRejet } from '#ui/kit/delai-rejet'
import { DemandeOuvertureChip, EtatChip, OuvertChip } from '#ui/kit/etat-chip'

/** Two lines in a cell: what is looked for, over what it belongs to. */
export const DeuxLignes = ({ haut, bas }: { haut: ReactNode; bas: ReactNode }) => (
  <Box sx={{ minWidth: 0, width: '100%' }}>
    <Box sx={COUPE}>{haut}</Box>
    <Box sx={{ ...COUPE, color: 'text.secondary', fontSize: '0.8125rem' }}>{bas}</Box>
  </Box>
)

const COUPE = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

export const adresseDossier = ({ numero }: Pick<LigneDossier, 'numero'>) => `/dossiers/${numero}`

export const nomSuivi = (agent: LigneDossier['agent']) =>
  agent ? `${agent.prenom.slice(0, 1)}. ${agent.nom}` : 'personne'

export const decrireStructure = ({ nom, commune }: Pick<LigneDossier['structure'], 'nom' | 'commune'>) =>
  commune && !nom.includes(commune) ? `${nom} · ${commune}` : nom

/** The pièces of a dossier that is decided no longer call for anything. */
export const piecesDe = (ligne: LigneDossier) => (ligne.rejetImpliciteLe ? phrasePieces(ligne) : '–')

export const EtatComplet = ({ ligne }: { ligne: LigneDossier }) => (
  <>
    <EtatChip etat={ligne.etat} />
    {ligne.ouvertJusquAu ? (
      <OuvertChip jusquAu={ligne.ouvertJusquAu} />
    ) : (
      ligne.demandeRecueLe && <DemandeOuvertureChip />
    )}
  </>
)

/** The columns of the grid; `aujourdhui` is the day in Paris. */
export const colonnesDossiers = (aujourdhui: Jour): GridColDef<LigneDossier>[] => [
  {
    field: 'numero',
    headerName: 'Numéro',
    width: 108,
    hideable: false,
    renderCell: ({ row, tabIndex }) => (
      <DeuxLignes
        haut={
          <MuiLink component={Link} to={adresseDossier(row)} tabIndex={tabIndex} sx={{ fontWeight: 600 }}>
            {row.numero}
          </MuiLink>
        }
        bas={row.campagne.code}
      />
    ),
  },
  {
    field: 'objet',
    headerName: 'Objet et structure',
    flex: 1,
    minWidth: 240,
    renderCell: ({ row }) => (
      <DeuxLignes haut={<span title={row.objet}>{row.objet}</span>} bas={decrireStructure(row.structure)} />
    ),
  },
  {
    field: 'montant',
    headerName: 'Demandé',
    align: 'right',
    headerAlign: 'right',
    width: 110,
    sortingOrder: ['desc', 'asc'],
    renderCell: ({ row }) => (
      <Box sx={{ textAlign: 'right' }}>
        {montantCourt(row.montantDemandeCents)}
        {row.montantAccordeCents !== null && (
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            accordé {montantCourt(row.montantAccordeCents)}
          </Box>
        )}
      </Box>
    ),
  },
  {
    field: 'etat',
    headerName: 'État',
    width: 176,
    sortable: false,
    renderCell: ({ row }) => (
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start' }}>
        <EtatComplet ligne={row} />
      </Box>
    ),
  },
  {
    field: 'rejet',
    headerName: 'Délai',
    width: 140,
    renderCell: ({ row }) => (
      <DelaiRejet rejetLe={row.rejetImpliciteLe && fromDate(row.rejetImpliciteLe)} aujourdhui={aujourdhui} />
    ),
  },
  {
    field: 'pieces',
    headerName: 'Pièces',
    width: 176,
    sortingOrder: ['desc', 'asc'],
    renderCell: ({ row }) => {
      const lesquelles = row.rejetImpliciteLe ? nommerPieces(row.codesManquants) : ''
      return <DeuxLignes haut={piecesDe(row)} bas={lesquelles && <span title={lesquelles}>{lesquelles}</span>} />
    },
  },
  {
    field: 'deposeLe',
    headerName: 'Déposé le',
    width: 98,
    renderCell: ({ row }) => (row.deposeLe ? formatJour(fromDate(row.deposeLe)) : '–'),
  },
  {
    field: 'agent',
    headerName: 'Suivi par',
    width: 112,
    sortable: false,
    renderCell: ({ row }) => (
      <Box component="span" sx={{ ...COUPE, color: row.agent ? 'text.primary' : 'text.secondary' }}>
        {nomSuivi(row.agent)}
      </Box>
    ),
  },
]
