import type { Box } from '@mui/material'
import { createContext } from 'react'

/** The box that reads `sx`, where a frame brings MUI (Habillage); null elsewhere, where nothing gives one. */
export const Boite = createContext<typeof Box | null>(null)
