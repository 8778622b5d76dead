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

/** The genre of a structure for people, one that nobody knows too. */
export const nomDeGenre = (genre: Genre | null): string => (genre ? LIBELLE_GENRE[genre] : 'Genre non reconnu')

/** The same inside a sentence: only the first letter loses its capital, « école privée (OGEC) ». */
export function genreDansUnePhrase(genre: Genre | null): string {
  const nom = nomDeGenre(genre)
  return nom.startsWith('CC') ? nom : nom.charAt(0).toLowerCase() + nom.slice(1)
}
