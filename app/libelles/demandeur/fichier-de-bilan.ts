import { REFUS_D_ENVOI, REFUS_DE_PIECE } from '#libelles/demande-en-ligne/refus-de-piece'
import { REFUS_DE_FICHIER_DE_BILAN } from '#libelles/demandeur/refus-de-fichier-de-bilan'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'

const REFUS_D_UN_FICHIER: Readonly<Record<string, string>> = {
  ...REFUS_DE_PIECE,
  ...REFUS_DE_FICHIER_DE_BILAN,
  LECTEUR_SEUL: phraseDeRendre('LECTEUR_SEUL'),
  SUR_LE_PORTAIL: phraseDeRendre('SUR_LE_PORTAIL'),
}

/** Why a file sent whole is not taken; `detail` says it for what is looked at in the file. */
export const phraseDeFichierDeBilan = (refus: string, detail?: string): string =>
  (refus === 'TROP_DE_FICHIERS_DE_BILAN' ? undefined : detail) ?? REFUS_D_UN_FICHIER[refus] ?? REFUS_DE_PIECE.OCCUPE

/** Why a sending of files was not taken whole. */
export const phraseDEnvoiDeBilan = (refus: keyof typeof REFUS_D_ENVOI): string => REFUS_D_ENVOI[refus]
