import { type CodeFichierBilan, codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'

export const LIBELLE_FICHIER_BILAN: Record<CodeFichierBilan, string> = {
  COMPTE_RENDU_FINANCIER: 'Compte rendu financier',
  AUTRE_DU_BILAN: 'Autre document du bilan',
}

/** What a file of a bilan is called; one whose code a later version of the software wrote is an other document of it. */
export const nomDuFichierDeBilan = ({ code }: { code: string }): string =>
  LIBELLE_FICHIER_BILAN[codeFichierBilan(code) ?? 'AUTRE_DU_BILAN']
