import { no, type No } from '#domain/result'
import { citer } from '#fichiers/type/refus'

/** Why a whole delivery of pièces is refused. */
export type MotifArchive =
  'ARCHIVE_INTROUVABLE' | 'PAS_UN_ZIP' | 'ARCHIVE_ABIMEE' | 'ARCHIVE_PIEGEE' | 'TROP_D_ENTREES' | 'LECTURE_INTERROMPUE'

/** Why one file of it is. */
export type MotifPiece =
  | 'CHEMIN_INTERDIT'
  | 'DOSSIER_INCONNU'
  | 'LIEN'
  | 'PROTEGEE'
  | 'TROP_VOLUMINEUSE'
  | 'EN_DOUBLE'
  | 'ABIMEE'
  | 'LECTURE_INTERROMPUE'

const ARCHIVE: Record<MotifArchive, string> = {
  ARCHIVE_INTROUVABLE: 'est introuvable.',
  PAS_UN_ZIP: 'n’est pas une archive .zip. Compressez le dossier «\u00a0pieces\u00a0» en .zip et redéposez-la.',
  ARCHIVE_ABIMEE: 'est abîmée ou incomplète. Téléchargez-la à nouveau et redéposez-la.',
  ARCHIVE_PIEGEE: 'se décompresse bien au-delà de sa taille\u00a0: elle est refusée par sécurité. Rien n’en a été lu.',
  TROP_D_ENTREES: 'contient plus de 100\u202f000 fichiers. Découpez-la et redéposez les morceaux.',
  LECTURE_INTERROMPUE:
    'demande trop de temps ou de mémoire\u00a0: sa lecture a été arrêtée. Découpez-la et redéposez les morceaux.',
}

/** The sentence shown beside the file in the report of the import. */
export const PHRASE_PIECE: Record<MotifPiece, string> = {
  CHEMIN_INTERDIT: 'Le chemin de ce fichier sort de l’archive\u00a0: il est refusé par sécurité.',
  DOSSIER_INCONNU: 'Ce fichier n’est pas dans un dossier nommé par un numéro de demande (comme 2025-01234).',
  LIEN: 'Ce n’est pas un fichier mais un lien\u00a0: il est refusé par sécurité.',
  PROTEGEE: 'Ce fichier est protégé par un mot de passe\u00a0: il faut le redemander sans mot de passe.',
  TROP_VOLUMINEUSE: 'Ce fichier dépasse 20\u00a0Mo\u00a0: il faut en redemander une version plus légère.',
  EN_DOUBLE: 'Ce fichier est deux fois dans l’archive\u00a0: seul le premier est gardé.',
  ABIMEE: 'Ce fichier est abîmé\u00a0: il faut le redemander.',
  LECTURE_INTERROMPUE:
    'La lecture de ce fichier a été arrêtée, elle demandait trop de temps ou de mémoire\u00a0: il faut le redemander.',
}

export const refuserArchive = (nom: string, motif: MotifArchive): No<MotifArchive> =>
  no(motif, `L’archive ${citer(nom)} ${ARCHIVE[motif]}`)
