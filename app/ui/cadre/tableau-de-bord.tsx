import {
  Box,
  LinearProgress,
  Link as MuiLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatMontant, formatPourcent, ratio } from '#domain/budget/montant'

const nombre = new Intl.NumberFormat('fr-FR')

/** A titled part of the page; lines separate, boxes do not multiply. */
export function Partie({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ mb: 4, minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {titre}
      </Typography>
      {children}
    </Box>
  )
}

export type Enveloppe = {
  code: string
  libelle: string
  enveloppeCents: bigint
  dossiers: number
  demandeCents: bigint
  accordeCents: bigint
  payeCents: bigint
}

/** Per campagne: asked, granted, paid, left. */
export function Enveloppes({ campagnes }: { campagnes: Enveloppe[] }) {
  if (campagnes.length === 0) return <Typography>Aucune campagne n’est ouverte.</Typography>
  return (
    <Box sx={{ overflowX: 'auto' }} role="region" aria-label="Enveloppes des campagnes" tabIndex={0}>
      <Table size="small" sx={{ minWidth: 720, '& td, & th': { px: 1 } }}>
        <TableHead>
          <TableRow>
            <TableCell scope="col">Campagne</TableCell>
            <TableCell scope="col" align="right">
              Dossiers
            </TableCell>
            <TableCell scope="col" align="right">
              Demandé
            </TableCell>
            <TableCell scope="col" align="right">
              Accordé
            </TableCell>
            <TableCell scope="col" align="right">
              Payé
            </TableCell>
            <TableCell scope="col" align="right">
              Reste
            </TableCell>
            <TableCell scope="col">Enveloppe engagée</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {campagnes.map((c) => {
            const part = ratio(c.accordeCents, c.enveloppeCents) ?? 0
            return (
              <TableRow key={c.code}>
                <TableCell component="th" scope="row">
                  <MuiLink component={Link} to={`/dossiers?campagne=${c.code}`}>
                    {c.libelle}
                  </MuiLink>
                </TableCell>
                <TableCell align="right">{nombre.format(c.dossiers)}</TableCell>
                <TableCell align="right">{formatMontant(c.demandeCents)}</TableCell>
                <TableCell align="right">{formatMontant(c.accordeCents)}</TableCell>
                <TableCell align="right">{formatMontant(c.payeCents)}</TableCell>
                <TableCell align="right">{formatMontant(c.enveloppeCents - c.accordeCents)}</TableCell>
                <TableCell sx={{ minWidth: 140 }}>
                  <LinearProgress
                    variant="determinate"
                    value={Math.min(100, part * 100)}
                    aria-label={`Enveloppe ${c.libelle} engagée à ${formatPourcent(part)}`}
                  />
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {formatPourcent(part)}
                  </Typography>
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Box>
  )
}
