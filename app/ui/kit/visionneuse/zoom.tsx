/** How a page is fitted: to the width of its frame, whole in it, or at a part of its width, in hundredths. */
export type Zoom = 'largeur' | 'page' | number

const CRANS = [25, 50, 75, 100, 125, 150, 200, 300, 400]

const centiemes = (zoom: Zoom): number => (zoom === 'largeur' ? 100 : zoom === 'page' ? 60 : zoom)

export const plusGrand = (zoom: Zoom): Zoom => CRANS.find((cran) => cran > centiemes(zoom)) ?? centiemes(zoom)

export const plusPetit = (zoom: Zoom): Zoom => CRANS.findLast((cran) => cran < centiemes(zoom)) ?? centiemes(zoom)

type Taille = { largeur: number; hauteur: number }

/** The size of a page in its frame, in pixels: `forme` is its height for a width of 1, as it is turned. */
export function tailleMontree(zoom: Zoom, cadre: Taille, forme: number): Taille {
  const largeur =
    zoom === 'page' ? Math.min(cadre.largeur, cadre.hauteur / forme) : (cadre.largeur * centiemes(zoom)) / 100
  return { largeur: Math.floor(largeur), hauteur: Math.floor(largeur * forme) }
}
