import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { Fragment } from 'react'
import type { Cote, LigneBudget, NatureLigne } from '#domain/budget/budget'
import { formatNombre } from '#domain/budget/montant'
import { LIBELLE_COTE } from '#libelles/budget/budget'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { ancreDeCellule, UnConstat } from '#ui/budget/budget-constats'

type Props = { cote: Cote; lignes: LigneBudget[]; constats: ConstatDit[] }

/** `Budget!F14` → `F14`: the sheet is named above the tables. */
const sansFeuille = (cellule: string) => cellule.slice(cellule.lastIndexOf('!') + 1)

const FORTES: NatureLigne[] = ['GROUPE', 'NATURE', 'SOUS_TOTAL', 'TOTAL', 'TOTAL_GENERAL']
const TOTAUX: NatureLigne[] = ['SOUS_TOTAL', 'TOTAL', 'TOTAL_GENERAL']

/** One side of the budget, line by line as in the workbook, each finding under the cell it speaks of. */
export function BudgetCote({ cote, lignes, constats }: Props) {
  const siennes = lignes.filter((ligne) => ligne.cote === cote)
  const id = `cote-${cote}`
  return (
    <section aria-labelledby={id}>
      <Typography variant="h2" id={id} sx={{ mb: 0.5 }}>
        {LIBELLE_COTE[cote]}
      </Typography>
      <Table size="small" sx={{ '& td, & th': { px: 0.75, py: 0.25 } }}>
        <TableHead>
          <TableRow>
            <TableCell scope="col">Ligne</TableCell>
            <TableCell scope="col" align="right">
              Montant (€)
            </TableCell>
            <TableCell scope="col">Cellule</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {siennes.map((ligne, rang) => (
            <Ligne
              key={`${ligne.cellule} ${rang}`}
              ligne={ligne}
              constats={constats.filter((c) => c.cellule === ligne.cellule)}
            />
          ))}
        </TableBody>
      </Table>
    </section>
  )
}

function Ligne({ ligne, constats }: { ligne: LigneBudget; constats: ConstatDit[] }) {
  const { nature, code, libelle, montantCents, texteLu, cellule, formule, masquee } = ligne
  const fort = FORTES.includes(nature)
  const total = TOTAUX.includes(nature)
  return (
    <Fragment>
      <TableRow
        id={ancreDeCellule(cellule)}
        sx={{
          ...(total && { bgcolor: 'action.hover' }),
          ...(constats.length > 0 && { '& td, & th': { borderBottom: 0 } }),
          '&:target': { bgcolor: 'action.selected' },
        }}
      >
        <TableCell
          component="th"
          scope="row"
          sx={{ fontWeight: fort ? 650 : 400, pl: fort ? undefined : '20px !important', overflowWrap: 'anywhere' }}
        >
          {[code, libelle].filter(Boolean).join(' ')}
          {masquee && (
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {' '}
              (masquée)
            </Box>
          )}
        </TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontWeight: fort ? 650 : 400 }}>
          {montantCents === null ? texteLu : formatNombre(montantCents).replace(',00', '')}
        </TableCell>
        <TableCell sx={{ color: 'text.secondary' }} title={formule && `=${formule}`}>
          {sansFeuille(cellule)}
        </TableCell>
      </TableRow>
      {constats.map((constat) => (
        <TableRow key={constat.regle + constat.message}>
          <TableCell colSpan={3} sx={{ pl: '20px !important' }}>
            <UnConstat constat={constat} />
          </TableCell>
        </TableRow>
      ))}
    </Fragment>
  )
}
