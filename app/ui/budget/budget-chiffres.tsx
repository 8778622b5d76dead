import { Box } from '@mui/material'
import type { Chiffres } from '#domain/budget/chiffres'
import { chiffresDits } from '#libelles/budget/chiffres-dits'

/** The figures of docs/domaine.md § 4.3; those that nothing lets compute are left out. */
export function BudgetChiffres({ chiffres }: { chiffres: Chiffres }) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}
    >
      {chiffresDits(chiffres).map(([nom, valeur]) => (
        <div key={nom}>
          <Box component="dt" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {nom}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: '1.125rem', fontWeight: 650, whiteSpace: 'nowrap' }}>
            {valeur}
          </Box>
        </div>
      ))}
    </Box>
  )
}
