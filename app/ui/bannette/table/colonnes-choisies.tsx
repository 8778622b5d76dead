import { useState } from 'react'
import type { Colonne } from '#ui/bannette/table/colonne'

/** The columns an officer hid or widened in this browser. */
export type ChoixDeColonnes = { visibles: Record<string, boolean>; largeurs: Record<string, number> }

const RIEN: ChoixDeColonnes = { visibles: {}, largeurs: {} }

const UN_AN_S = 31_536_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const only = <T,>(value: unknown, isRight: (v: unknown) => v is T): Record<string, T> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([nom, v]) => (isRight(v) ? [[nom, v]] : []))) : {}

const nomDuCookie = (cle: string) => `mcei_colonnes_${cle}`

/** The choice this browser sent with its cookies (the header as it came), so that the page comes with the right columns at once. */
export function choixDeColonnes(cookies: string | null, cle: string): ChoixDeColonnes {
  const debut = `${nomDuCookie(cle)}=`
  const cookie = cookies?.split('; ').find((un) => un.startsWith(debut))
  if (!cookie) return RIEN
  try {
    const lu: unknown = JSON.parse(decodeURIComponent(cookie.slice(debut.length)))
    if (!isRecord(lu)) return RIEN
    return {
      visibles: only(lu['visibles'], (v): v is boolean => typeof v === 'boolean'),
      largeurs: only(lu['largeurs'], (v): v is number => typeof v === 'number' && v >= 40 && v <= 2000),
    }
  } catch {
    return RIEN
  }
}

export type ColonnesChoisies<Ligne> = {
  /** All of them, as wide as chosen. */
  colonnes: Colonne<Ligne>[]
  /** Those that are not hidden. */
  montrees: Colonne<Ligne>[]
  visibles: Record<string, boolean>
  montrer: (visibles: Record<string, boolean>) => void
  elargir: (champ: string, largeur: number) => void
}

/** The columns as this officer chose them, `lu` being what the server read of it; a change is kept for the next pages. */
export function useColonnesChoisies<Ligne>(
  cle: string,
  lu: ChoixDeColonnes,
  colonnes: readonly Colonne<Ligne>[],
): ColonnesChoisies<Ligne> {
  const [choix, setChoix] = useState(lu)
  const garder = (suite: ChoixDeColonnes) => {
    setChoix(suite)
    const valeur = encodeURIComponent(JSON.stringify(suite))
    document.cookie = `${nomDuCookie(cle)}=${valeur}; path=/; max-age=${UN_AN_S}; samesite=lax`
  }
  const larges = colonnes.map((colonne): Colonne<Ligne> => {
    const largeur = choix.largeurs[colonne.champ]
    if (largeur === undefined) return colonne
    const { souple: _, ...fixe } = colonne
    return { ...fixe, largeur }
  })
  return {
    colonnes: larges,
    montrees: larges.filter(({ champ, toujours }) => toujours ?? choix.visibles[champ] !== false),
    visibles: choix.visibles,
    montrer: (visibles) => garder({ ...choix, visibles }),
    elargir: (champ, largeur) => garder({ ...choix, largeurs: { ...choix.largeurs, [champ]: Math.round(largeur) } }),
  }
}
