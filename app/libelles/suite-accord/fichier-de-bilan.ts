import type { CodeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'

export const LIBELLE_FICHIER_BILAN: Record<CodeFichierBilan, string> = {
  COMPTE_RENDU_FINANCIER: 'Compte rendu financier',
  AUTRE_DU_BILAN: 'Autre document du bilan',
}
