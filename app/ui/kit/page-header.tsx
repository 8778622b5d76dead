import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

/** The one title of a page, what it says of itself, and its acts on the right. */
export function PageHeader({ titre, sousTitre, actes }: { titre: string; sousTitre?: ReactNode; actes?: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'flex-start',
        justifyContent: 'space-between',
        mb: 2,
      }}
    >
      <div>
        <Typography variant="h1">{titre}</Typography>
        {sousTitre && (
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {sousTitre}
          </Typography>
        )}
      </div>
      {actes && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actes}</Box>}
    </Box>
  )
}
