import { no, ok, type Result } from '#domain/result'
import { longueur, nettoyer, plier } from '#domain/texte'

/** What a field of the service holds. It stays what it was made: what is written in it is of that kind. */
export const TYPES_DE_CHAMP = ['TEXTE', 'NOMBRE', 'MONTANT', 'DATE', 'OUI_NON', 'LISTE'] as const
export type TypeDeChamp = (typeof TYPES_DE_CHAMP)[number]

/** A kind as it was kept; one that this version does not know is shown as text. */
export const typeDeChamp = (dit: string): TypeDeChamp => TYPES_DE_CHAMP.find((un) => un === dit) ?? 'TEXTE'

/**
 * Who answers a field: the service, on its dossiers; or the structure, as it fills in its demande on the extranet, where it may leave it empty or must
 * not (docs/domaine.md § 1.1).
 */
export const REPONDANTS = ['SERVICE', 'STRUCTURE', 'STRUCTURE_OBLIGATOIRE'] as const
export type Repondant = (typeof REPONDANTS)[number]

/** Who answers, as it was kept; what this version does not know is asked of nobody outside. */
export const repondantDe = (dit: string): Repondant => REPONDANTS.find((un) => un === dit) ?? 'SERVICE'

/** Characters of the name of a field, and of one choice of a list. */
export const LIBELLE_CHAMP_MAX = 60

/** Characters of what explains a field to who answers it. */
export const AIDE_CHAMP_MAX = 300

/** Fields of one campagne that are offered. */
export const CHAMPS_MAX = 20

/** Choices of one list. */
export const CHOIX_MAX = 30

export type ChampDuService = {
  id: string
  libelle: string
  type: TypeDeChamp
  choix: readonly string[]
  repond: Repondant
  /** What explains it to who answers it; empty where its name is enough. */
  aide: string
  archive: boolean
}

/** A field as somebody gives it. */
export type SaisieDeChamp = Omit<ChampDuService, 'id' | 'archive'>

export type RefusChamp =
  | 'LIBELLE_VIDE'
  | 'LIBELLE_TROP_LONG'
  | 'LIBELLE_DEJA_PRIS'
  | 'LIBELLE_REPONDU'
  | 'AIDE_TROP_LONGUE'
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
  { libelle: dit, aide: expliquee, type, choix, repond }: SaisieDeChamp,
  autres: readonly Pick<ChampDuService, 'libelle'>[],
): Result<SaisieDeChamp, RefusChamp> {
  const [libelle, aide] = [nettoyer(dit), nettoyer(expliquee)]
  if (libelle === '') return no('LIBELLE_VIDE')
  if (libelle.length > LIBELLE_CHAMP_MAX) return no('LIBELLE_TROP_LONG')
  if (autres.some((autre) => plier(autre.libelle) === plier(libelle))) return no('LIBELLE_DEJA_PRIS')
  if (longueur(aide) > AIDE_CHAMP_MAX) return no('AIDE_TROP_LONGUE')
  if (type !== 'LISTE') return ok({ libelle, aide, type, repond, choix: [] })
  if (choix.length < 2) return no('CHOIX_MANQUANTS')
  if (choix.length > CHOIX_MAX) return no('TROP_DE_CHOIX')
  return choix.some((un) => un.length > LIBELLE_CHAMP_MAX)
    ? no('CHOIX_TROP_LONG')
    : ok({ libelle, aide, type, repond, choix })
}

/**
 * May a field be named so now? What structures answered was asked in the words of its name, and their forms bear it: LIBELLE_REPONDU where one of theirs
 * does. `avant` is the field as it was.
 */
export const renommer = (
  avant: Pick<ChampDuService, 'libelle'>,
  { libelle, repondu }: { libelle: string; repondu: boolean },
): Result<undefined, RefusChamp> => (repondu && libelle !== avant.libelle ? no('LIBELLE_REPONDU') : ok())

/** May one more be offered, beside those of the campagne that are? */
export const unChampDePlus = (tous: readonly Pick<ChampDuService, 'archive'>[]): Result<undefined, RefusChamp> =>
  tous.filter(({ archive }) => !archive).length < CHAMPS_MAX ? ok() : no('TROP_DE_CHAMPS')
