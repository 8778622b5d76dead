import type { GridColDef, GridColumnVisibilityModel, GridValidRowModel } from '@mui/x-data-grid'
import { useEffect, useState } from 'react'

type Choix = { visibles: Record<string, boolean>; largeurs: Record<string, number> }

const RIEN: Choix = { visibles: {}, largeurs: {} }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const only = <T,>(value: unknown, isRight: (v: unknown) => v is T): Record<string, T> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([nom, v]) => (isRight(v) ? [[nom, v]] : []))) : {}

function readChoix(cle: string): Choix {
  try {
    const lu: unknown = JSON.parse(localStorage.getItem(cle) ?? 'null')
    if (!isRecord(lu)) return RIEN
    return {
      visibles: only(lu['visibles'], (v): v is boolean => typeof v === 'boolean'),
      largeurs: only(lu['largeurs'], (v): v is number => typeof v === 'number' && v >= 40 && v <= 2000),
    }
  } catch {
    return RIEN
  }
}

/** The columns this officer hid or widened in this browser. The first paint is the same for all: the server does not know. */
export function useColonnesChoisies<Ligne extends GridValidRowModel>(cle: string, colonnes: GridColDef<Ligne>[]) {
  const nom = `mcei.colonnes.${cle}`
  const [choix, setChoix] = useState(RIEN)
  useEffect(() => setChoix(readChoix(nom)), [nom])
  const garder = (suite: Choix) => {
    setChoix(suite)
    try {
      localStorage.setItem(nom, JSON.stringify(suite))
    } catch {
      // A browser that keeps nothing only forgets the widths.
    }
  }
  return {
    colonnes: colonnes.map((colonne) => {
      const width = choix.largeurs[colonne.field]
      return width === undefined ? colonne : { ...colonne, width, flex: undefined }
    }),
    visibles: choix.visibles as GridColumnVisibilityModel,
    montrer: (visibles: GridColumnVisibilityModel) => garder({ ...choix, visibles }),
    elargir: (champ: string, largeur: number) =>
      garder({ ...choix, largeurs: { ...choix.largeurs, [champ]: Math.round(largeur) } }),
  }
}
