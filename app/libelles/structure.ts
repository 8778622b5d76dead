import type { Genre } from '#domain/structure/genre'
import type { MotifCommune } from '#domain/structure/commune'
import type { MotifIdentifiant } from '#domain/structure/identifiants'

export const LIBELLE_GENRE: Record<Genre, string> = {
  association: 'Association',
  fondation: 'Fondation',
  commune: 'Commune',
  epci_syndicat: 'Intercommunalité ou syndicat',
  ccas_epl: 'CCAS ou établissement public local',
  eple: 'Collège ou lycée public',
  ecole_privee: 'École privée (OGEC)',
  cooperative_scolaire: 'Coopérative scolaire',
  autre_public: 'Autre organisme public',
  entreprise: 'Entreprise',
  particulier: 'Particulier',
}

export const LIBELLE_MOTIF_SIRET: Record<MotifIdentifiant, string> = {
  ABSENT: 'Le SIRET n’est pas renseigné.',
  MAL_FORME: 'Le SIRET ne comporte pas 14 chiffres.',
  CLE_FAUSSE: 'La clé du SIRET est fausse\u00A0: un chiffre a été mal saisi.',
  CHIFFRES_PERDUS:
    'Le tableur a arrondi le SIRET (notation «\u00A0E+13\u00A0»)\u00A0: des chiffres sont perdus, il faut le redemander.',
}

export const LIBELLE_MOTIF_RNA: Record<MotifIdentifiant, string> = {
  ABSENT: 'Le numéro RNA n’est pas renseigné.',
  MAL_FORME: 'Le numéro RNA n’a pas la forme attendue (W suivi de 9 chiffres).',
  CLE_FAUSSE: 'Le numéro RNA est faux.',
  CHIFFRES_PERDUS: 'Le numéro RNA est incomplet.',
}

export const LIBELLE_MOTIF_COMMUNE: Record<MotifCommune, string> = {
  ABSENTE: 'La commune n’est pas renseignée.',
  INCONNUE: 'Cette commune n’existe pas dans le Pas-de-Calais.',
  CODE_POSTAL_DISCORDANT: 'Le code postal n’est pas celui de la commune.',
  HORS_DEPARTEMENT: 'L’adresse est hors du Pas-de-Calais.',
}
