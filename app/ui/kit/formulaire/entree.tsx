import { Box, Paper, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Habillage } from '#ui/kit/habillage/habillage'

/** The page of somebody who is not in yet: one form. */
export function Entree({ titre, texte, children }: { titre: string; texte: ReactNode; children: ReactNode }) {
  return (
    <Habillage>
      <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2 }}>
        <Paper variant="outlined" sx={{ p: { xs: 3, sm: 4 }, width: '100%', maxWidth: 400 }}>
          <Stack spacing={2.5}>
            <div>
              <Typography variant="body2" sx={{ fontWeight: 700, color: 'primary.main', letterSpacing: '0.04em' }}>
                MCEI
              </Typography>
              <Typography variant="h1">{titre}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
                {texte}
              </Typography>
            </div>
            {children}
          </Stack>
        </Paper>
      </Box>
    </Habillage>
  )
}
