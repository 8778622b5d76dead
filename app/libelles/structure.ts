import type { Genre } from '#domain/structure/genre'
import { NOM_TERRITOIRE_MAX } from '#domain/structure/nom-de-territoire'
import type { RefusTerritoire } from '#domain/structure/territoire'
import { compter } from '#domain/nombre'

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

/** To whom of this genre something is asked, or not: « à une commune ». */
export const AU_GENRE: Record<Genre, string> = {
  association: 'à une association',
  fondation: 'à une fondation',
  commune: 'à une commune',
  epci_syndicat: 'à une intercommunalité ou à un syndicat',
  ccas_epl: 'à un CCAS ou à un établissement public local',
  eple: 'à un collège ou à un lycée public',
  ecole_privee: 'à une école privée',
  cooperative_scolaire: 'à une coopérative scolaire',
  autre_public: 'à un organisme public',
  entreprise: 'à une entreprise',
  particulier: 'à un particulier',
}

/** The genre of a structure for people, one that nobody knows too. */
export const nomDeGenre = (genre: Genre | null): string => (genre ? LIBELLE_GENRE[genre] : 'Genre non reconnu')

const UN_GENRE: Record<Genre, string> = {
  association: 'une association',
  fondation: 'une fondation',
  commune: 'une commune',
  epci_syndicat: 'une intercommunalité ou un syndicat',
  ccas_epl: 'un CCAS ou un établissement public local',
  eple: 'un collège ou un lycée public',
  ecole_privee: 'une école privée (OGEC)',
  cooperative_scolaire: 'une coopérative scolaire',
  autre_public: 'un organisme public',
  entreprise: 'une entreprise',
  particulier: 'un particulier',
}

/** One structure of this genre, inside a sentence: « pour une association ». */
export const unDeGenre = (genre: Genre | null): string => (genre ? UN_GENRE[genre] : 'votre structure')

/** The same inside a sentence: only the first letter loses its capital, « école privée (OGEC) ». */
export function genreDansUnePhrase(genre: Genre | null): string {
  const nom = nomDeGenre(genre)
  return nom.startsWith('CC') ? nom : nom.charAt(0).toLowerCase() + nom.slice(1)
}

/** Why a territoire could not be kept, by what the rule names; `detail` is a name of commune, or several. */
const REFUS_TERRITOIRE: Record<RefusTerritoire, (detail: string) => string> = {
  SANS_NOM: () => 'Donnez un nom à ce territoire.',
  NOM_TROP_LONG: () => `Choisissez un nom plus court\u00a0: ${compter(NOM_TERRITOIRE_MAX, 'caractère')} au plus.`,
  NOM_PRIS: () => 'Un territoire porte déjà ce nom. Complétez-le, ou choisissez-en un autre.',
  SANS_COMMUNE: () => 'Indiquez au moins une commune.',
  COMMUNES_INCONNUES: (detail) =>
    `Ces communes ne sont pas reconnues\u00a0: ${detail}. Vérifiez leur nom, ajoutez leur code postal, ou écrivez leur code INSEE.`,
  COMMUNE_AILLEURS: (detail) =>
    `Ces communes sont déjà dans un autre territoire\u00a0: ${detail}. Retirez-les d’abord de celui-ci.`,
}

export const libelleRefusTerritoire = (reason: RefusTerritoire, detail = ''): string => REFUS_TERRITOIRE[reason](detail)
