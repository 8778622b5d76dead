import type { Ouverture } from '#domain/piece/antivirus'

/** What who gave a file is told of it, and what to do; null where there is nothing to say. */
export const ETAT_DE_FICHIER: Record<Ouverture, string | null> = {
  LIBRE: null,
  LIBRE_NON_ANALYSE: null,
  EN_ATTENTE:
    'L’antivirus analyse ce fichier\u00a0: il s’ouvrira ensuite. Vous pouvez continuer, et même déposer sans attendre.',
  VERROUILLE:
    'Ce fichier est infecté par un virus\u00a0: personne ne l’ouvre, il ne compte pas, et la demande ne se dépose pas avec lui. Retirez-le, faites vérifier votre appareil, puis donnez un fichier sain.',
}
