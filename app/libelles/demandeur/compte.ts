import type { RefusCompteDemandeur } from '#domain/demandeur/compte'

/** Why an act of an officer on an account of the extranet was not done. */
export const LIBELLE_REFUS_COMPTE_DEMANDEUR: Record<RefusCompteDemandeur, string> = {
  DEJA_FERME: 'Ce compte est déjà fermé.',
  DEJA_OUVERT: 'Ce compte est déjà ouvert.',
  SANS_SECOND_FACTEUR: 'La double authentification n’est pas active sur ce compte.',
}

/** What is said once it was done. */
export const FAIT_COMPTE_DEMANDEUR = {
  fermer: 'Compte fermé\u00a0: ses sessions sont terminées et ses liens n’ouvrent plus rien.',
  rouvrir: 'Compte rouvert, avec son mot de passe.',
  oter: 'Double authentification retirée\u00a0: le mot de passe suffit de nouveau.',
}
