import { Box, Typography } from '@mui/material'
import type { Cofinancement } from '#domain/budget/budget'
import { formatNombre } from '#domain/budget/montant'
import type { ConstatDit } from '#libelles/budget/constats-dits'
import { ancreDeCellule, UnConstat } from '#ui/budget/budget-constats'
import css from '#ui/budget/tableau.module.css'

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
        <table className={`${css.tableau} ${css.moyen}`}>
          <thead>
            <tr>
              <th scope="col">Financeur</th>
              <th scope="col">Type</th>
              <th scope="col" className={css.chiffres}>
                Montant (€)
              </th>
              <th scope="col">État</th>
              <th scope="col">Cellule</th>
            </tr>
          </thead>
          <tbody>
            {cofinancements.map(({ financeur, type, montantCents, etat, cellule }) => (
              <tr key={cellule} id={ancreDeCellule(cellule)}>
                <th scope="row">
                  {financeur}
                  {constats
                    .filter((c) => c.cellule === cellule)
                    .map((constat) => (
                      <Box key={constat.message} sx={{ fontWeight: 400 }}>
                        <UnConstat constat={constat} />
                      </Box>
                    ))}
                </th>
                <td>{type}</td>
                <td className={css.chiffres}>
                  {montantCents === null ? '–' : formatNombre(montantCents).replace(',00', '')}
                </td>
                <td>{etat}</td>
                <td className={css.discret}>{cellule.slice(cellule.lastIndexOf('!') + 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </section>
  )
}
