import { useSyncExternalStore } from 'react'
import type { GrilleBannette } from '#ui/bannette/table/grille-bannette'

/** Under this width a row is a card, and the grid is not even asked for (the same bound as in table-bannette.module.css). */
const LARGE = '(min-width: 900px)'

let grille: typeof GrilleBannette | null = null

function ecouter(prevenir: () => void) {
  const largeur = matchMedia(LARGE)
  const suivre = () => {
    prevenir()
    if (!largeur.matches || grille) return
    // A grid that does not come leaves the table, which serves.
    void import('#ui/bannette/table/grille-bannette').then(
      (venue) => {
        grille = venue.GrilleBannette
        prevenir()
      },
      () => undefined,
    )
  }
  suivre()
  largeur.addEventListener('change', suivre)
  return () => largeur.removeEventListener('change', suivre)
}

/** The grid, once it has come and where the screen is wide enough for it; null before, and always on the server. */
export const useGrille = () =>
  useSyncExternalStore(
    ecouter,
    () => (matchMedia(LARGE).matches ? grille : null),
    () => null,
  )
