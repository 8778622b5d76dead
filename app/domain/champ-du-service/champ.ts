import { no, ok, type Result } from '#domain/result'
import { nettoyer, plier } from '#domain/texte'

/** What a field of the service holds. It stays what it was made: what is written in it is of that kind. */
export const TYPES_DE_CHAMP = ['TEXTE', 'NOMBRE', 'MONTANT', 'DATE', 'OUI_NON', 'LISTE'] as const
export type TypeDeChamp = (typeof TYPES_DE_CHAMP)[number]

/** A kind as it was kept; one that this version does not know is shown as text. */
export const typeDeChamp = (dit: string): TypeDeChamp => TYPES_DE_CHAMP.find((un) => un === dit) ?? 'TEXTE'

/** Characters of the name of a field, and of one choice of a list. */
export const LIBELLE_CHAMP_MAX = 60

/** Fields of one campagne that are offered. */
export const CHAMPS_MAX = 20

/** Choices of one list. */
export const CHOIX_MAX = 30

export type ChampDuService = {
  id: string
  libelle: string
  type: TypeDeChamp
  choix: readonly string[]
  archive: boolean
}

type Saisie = Pick<ChampDuService, 'libelle' | 'type' | 'choix'>

export type RefusChamp =
  | 'LIBELLE_VIDE'
  | 'LIBELLE_TROP_LONG'
  | 'LIBELLE_DEJA_PRIS'
  | 'CHOIX_MANQUANTS'
  | 'TROP_DE_CHOIX'
  | 'CHOIX_TROP_LONG'
  | 'TROP_DE_CHAMPS'

/** The choices as somebody types them, one a line, each once. */
export const choixSaisis = (texte: string): string[] =>
  texte
    .split(/\r?\n/)
    .map(nettoyer)
    .filter(
      (un, rang, tous) => un !== '' && tous.findIndex((autre) => autre.toLowerCase() === un.toLowerCase()) === rang,
    )

/** Reads a field as it is to be kept among the others of its campagne, those put away too: two do not differ by accents and capitals alone. */
export function lireChamp(
  { libelle: dit, type, choix }: Saisie,
  autres: readonly Pick<ChampDuService, 'libelle'>[],
): Result<Saisie, RefusChamp> {
  const libelle = nettoyer(dit)
  if (libelle === '') return no('LIBELLE_VIDE')
  if (libelle.length > LIBELLE_CHAMP_MAX) return no('LIBELLE_TROP_LONG')
  if (autres.some((autre) => plier(autre.libelle) === plier(libelle))) return no('LIBELLE_DEJA_PRIS')
  if (type !== 'LISTE') return ok({ libelle, type, choix: [] })
  if (choix.length < 2) return no('CHOIX_MANQUANTS')
  if (choix.length > CHOIX_MAX) return no('TROP_DE_CHOIX')
  return choix.some((un) => un.length > LIBELLE_CHAMP_MAX) ? no('CHOIX_TROP_LONG') : ok({ libelle, type, choix })
}

/** May one more be offered, beside those of the campagne that are? */
export const unChampDePlus = (tous: readonly Pick<ChampDuService, 'archive'>[]): Result<undefined, RefusChamp> =>
  tous.filter(({ archive }) => !archive).length < CHAMPS_MAX ? ok() : no('TROP_DE_CHAMPS')
