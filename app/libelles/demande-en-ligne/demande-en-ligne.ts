import type { ChampEnLigne, Etape } from '#domain/demande-en-ligne/etapes'
import { PHOTOS_MAX } from '#domain/demande-en-ligne/pieces'
import type { RefusDeRemplir } from '#domain/demande-en-ligne/saisie'
import { LONGUEUR_MAX_REPONSE, type ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { MAX_LIBELLE } from '#domain/piece/libelle'
import { accorder, compter } from '#domain/nombre'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'

/** The steps, as the portal names what each completes. */
export const TITRE_ETAPE: Record<Etape, string> = {
  STRUCTURE: 'Votre structure',
  PROJET: 'Votre projet',
  PIECES: 'Vos pièces',
  CERTIFICATION: 'Certification',
}

const CHEMIN: Record<Etape, string> = {
  STRUCTURE: 'structure',
  PROJET: 'projet',
  PIECES: 'pieces',
  CERTIFICATION: 'certification',
}

/** The address of a step. */
export const adresseDEtape = (id: string, etape: Etape): `/extranet/${string}` =>
  `/extranet/demandes/${id}/${CHEMIN[etape]}`

/** The address of what comes after its deposit. */
export const adresseDeposee = (id: string): string => `/extranet/demandes/${id}/deposee`

/** The questions in the words of the portal (docs/domaine.md § 1.3), and those of ours. */
export const QUESTION: Record<ChampEnLigne, string> = {
  ...ENTETE_PORTAIL,
  objet: 'Intitulé du projet',
  montantDemande: 'Montant de la subvention demandée, en euros',
  coutTotal: 'Coût total du projet, en euros',
  adresseDeReponse: 'Cette adresse mail sera celle utilisée par le Département pour toute correspondance',
  reglementLu: 'J’ai lu le règlement de cette aide',
  faitA: 'Fait à',
  certifie: 'Je certifie exactes et sincères les informations de cette demande',
}

/** How to answer, where the question does not say it. */
export const AIDE: Partial<Record<ChampEnLigne, string>> = {
  montantDemande: 'En chiffres seulement, sans espace, sans centime et sans signe\u00a0: 10000',
  coutTotal: 'En chiffres seulement\u00a0: 25000',
  dateDebut: 'Par exemple\u00a0: 12/07/2027',
  dateFin: 'Par exemple\u00a0: 19/07/2027',
  nouveauSiret: 'Seulement si la structure a changé d’adresse. Laissez vide sinon.',
  site: 'Facultatif',
}

const REFUS: Record<ReponseRefusee['refus'], string> = {
  SANS_REPONSE: 'Cette réponse est demandée.',
  TROP_LONG: `Raccourcissez\u00a0: ${compter(LONGUEUR_MAX_REPONSE, 'caractère')} au plus.`,
  COURRIEL: 'Écrivez une adresse comme prenom.nom@exemple.fr.',
  TELEPHONE: 'Écrivez dix chiffres, par exemple 03 21 00 00 00.',
  SIRET: 'Un SIRET a 14 chiffres, dont le dernier est une clé\u00a0: vérifiez-les.',
  CODE_POSTAL: 'Un code postal a cinq chiffres.',
  MONTANT: 'Écrivez le montant en chiffres seulement\u00a0: 10000, et non 10\u00a0000, 10000€ ou 10\u00a0000,00.',
  JOUR: 'Écrivez une date comme 12/07/2027.',
  NOMBRE: 'Écrivez un nombre entier.',
  FIN_AVANT_DEBUT: 'La date de fin est avant la date de début.',
  PLUS_QUE_LE_COUT: 'Le montant demandé dépasse le coût total du projet.',
}

/** Why an answer will not do, and how it would. */
export const phraseDeRefus = ({ refus, detail }: ReponseRefusee): string =>
  detail === undefined ? REFUS[refus] : `Écrivez le montant en chiffres seulement\u00a0: ${detail}.`

export const REFUS_DE_REMPLIR: Record<RefusDeRemplir, string> = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas d’écrire dans cette demande. Demandez-le au représentant légal ou à un rédacteur de la structure.',
  DEJA_DEPOSEE:
    'Cette demande est déposée\u00a0: elle ne se modifie plus. Demandez une modification exceptionnelle depuis la page du dossier.',
}

export const REFUS_DE_COMMENCER = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas de faire une demande. Demandez-le au représentant légal ou à un rédacteur de la structure.',
  CAMPAGNE_CLOSE: 'Cette campagne ne prend pas de demande en ce moment. Choisissez-en une autre.',
  HORS_EXTRANET:
    'Les demandes de cette campagne se font sur e-partenaire, et non ici\u00a0: la page de la campagne dit où.',
  GENRE_NON_ADMIS: 'Cette aide n’est pas ouverte à une structure comme la vôtre. Lisez le règlement de la campagne.',
  TROP_DE_DEMANDES:
    'Votre structure a déjà 20 demandes commencées. Déposez-en ou supprimez-en une avant d’en commencer une autre.',
} as const

export const REFUS_DE_PIECE = {
  ...REFUS_DE_REMPLIR,
  PIECE_FERMEE: 'Cette pièce n’est pas de celles que la mission a rouvertes. Demandez-le depuis la page du dossier.',
  PIECE_NON_DEMANDEE: 'Cette pièce n’est pas demandée à votre structure.',
  TROP_DE_FICHIERS:
    'Cette demande contient déjà 60 fichiers\u00a0: retirez-en un, ou réunissez plusieurs pages en un seul fichier.',
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

/** Why a sending of files was not taken whole. */
export const REFUS_D_ENVOI = {
  FORMULAIRE_ILLISIBLE:
    'L’envoi s’est arrêté avant la fin\u00a0: ce fichier n’a pas été gardé. Choisissez-le de nouveau.',
  FICHIER_TROP_LOURD: REFUS_DE_PIECE.TROP_VOLUMINEUX,
  TROP_DE_FICHIERS: REFUS_DE_PIECE.PLUSIEURS_DOCUMENTS,
  DISQUE_PLEIN: REFUS_DE_PIECE.SANS_PLACE,
} as const

export const REFUS_DE_VALIDER = {
  LECTEUR_SEUL: REFUS_DE_REMPLIR.LECTEUR_SEUL,
  CAMPAGNE_CLOSE: 'La campagne est close\u00a0: cette demande n’est pas déposée. Écrivez à la mission.',
  INCOMPLETE: 'Il manque des réponses\u00a0: elles sont nommées plus bas, chacune avec le lien qui y mène.',
  CHANGEE: 'La demande a changé depuis que cette page est affichée. Relisez le résumé, puis validez de nouveau.',
  SANS_NUMERO: 'Aucun numéro ne peut être donné cette année. La demande n’est pas déposée\u00a0: écrivez à la mission.',
} as const

/** Why what was opened again could not be sent. */
export const REFUS_DE_REDEPOSER = {
  LECTEUR_SEUL: REFUS_DE_REMPLIR.LECTEUR_SEUL,
  REFERMEE:
    'Le dossier s’est refermé\u00a0: ce que vous aviez écrit avant est gardé, et la mission l’examine. Demandez une nouvelle modification depuis la page du dossier.',
  INCOMPLETE: REFUS_DE_VALIDER.INCOMPLETE,
  CHANGEE: REFUS_DE_VALIDER.CHANGEE,
} as const

/** How far a demande is, and how long is left: what is never taken for a deposit. */
export const phraseAvancement = (pourcent: number, jours: number | null): string =>
  [
    'pas encore déposé',
    `${pourcent}\u00a0%`,
    jours === null
      ? 'campagne close'
      : jours === 0
        ? 'dernier jour'
        : `${compter(jours, 'jour')} ${accorder(jours, 'restant')}`,
  ].join(' · ')
