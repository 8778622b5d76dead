import { Box, Link as MuiLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { MODELES, type EtatCourriel } from '#domain/courriel/courriel'
import { LIBELLE_MODELE, phraseDepart } from '#libelles/courriel/courriel'
import { formatInstant } from '#libelles/temps'
import { DeuxLignes } from '#ui/bannette/colonnes-dossiers'
import { CourrielRelance } from '#ui/courriel/courriel-relance'
import { EtatCourrielChip } from '#ui/kit/etat-chip'

/** One courriel as the list shows it. */
export type LigneCourriel = {
  id: string
  modele: string
  destinataire: string
  destinataireNom: string
  sujet: string
  etat: EtatCourriel
  tentatives: number
  erreur: string | null
  creeLe: Date
  envoyeLe: Date | null
  partirLe: Date | null
  version: number
  dossier: { numero: string | null } | null
  preProjetId: string | null
}

export const adresseCourriel = ({ id }: Pick<LigneCourriel, 'id'>) => `/courriels/${id}`

export const nomModele = (modele: string) => {
  const connu = MODELES.find((un) => un === modele)
  return connu ? LIBELLE_MODELE[connu] : 'Modèle que cette version du logiciel ne connaît pas'
}

export const aQui = ({ destinataire, destinataireNom }: Pick<LigneCourriel, 'destinataire' | 'destinataireNom'>) =>
  destinataireNom ? `${destinataireNom} <${destinataire}>` : destinataire

/** « 8 essais », then why the last one failed. */
export const phraseEchec = ({ tentatives, erreur }: Pick<LigneCourriel, 'tentatives' | 'erreur'>) =>
  [tentatives > 0 ? compter(tentatives, 'essai') : '', erreur ?? ''].filter(Boolean).join('\u00a0: ')

/** « part le … » for one that waits for its hour, else null. */
export const departDe = ({ etat, partirLe }: Pick<LigneCourriel, 'etat' | 'partirLe'>) =>
  etat === 'A_ENVOYER' && partirLe ? phraseDepart(partirLe) : null

export const Sujet = ({ ligne, tabIndex }: { ligne: LigneCourriel; tabIndex?: number }) => (
  <MuiLink
    component={Link}
    to={adresseCourriel(ligne)}
    tabIndex={tabIndex}
    title={ligne.sujet}
    sx={{ fontWeight: 600 }}
  >
    {ligne.sujet}
  </MuiLink>
)

/** What the courriel is about: its dossier or its fiche. */
export function Concerne({ ligne, tabIndex }: { ligne: LigneCourriel; tabIndex?: number }) {
  const { dossier, preProjetId } = ligne
  if (dossier?.numero) {
    return (
      <MuiLink component={Link} to={`/dossiers/${dossier.numero}`} tabIndex={tabIndex}>
        {dossier.numero}
      </MuiLink>
    )
  }
  return preProjetId ? (
    <MuiLink component={Link} to={`/pre-projets/${preProjetId}`} tabIndex={tabIndex}>
      Pré-projet
    </MuiLink>
  ) : (
    <>–</>
  )
}

/** The columns of the list of courriels; `peut`: may this agent ask for one again. */
export const colonnesCourriels = (peut: boolean): GridColDef<LigneCourriel>[] => [
  {
    field: 'sujet',
    headerName: 'Objet et destinataire',
    flex: 1,
    minWidth: 260,
    hideable: false,
    renderCell: ({ row, tabIndex }) => <DeuxLignes haut={<Sujet ligne={row} tabIndex={tabIndex} />} bas={aQui(row)} />,
  },
  {
    field: 'etat',
    headerName: 'État',
    width: 212,
    sortable: false,
    renderCell: ({ row }) =>
      row.etat === 'ECHEC' || departDe(row) ? (
        <DeuxLignes
          haut={<EtatCourrielChip etat={row.etat} />}
          bas={<span title={row.erreur ?? undefined}>{departDe(row) ?? phraseEchec(row)}</span>}
        />
      ) : (
        <EtatCourrielChip etat={row.etat} />
      ),
  },
  {
    field: 'modele',
    headerName: 'Modèle',
    width: 170,
    sortable: false,
    renderCell: ({ row }) => nomModele(row.modele),
  },
  {
    field: 'concerne',
    headerName: 'Concerne',
    width: 104,
    sortable: false,
    renderCell: ({ row, tabIndex }) => <Concerne ligne={row} tabIndex={tabIndex} />,
  },
  {
    field: 'creeLe',
    headerName: 'Écrit le',
    width: 140,
    sortingOrder: ['desc', 'asc'],
    renderCell: ({ row }) => formatInstant(row.creeLe),
  },
  {
    field: 'envoyeLe',
    headerName: 'Envoyé le',
    width: 140,
    sortingOrder: ['desc', 'asc'],
    renderCell: ({ row }) => (row.envoyeLe ? formatInstant(row.envoyeLe) : '–'),
  },
  ...(peut
    ? [
        {
          field: 'relancer',
          headerName: 'Acte',
          width: 104,
          sortable: false,
          renderCell: ({ row }) =>
            row.etat === 'ECHEC' && (
              <Box sx={{ py: 0.5 }}>
                <CourrielRelance courriel={row} />
              </Box>
            ),
        } satisfies GridColDef<LigneCourriel>,
      ]
    : []),
]
