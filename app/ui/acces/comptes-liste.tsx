import { Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatCompte } from '#domain/acces/compte'
import type { Role } from '#domain/acces/droits'
import { formatEntier } from '#domain/nombre'
import { noteDAbsence } from '#libelles/absence/absence'
import { LIBELLE_ETAT_COMPTE, LIBELLE_ROLE } from '#libelles/acces'
import { formatInstant } from '#libelles/temps'

export type Ligne = {
  id: string
  nom: string
  prenom: string
  courriel: string
  role: Role
  etat: EtatCompte
  connecteLe: Date | null
  dossiers: number
}

type Props = { comptes: readonly Ligne[]; absents: Record<string, { au: string; remplacant: string }> }

/** Who may sign in, as what, and when they last did; who is away today. */
export const ComptesListe = ({ comptes, absents }: Props) => (
  <TableContainer tabIndex={0} role="region" aria-label="Liste des comptes">
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>Agent</TableCell>
          <TableCell>Rôle</TableCell>
          <TableCell>Compte</TableCell>
          <TableCell>Dernière connexion</TableCell>
          <TableCell align="right">Dossiers en cours</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {comptes.map(({ id, prenom, nom, courriel, role, etat, connecteLe, dossiers }) => (
          <TableRow key={id} hover>
            <TableCell component="th" scope="row">
              <MuiLink component={Link} to={`/administration/comptes/${id}`} sx={{ fontWeight: 600 }}>
                {prenom} {nom}
              </MuiLink>
              {noteDAbsence(absents[id])}
              <div>{courriel}</div>
            </TableCell>
            <TableCell>{LIBELLE_ROLE[role]}</TableCell>
            <TableCell>{LIBELLE_ETAT_COMPTE[etat]}</TableCell>
            <TableCell>{connecteLe ? formatInstant(connecteLe) : 'jamais'}</TableCell>
            <TableCell align="right">{formatEntier(dossiers)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  </TableContainer>
)
