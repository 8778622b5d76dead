import type { Genre } from '#domain/structure/genre'

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
