/** The files of a bilan: the compte rendu financier, which is asked (loi 2000-321 art. 10), and others, so many at most. */
export const CODES_FICHIER_BILAN = ['COMPTE_RENDU_FINANCIER', 'AUTRE_DU_BILAN'] as const
export type CodeFichierBilan = (typeof CODES_FICHIER_BILAN)[number]
export const AUTRES_FICHIERS_BILAN_MAX = 10

/** The pièce of a bilan that goes by this code; undefined for any other pièce. */
export const codeFichierBilan = (code: string): CodeFichierBilan | undefined =>
  CODES_FICHIER_BILAN.find((un) => un === code)
