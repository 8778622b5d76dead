import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { Cofinancement } from '#domain/budget/budget'
import { formatNombre } from '#domain/budget/montant'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { ancreDeCellule, UnConstat } from '#ui/budget/budget-constats'

/** Who else pays, as the workbook's own sheet of funders says it. */
export function BudgetCofinancements({
  cofinancements,
  constats,
}: {
  cofinancements: Cofinancement[]
  constats: ConstatDit[]
}) {
  if (cofinancements.length === 0) return null
  return (
    <section aria-labelledby="cofinancements">
      <Typography variant="h2" id="cofinancements" sx={{ mb: 0.5 }}>
        Cofinancements déclarés
      </Typography>
      <Box sx={{ overflowX: 'auto' }} role="group" aria-label="Tableau des cofinancements" tabIndex={0}>
        <Table size="small" sx={{ maxWidth: 880, '& td, & th': { px: 0.75, py: 0.25 } }}>
          <TableHead>
            <TableRow>
              <TableCell scope="col">Financeur</TableCell>
              <TableCell scope="col">Type</TableCell>
              <TableCell scope="col" align="right">
                Montant (€)
              </TableCell>
              <TableCell scope="col">État</TableCell>
              <TableCell scope="col">Cellule</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {cofinancements.map(({ financeur, type, montantCents, etat, cellule }) => (
              <TableRow key={cellule} id={ancreDeCellule(cellule)} sx={{ '&:target': { bgcolor: 'action.selected' } }}>
                <TableCell component="th" scope="row">
                  {financeur}
                  {constats
                    .filter((c) => c.cellule === cellule)
                    .map((constat) => (
                      <Box key={constat.message} sx={{ fontWeight: 400 }}>
                        <UnConstat constat={constat} />
                      </Box>
                    ))}
                </TableCell>
                <TableCell>{type}</TableCell>
                <TableCell align="right">
                  {montantCents === null ? '–' : formatNombre(montantCents).replace(',00', '')}
                </TableCell>
                <TableCell>{etat}</TableCell>
                <TableCell sx={{ color: 'text.secondary' }}>{cellule.slice(cellule.lastIndexOf('!') + 1)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </section>
  )
}
