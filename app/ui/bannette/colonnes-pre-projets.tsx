import { Box, Link as MuiLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { daysBetween, formatJour, jourDeParis, type Jour } from '#domain/temps/jour'
import { ilYA } from '#libelles/bannette'
import { montantCourt } from '#libelles/budget/montant'
import { decrireStructure, DeuxLignes } from '#ui/bannette/colonnes-dossiers'
import { AvisChip, EtatPreProjetChip, HorsDelaiChip } from '#ui/kit/etat-chip'

/** One fiche as a bannette shows it. */
export type LignePreProjet = {
  id: string
  titre: string
  structureNom: string
  commune: string
  pays: string
  ville: string
  etat: EtatPreProjet
  avis: Avis | null
  recuLe: Date
  horsDelai: boolean
  nbJeunes: number | null
  montantSouhaiteCents: bigint | null
  aRelire: string[]
  contactCourriel: string
  campagne: { code: string } | null
}

export const adressePreProjet = ({ id }: Pick<LignePreProjet, 'id'>) => `/pre-projets/${id}`

/** A fiche whose title could not be read is still called something. */
export const titreDe = ({ titre }: Pick<LignePreProjet, 'titre'>) => titre.trim() || 'Projet sans titre lu'

export const porteurDe = ({ structureNom, commune, contactCourriel }: LignePreProjet) =>
  structureNom ? decrireStructure({ nom: structureNom, commune }) : contactCourriel || 'Structure non lue'

export const destinationDe = ({ ville, pays }: LignePreProjet) =>
  [ville, pays].filter((lieu) => lieu !== '').join(', ') || '–'

/** What is left to look at in the fiche: said while it waits for an answer. */
export const aRelireDe = ({ aRelire, etat }: LignePreProjet) =>
  etat !== 'A_TRAITER' || aRelire.length === 0 ? '–' : `${compter(aRelire.length, 'champ')} à relire`

/** An avis « à retravailler » says no more than the state it led to. */
export const EtatFiche = ({ ligne }: { ligne: LignePreProjet }) => (
  <>
    {ligne.avis && ligne.etat === 'AVIS_RENDU' ? (
      <AvisChip avis={ligne.avis} />
    ) : (
      <EtatPreProjetChip etat={ligne.etat} />
    )}
    {ligne.horsDelai && <HorsDelaiChip />}
  </>
)

export const recuDe = (recuLe: Date, aujourdhui: Jour) => ({
  texte: ilYA(daysBetween(jourDeParis(recuLe), aujourdhui)),
  date: formatJour(jourDeParis(recuLe)),
})

/** The columns of the grid; `aujourdhui` is the day in Paris. */
export const colonnesPreProjets = (aujourdhui: Jour): GridColDef<LignePreProjet>[] => [
  {
    field: 'structure',
    headerName: 'Projet et structure',
    flex: 1,
    minWidth: 260,
    hideable: false,
    renderCell: ({ row, tabIndex }) => (
      <DeuxLignes
        haut={
          <MuiLink
            component={Link}
            to={adressePreProjet(row)}
            tabIndex={tabIndex}
            title={titreDe(row)}
            sx={{ fontWeight: 600 }}
          >
            {titreDe(row)}
          </MuiLink>
        }
        bas={porteurDe(row)}
      />
    ),
  },
  {
    field: 'recuLe',
    headerName: 'Reçu',
    width: 132,
    renderCell: ({ row }) => {
      const { texte, date } = recuDe(row.recuLe, aujourdhui)
      return <DeuxLignes haut={texte} bas={date} />
    },
  },
  {
    field: 'etat',
    headerName: 'État',
    width: 168,
    sortable: false,
    renderCell: ({ row }) => (
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start' }}>
        <EtatFiche ligne={row} />
      </Box>
    ),
  },
  { field: 'aRelire', headerName: 'Lecture', width: 140, sortable: false, renderCell: ({ row }) => aRelireDe(row) },
  {
    field: 'montant',
    headerName: 'Souhaité',
    align: 'right',
    headerAlign: 'right',
    width: 112,
    sortingOrder: ['desc', 'asc'],
    renderCell: ({ row }) => (row.montantSouhaiteCents === null ? '–' : montantCourt(row.montantSouhaiteCents)),
  },
  {
    field: 'destination',
    headerName: 'Destination',
    width: 168,
    sortable: false,
    renderCell: ({ row }) => <span title={destinationDe(row)}>{destinationDe(row)}</span>,
  },
  {
    field: 'nbJeunes',
    headerName: 'Jeunes',
    align: 'right',
    headerAlign: 'right',
    width: 80,
    sortable: false,
    renderCell: ({ row }) => row.nbJeunes ?? '–',
  },
  {
    field: 'campagne',
    headerName: 'Campagne',
    width: 108,
    sortable: false,
    renderCell: ({ row }) => row.campagne?.code ?? '–',
  },
]
