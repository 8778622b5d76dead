import type { Reserve } from '#domain/piece/deja-detenue'
import type { ProblemeSignale } from '#domain/piece/signalement'

/** What was noticed of a file, in a word or three. */
export const LIBELLE_PROBLEME: Record<ProblemeSignale, string> = {
  PAGE_BLANCHE: 'document blanc',
  LIBELLE_TROP_LONG: 'libellé trop long',
  CONTENU_INATTENDU: 'contenu inattendu',
  VIDE: 'fichier vide',
  DEJA_VU: 'même fichier dans un autre dossier',
  TROP_VOLUMINEUX: 'fichier trop volumineux',
  MEME_QUE_L_AN_DERNIER: 'même fichier que l’an dernier',
  PDF_PROTEGE: 'document protégé',
  PDF_ILLISIBLE: 'document abîmé',
  PAGES_BLANCHES: 'pages blanches',
  PAS_UN_CLASSEUR: 'budget qui n’est pas un classeur',
  ANNEE_ABSENTE: 'année absente',
  SANS_DATE: 'sans date',
  SANS_SIGNATURE: 'sans signature',
  PERIMEE: 'périmée',
  DATE_TROP_ANCIENNE: 'date trop ancienne',
  IBAN_ABSENT: 'IBAN absent',
  IBAN_INVALIDE: 'IBAN faux',
  CLE_RIB_FAUSSE: 'clé RIB fausse',
  TITULAIRE_DIFFERENT: 'autre titulaire',
  AUTRE_STRUCTURE: 'autre structure',
  SCAN_SANS_TEXTE: 'document numérisé',
}

/** What the demandeur is asked to do about it. */
export const A_FAIRE: Record<ProblemeSignale, string> = {
  PAGE_BLANCHE: 'Déposez le document\u00a0: celui que nous avons reçu est blanc.',
  LIBELLE_TROP_LONG: 'Redéposez le fichier avec un libellé de 50 caractères au plus.',
  CONTENU_INATTENDU: 'Redéposez le document dans un format lisible (PDF, image, .docx ou .xlsx).',
  VIDE: 'Redéposez le fichier\u00a0: celui que nous avons reçu est vide.',
  DEJA_VU: 'Vérifiez que ce document est bien le vôtre et redéposez-le au besoin.',
  TROP_VOLUMINEUX: 'Redéposez un fichier de 20\u00a0Mo au plus.',
  MEME_QUE_L_AN_DERNIER: 'Déposez le document de cette année.',
  PDF_PROTEGE: 'Redéposez le document sans mot de passe.',
  PDF_ILLISIBLE: 'Redéposez le document\u00a0: celui que nous avons reçu ne s’ouvre pas.',
  PAGES_BLANCHES: 'Redéposez le document complet.',
  PAS_UN_CLASSEUR: 'Déposez le budget au format .xlsx, avec le modèle fourni.',
  ANNEE_ABSENTE: 'Déposez le document de l’année demandée.',
  SANS_DATE: 'Redéposez le document daté.',
  SANS_SIGNATURE: 'Redéposez le document signé.',
  PERIMEE: 'Déposez un document de moins de 3 mois.',
  DATE_TROP_ANCIENNE: 'Déposez la version en vigueur, datée et signée.',
  IBAN_ABSENT: 'Déposez un RIB où l’IBAN se lit.',
  IBAN_INVALIDE: 'Déposez le RIB fourni par votre banque\u00a0: l’IBAN reçu n’est pas valide.',
  CLE_RIB_FAUSSE: 'Déposez le RIB fourni par votre banque\u00a0: la clé reçue n’est pas valide.',
  TITULAIRE_DIFFERENT: 'Déposez un RIB au nom de la structure.',
  AUTRE_STRUCTURE: 'Déposez le document de votre structure.',
  SCAN_SANS_TEXTE: 'Redéposez un document lisible.',
}

/** Why a pièce held already may no longer be true. */
export const LIBELLE_RESERVE: Record<Reserve, string> = {
  ANCIENNE: 'Ce document date\u00a0: vérifiez qu’il vaut encore.',
  NOM_CHANGE: 'La structure portait alors un autre nom.',
  SIRET_CHANGE: 'La structure avait alors un autre SIRET.',
}

/** Why a signalement could not be set aside, or a pièce not be taken from an earlier dossier. */
export const LIBELLE_REFUS_SIGNALEMENT = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: ses pièces ne se contrôlent pas.',
  DECISION_DEJA_PRISE: 'Une décision a été prise\u00a0: les pièces ne se contrôlent plus.',
  PIECE_NON_DEMANDEE: 'Cette pièce n’est pas demandée à ce dossier.',
  PIECE_NON_DETENUE: 'Cette pièce n’est plus offerte\u00a0: rechargez la page.',
  SIGNALEMENT_INCONNU: 'Ce signalement n’existe plus\u00a0: rechargez la page.',
} as const
