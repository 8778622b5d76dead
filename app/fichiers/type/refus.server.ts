import { accorder } from '#domain/nombre'
import { no, type No } from '#domain/result'
import { abreger, nettoyer } from '#domain/texte'

/** Why a file that somebody gave cannot be read. */
export type MotifFichier =
  | 'VIDE'
  | 'PROTEGE'
  | 'ANCIEN_FORMAT'
  | 'AUTRE_FORMAT'
  | 'MACROS'
  | 'ABIME'
  | 'TROP_LOURD'
  | 'TROP_DE_CELLULES'
  | 'SANS_ENTETE'
  | 'PAS_UN_CLASSEUR_DE_VOTES'
  | 'PAS_UN_CLASSEUR_DE_VERSEMENTS'
  | 'PAS_DES_ACCUSES'
  | 'COLONNES_MANQUANTES'

/** Those that say no more than themselves. */
export type MotifSansDetail = Exclude<MotifFichier, 'COLONNES_MANQUANTES'>

const ENREGISTRER = 'Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx et redéposez-le.'

/** The end of « Le fichier « x » … », then what to do. */
const PHRASES: Record<MotifSansDetail, string> = {
  VIDE: 'est vide. Exportez-le à nouveau et redéposez-le.',
  PROTEGE: `est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le en .xlsx et redéposez-le.`,
  ANCIEN_FORMAT: `est à l’ancien format d’Excel (.xls), quel que soit son nom. ${ENREGISTRER}`,
  AUTRE_FORMAT: `n’est ni un classeur .xlsx ni un fichier .csv. ${ENREGISTRER}`,
  MACROS: `contient des macros, que l’application refuse. ${ENREGISTRER}`,
  ABIME: `est abîmé ou incomplet. ${ENREGISTRER}`,
  TROP_LOURD: 'est trop lourd (20 Mo au plus, 100 Mo une fois décompressé). Découpez-le et redéposez les morceaux.',
  TROP_DE_CELLULES: 'contient trop de cellules. Supprimez les feuilles et les colonnes inutiles, et redéposez-le.',
  PAS_UN_CLASSEUR_DE_VOTES:
    'n’est pas la liste d’une séance telle que l’application la donne\u00a0: sa première ligne n’a plus les mêmes colonnes. Retéléchargez la liste et reportez-y les votes.',
  PAS_UN_CLASSEUR_DE_VERSEMENTS:
    'n’a pas les colonnes attendues\u00a0: Numéro de dossier, Nature, Montant, Date, Référence. Donnez-leur ces titres et redéposez-le.',
  PAS_DES_ACCUSES:
    'n’a pas les deux colonnes attendues\u00a0: Numéro de l’acte, Date de réception en préfecture. Donnez-leur ces titres et redéposez-le.',
  SANS_ENTETE:
    'n’a pas de ligne d’en-tête reconnue (Type, Numéro, Objet…). Exportez le listing depuis le portail et redéposez-le.',
}

/** How a file given by somebody is named in a sentence: one line, not too long, in French quotes. */
export const citer = (nom: string): string => `«\u00a0${abreger(nettoyer(nom), 120)}\u00a0»`

/** A refusal of a whole file; `detail` is the sentence to show. */
export const refuserFichier = (nom: string, motif: MotifSansDetail): No<MotifFichier> =>
  no(motif, `Le fichier ${citer(nom)} ${PHRASES[motif]}`)

/** A file whose heading row lacks columns without which no line can be a demande; says which. */
export const refuserColonnes = (nom: string, manquantes: readonly string[]): No<MotifFichier> =>
  no(
    'COLONNES_MANQUANTES',
    `Il manque au fichier ${citer(nom)} ${accorder(manquantes.length, 'la colonne', 'les colonnes')} ${manquantes.map(citer).join(', ')}. Exportez le listing complet et redéposez-le.`,
  )
