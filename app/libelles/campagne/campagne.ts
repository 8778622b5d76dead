import type { Dispositif } from '#domain/dispositif'
import type { MotDuSignataire } from '#domain/courriel/signature'
import type { ChampReglement, RefusReglement } from '#domain/campagne/reglement'

export const LIBELLE_DISPOSITIF: Record<Dispositif, string> = {
  MEI: 'Mobilité européenne et internationale',
  JUMELAGES: 'Jumelages',
}

export const LIBELLE_REGLAGE: Record<ChampReglement, string> = {
  libelle: 'Nom de la campagne',
  ouverteLe: 'Ouverte le',
  echeanceFiche: 'Date limite des fiches pré-projet',
  echeanceDepot: 'Date limite de dépôt des dossiers',
  enveloppe: 'Enveloppe, en euros',
  commissionLe: 'Commission le',
  projetDu: 'Projets à partir du',
  projetAu: 'Projets jusqu’au',
  ageMin: 'Âge des jeunes\u00a0: au moins',
  ageMax: 'Âge des jeunes\u00a0: au plus',
  minParticipants: 'Jeunes participants au moins',
  maxParStructure: 'Demandes par structure au plus',
  instructeurPasseOutre: 'Un instructeur peut passer outre un point bloquant',
  montantMin: 'Montant minimal d’une demande, en euros',
  montantMax: 'Montant maximal d’une subvention, en euros',
  seuilConvention: 'Convention au-dessus de, en euros',
  tauxMax: 'Taux d’aide maximal, en\u00a0%',
  tauxMaxBloquant: 'Un taux d’aide dépassé bloque le dossier',
  partPubliqueMax: 'Part publique signalée au-dessus de, en\u00a0%',
  cofinancementExige: 'Une autre ressource est exigée',
  tauxAcompte: 'Acompte, en\u00a0% de la subvention',
  bilanDuJours: 'Délai pour envoyer le bilan, en jours',
  complementJours: 'Délai pour envoyer les compléments, en jours',
  deverrouillageMin: 'Déverrouillage\u00a0: jours au moins',
  deverrouillageDefaut: 'Déverrouillage\u00a0: jours proposés',
  deverrouillageMax: 'Déverrouillage\u00a0: jours au plus',
  accuseReception: 'Envoyer un accusé de réception au dépôt d’un dossier',
  attenteDecision: 'Attente avant l’envoi d’une décision, en minutes',
  signatairePrenom: 'Prénom',
  signataireNom: 'Nom',
  signataireQualite: 'Qualité',
  signataireService: 'Service',
  signataireAdresse: 'Adresse postale',
  signataireTelephone: 'Téléphone',
  signataireCourriel: 'Adresse électronique',
}

/** What a signatory lacks, as a sentence says it. */
export const LIBELLE_MANQUE: Record<MotDuSignataire, string> = {
  prenom: 'le prénom',
  nom: 'le nom',
  qualite: 'la qualité',
  adresse: 'l’adresse',
  telephone: 'le téléphone',
}

/** What a field does, beside it, where its name does not say it all. */
export const AIDE_REGLAGE: Partial<Record<ChampReglement, string>> = {
  accuseReception:
    'Le portail e-partenaire en envoie déjà un à chaque dépôt\u00a0: ne cochez que s’il ne le fait plus. Un dossier déposé depuis plus de 30\u00a0jours n’en reçoit pas.',
  attenteDecision:
    'Pendant ce temps, une décision peut être reprise\u00a0: son courriel ne part pas. Avec 0, il part aussitôt.',
  signatairePrenom: 'Qui répond des courriels que personne n’a demandés. Un agent qui agit signe de son propre nom.',
}

export const LIBELLE_REFUS_REGLEMENT: Record<RefusReglement, string> = {
  JOUR_ILLISIBLE: 'Indiquez un jour du calendrier.',
  MONTANT_ILLISIBLE: 'Indiquez un montant en euros, comme 600\u00a0000 ou 4\u00a0500,50.',
  MINUTES_ILLISIBLES: 'Indiquez un nombre de minutes, de 0 à 1\u00a0440 (une journée).',
  NOMBRE_ILLISIBLE: 'Indiquez un nombre entier d’au moins 1, dans la limite permise.',
  POURCENT_ILLISIBLE: 'Indiquez un pourcentage de 0 à 100, comme 80 ou 33,5.',
  TEXTE_MANQUANT: 'Remplissez ce champ\u00a0: il figure au pied de chaque courriel.',
  TEXTE_TROP_LONG: 'Raccourcissez\u00a0: 200 caractères au plus.',
  COURRIEL_ILLISIBLE: 'Cette adresse électronique n’est pas complète.',
  DATES_EN_DESORDRE: 'Cette date vient avant celle qui la précède.',
  BORNES_EN_DESORDRE: 'Cette valeur sort des limites posées par les deux autres.',
  ENVELOPPE_DEJA_ENGAGEE: 'Des subventions déjà accordées dépassent cette enveloppe.',
}
