import { Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatCampagne } from '#domain/campagne/vie-campagne'
import { formatEntier } from '#domain/nombre'
import { formatJour, fromDate } from '#domain/temps/jour'
import { montantCourt } from '#libelles/budget/montant'
import { LIBELLE_ETAT_CAMPAGNE } from '#libelles/campagne/vie-campagne'

type Ligne = {
  code: string
  libelle: string
  etat: EtatCampagne
  ouverteLe: Date
  echeanceDepot: Date
  enveloppeCents: bigint
  dossiers: number
  enVigueur: { numero: number } | null
  brouillon: boolean
  /** The code of the one that may follow it; null where it is there, or where another comes between. */
  suivante: string | null
}

/** Every campagne, and for the last of each dispositif the way to the next one. */
export function CampagnesListe({ campagnes }: { campagnes: Ligne[] }) {
  if (campagnes.length === 0) return <p>Aucune campagne. La première s’ouvre avec le premier import.</p>
  return (
    <TableContainer tabIndex={0} role="region" aria-label="Liste des campagnes">
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>Campagne</TableCell>
            <TableCell>État</TableCell>
            <TableCell>Ouverture</TableCell>
            <TableCell>Limite de dépôt</TableCell>
            <TableCell align="right">Enveloppe</TableCell>
            <TableCell align="right">Dossiers</TableCell>
            <TableCell>Pièces demandées</TableCell>
            <TableCell>Année suivante</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {campagnes.map((campagne) => (
            <Une key={campagne.code} campagne={campagne} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function Une({ campagne }: { campagne: Ligne }) {
  const adresse = `/administration/campagnes/${campagne.code}`
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        <MuiLink component={Link} to={adresse} sx={{ fontWeight: 600 }}>
          {campagne.code}
        </MuiLink>
        <div>{campagne.libelle}</div>
      </TableCell>
      <TableCell>{LIBELLE_ETAT_CAMPAGNE[campagne.etat]}</TableCell>
      <TableCell>{formatJour(fromDate(campagne.ouverteLe))}</TableCell>
      <TableCell>{formatJour(fromDate(campagne.echeanceDepot))}</TableCell>
      <TableCell align="right">
        {campagne.enveloppeCents > 0n ? montantCourt(campagne.enveloppeCents) : 'non fixée'}
      </TableCell>
      <TableCell align="right">{formatEntier(campagne.dossiers)}</TableCell>
      <TableCell>
        <MuiLink component={Link} to={`${adresse}/pieces`} underline="always">
          {campagne.enVigueur ? `version ${campagne.enVigueur.numero}` : 'aucune version publiée'}
        </MuiLink>
        {campagne.brouillon && ', une version en préparation'}
      </TableCell>
      <TableCell>
        {campagne.suivante && (
          <MuiLink
            component={Link}
            to={`/administration/campagnes/nouvelle?depuis=${campagne.code}`}
            underline="always"
          >
            Préparer {campagne.suivante}
          </MuiLink>
        )}
      </TableCell>
    </TableRow>
  )
}
