import type { EtatCourriel, Modele } from '#domain/courriel/courriel'
import { JOURS_MAX_DEPART, type RefusDepart, type RefusRetouche } from '#domain/courriel/depart'
import { formatInstant } from '#libelles/temps'

export const LIBELLE_MODELE: Record<Modele, string> = {
  avis_preprojet: 'Avis sur une fiche pré-projet',
  ar_depot: 'Accusé de réception',
  deverrouillage_accorde: 'Ouverture à modification',
  decision_favorable: 'Décision d’accord',
  decision_partielle: 'Décision d’accord partiel',
  decision_defavorable: 'Décision de refus',
}

export const LIBELLE_ETAT_COURRIEL: Record<EtatCourriel, string> = {
  A_ENVOYER: 'À envoyer',
  ENVOYE: 'Envoyé',
  ECHEC: 'Échec',
  ANNULE: 'Annulé',
}

/** Why a departure cannot be set, or a courriel cannot be taken back, sent now or moved. */
export const LIBELLE_REFUS_DEPART: Record<RefusDepart | RefusRetouche, string> = {
  DEPART_PASSE: 'Cette heure est déjà passée\u00A0: choisissez-en une à venir, ou envoyez maintenant.',
  DEPART_TROP_LOIN: `Un courriel part au plus tard dans ${JOURS_MAX_DEPART}\u00A0jours\u00A0: choisissez une date plus proche.`,
  COURRIEL_DEJA_PARTI: 'Ce courriel est parti ou n’attend plus d’heure de départ\u00A0: il ne peut plus être retouché.',
  COURRIEL_LIE: 'Ce courriel annonce un acte du dossier\u00A0: annulez cet acte, et il ne partira pas.',
}

/** « part le 25/11/2026 à 08:30 ». */
export const phraseDepart = (partirLe: Date): string => `part le ${formatInstant(partirLe)}`
