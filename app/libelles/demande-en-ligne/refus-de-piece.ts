import { PHOTOS_MAX } from '#domain/demande-en-ligne/pieces'
import { compter } from '#domain/nombre'
import { MAX_LIBELLE } from '#domain/piece/libelle'
import { formatInstant } from '#libelles/temps'
import { REFUS_DE_REMPLIR } from '#libelles/demande-en-ligne/demande-en-ligne'

export const REFUS_DE_PIECE = {
  ...REFUS_DE_REMPLIR,
  PIECE_FERMEE: 'Cette pièce n’est pas de celles que la mission a rouvertes. Demandez-le depuis la page du dossier.',
  PIECE_NON_DEMANDEE: 'Cette pièce n’est pas demandée à votre structure.',
  TROP_DE_FICHIERS:
    'Cette demande contient déjà 60 fichiers\u00a0: retirez-en un, ou réunissez plusieurs pages en un seul fichier.',
  FICHIER_CHANGE:
    'Le fichier a changé depuis que cette page est affichée\u00a0: relisez ce qui est donné, puis recommencez.',
  DEJA_DONNE: 'Un fichier de ce nom est déjà donné pour cette pièce.',
  VIDE: 'Ce fichier est vide. Vérifiez-le sur votre appareil, puis choisissez-le de nouveau.',
  PHOTO_HEIC:
    'Cette photo est au format HEIC, que nous ne lisons pas. Sur un iPhone, ouvrez Réglages, Appareil photo, Formats, choisissez «\u00a0Le plus compatible\u00a0» et reprenez la photo\u00a0; ou faites-en une capture d’écran, puis choisissez cette capture.',
  PLUSIEURS_DOCUMENTS:
    'Choisissez un seul document à la fois. Pour plusieurs photos, réunissez-les en un PDF\u00a0: la page le fait de photos JPG ou PNG choisies ensemble, quand ses scripts sont permis.',
  TROP_DE_PHOTOS: `Choisissez ${compter(PHOTOS_MAX, 'photo')} au plus à la fois, ou réunissez-les vous-même en un PDF.`,
  PHOTO_ILLISIBLE:
    'Une de ces photos ne s’ouvre pas sur cet appareil. Choisissez-les une par une pour trouver laquelle, ou envoyez un PDF.',
  LIBELLE_TROP_LONG: `Le nom de ce fichier dépasse ${compter(MAX_LIBELLE, 'caractère')}\u00a0: renommez-le plus court, puis choisissez-le de nouveau.`,
  TROP_VOLUMINEUX: 'Ce fichier dépasse 20\u00a0Mo. Réduisez-le, ou envoyez-le en plusieurs fichiers.',
  CONTENU_INATTENDU:
    'Ce fichier n’est pas de ceux que nous lisons. Envoyez un PDF, une image JPG ou PNG, ou un document .docx, .xlsx, .odt ou .ods.',
  OCCUPE: 'Beaucoup de fichiers arrivent en ce moment\u00a0: choisissez de nouveau celui-ci dans une minute.',
  SANS_FICHIER: 'Choisissez un fichier.',
  SANS_PLACE:
    'La place manque chez nous\u00a0: ce fichier n’a pas été gardé. Recommencez plus tard, le reste de la demande est enregistré.',
} as const

type DejaDonne = { nomFichier: string; recuePar: string; recueLe: Date }

/** A file of this name is there, of somebody else or not the one that was to be replaced: whose it is, and what to do. */
export const phraseDejaDonne = ({ nomFichier, recuePar, recueLe }: DejaDonne): string =>
  `«\u00a0${nomFichier}\u00a0» est déjà donné pour cette pièce, par ${recuePar}, le ${formatInstant(recueLe)}. Pour mettre le vôtre à sa place, choisissez «\u00a0Remplacer ${nomFichier}\u00a0», puis choisissez de nouveau votre fichier\u00a0; pour garder les deux, renommez le vôtre.`

/** Why what an earlier dossier holds was not given again. */
export const REFUS_DE_DETENUE = {
  ...REFUS_DE_PIECE,
  PIECE_NON_DETENUE: 'Ce document ne peut plus être repris\u00a0: donnez un fichier.',
} as const

/** Why a sending of files was not taken whole. */
export const REFUS_D_ENVOI = {
  FORMULAIRE_ILLISIBLE:
    'L’envoi s’est arrêté avant la fin\u00a0: ce fichier n’a pas été gardé. Choisissez-le de nouveau.',
  FICHIER_TROP_LOURD: REFUS_DE_PIECE.TROP_VOLUMINEUX,
  TROP_DE_FICHIERS: REFUS_DE_PIECE.PLUSIEURS_DOCUMENTS,
  DISQUE_PLEIN: REFUS_DE_PIECE.SANS_PLACE,
} as const
