import type { LectureLue } from '#domain/piece/texte-de-piece'

/** A file of one page read whole, or of several when pages are given. */
export function uneLecture(
  lignes: readonly string[] | readonly (readonly string[])[],
  change: Partial<LectureLue> = {},
): LectureLue {
  const pages = lignes.every((ligne) => typeof ligne === 'string') ? [lignes] : lignes
  return {
    etat: 'LUE',
    lignes: pages.flatMap((page, i) => page.map((texte) => ({ texte, page: i + 1, endroit: `page ${i + 1}` }))),
    pages: pages.length,
    blanches: [],
    images: [],
    aImage: false,
    tronquee: false,
    signee: false,
    ...change,
  }
}
