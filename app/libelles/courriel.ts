import type { EtatCourriel, Modele } from '#domain/courriel/courriel'

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
