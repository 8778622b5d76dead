import { Box } from '@mui/material'
import type { ReactNode } from 'react'

const INVISIBLE = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  m: '-1px',
  p: 0,
  overflow: 'hidden',
  clip: 'rect(0 0 0 0)',
  whiteSpace: 'nowrap',
  border: 0,
} as const

/** Words for those who listen to the page: read aloud, not shown. */
export const Dit = ({ children }: { children: ReactNode }) => (
  <Box component="span" sx={INVISIBLE}>
    {children}
  </Box>
)
