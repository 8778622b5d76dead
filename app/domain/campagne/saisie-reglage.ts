import { type Montant, parseMontant } from '#domain/budget/montant'
import { type AdresseSure, lireAdresseSure } from '#domain/campagne/adresse-sure'
import { no, ok, type Result } from '#domain/result'
import { estGenre, type Genre, GENRES } from '#domain/structure/genre'
import type { Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'
import { nettoyer, plier } from '#domain/texte'

/** Why one field of the settings cannot be read. */
export type RefusSaisie =
  | 'JOUR_ILLISIBLE'
  | 'JOURS_ILLISIBLES'
  | 'PAYS_ILLISIBLES'
  | 'GENRE_INCONNU'
  | 'MONTANT_ILLISIBLE'
  | 'NOMBRE_ILLISIBLE'
  | 'MINUTES_ILLISIBLES'
  | 'POURCENT_ILLISIBLE'
  | 'TEXTE_MANQUANT'
  | 'TEXTE_TROP_LONG'
  | 'PROSE_TROP_LONGUE'
  | 'REGLEMENT_TROP_LONG'
  | 'COURRIEL_ILLISIBLE'
  | 'EXPEDITEUR_ILLISIBLE'
  | 'ADRESSE_ILLISIBLE'

/** One field as typed, read; what was left empty is null, where the règlement may say nothing. */
export type Lu<T> = Result<T, RefusSaisie>

/** Where a field stands in the form. */
export const GROUPES_REGLEMENT = [
  'CALENDRIER',
  'PUBLIC',
  'MONTANTS',
  'DELAIS',
  'REGLEMENT',
  'DEPOT',
  'COURRIELS',
  'SIGNATAIRE',
  'LETTRES',
] as const
export type GroupeReglement = (typeof GROUPES_REGLEMENT)[number]

/** What of the dossiers in course a field may change. */
export type Touche = 'RECEVABILITE' | 'BLOQUANTS'

/** One field of the règlement: where it stands, what it is typed in, how it is read and shown back. */
export type Champ<T> = {
  groupe: GroupeReglement
  sorte: 'TEXTE' | 'JOUR' | 'CASE' | 'GENRES' | 'LISTE' | 'PROSE'
  lire: (saisi: string) => Lu<T>
  montrer: (valeur: T) => string
  touche: readonly Touche[]
}

/** What a box that is ticked says. */
const OUI = 'oui'

/** A setting that is ticked or not. */
export const coche: Pick<Champ<boolean>, 'sorte' | 'lire' | 'montrer'> = {
  sorte: 'CASE',
  lire: (saisi) => ok(saisi === OUI),
  montrer: (vrai) => (vrai ? OUI : ''),
}

/** `4500,50`: an amount as a form shows it. */
export const enEuros = (cents: Montant | null) =>
  cents === null ? '' : (Number(cents) / 100).toFixed(2).replace('.', ',')

export const entier = (n: number) => String(n)

/** `33,5` for a share of 0.335: how a form shows it. */
export const enPourcent = (part: number | null) =>
  part === null ? '' : String(Math.round(part * 10_000) / 100).replace('.', ',')

const LONGUEUR_MAX = 200

/** One line; `obligatoire` refuses an empty one. */
export const texte = (saisi: string, obligatoire: boolean): Lu<string> => {
  const lu = nettoyer(saisi)
  if (obligatoire && lu === '') return no('TEXTE_MANQUANT')
  return lu.length > LONGUEUR_MAX ? no('TEXTE_TROP_LONG') : ok(lu)
}

/** Characters of the paragraphs that a campagne adds to its letters. */
export const LONGUEUR_MAX_PROSE = 2_000

/** Paragraphs, one line each and a blank line between two, or none. */
export const prose = (saisi: string): Lu<string> => {
  const lu = paragraphesDe(saisi).join('\n\n')
  return lu.length > LONGUEUR_MAX_PROSE ? no('PROSE_TROP_LONGUE') : ok(lu)
}

/** The paragraphs of a prose: what stands between blank lines. */
export const paragraphesDe = (dite: string): string[] =>
  dite
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map(nettoyer)
    .filter((un) => un !== '')

const ADRESSE = /^[^\s@<>,;"]+@[^\s@.<>,;"]+(?:\.[^\s@.<>,;"]+)+$/

export const estAdresse = (lu: string): boolean => ADRESSE.test(lu)

/** One address, or none. */
export const adresse = (saisi: string): Lu<string> => {
  const lu = texte(saisi, false)
  return lu.ok && lu.value !== '' && !estAdresse(lu.value) ? no('COURRIEL_ILLISIBLE') : lu
}

/** A name that stands before an address, or none. One that looks like an address would say that the mail comes from there. */
export const nomDExpediteur = (saisi: string): Lu<string> => {
  const lu = texte(saisi, false)
  return lu.ok && /[@<>"]/.test(lu.value) ? no('EXPEDITEUR_ILLISIBLE') : lu
}

/** The address of a portal, in https. */
export const adresseDePortail = (saisi: string): Lu<AdresseSure> => {
  const lue = lireAdresseSure(saisi)
  return lue === null ? no('ADRESSE_ILLISIBLE') : ok(lue)
}

export const jour = (saisi: string): Lu<Jour | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = jourSaisi(saisi)
  return lu.ok ? lu : no('JOUR_ILLISIBLE')
}

export const montant = (saisi: string): Lu<Montant | null> => {
  if (saisi.trim() === '') return ok(null)
  const lu = parseMontant(saisi)
  return lu !== null && lu >= 0n && lu <= 100_000_000_000n ? ok(lu) : no('MONTANT_ILLISIBLE')
}

/** A whole number of at least 1, and of `max` at most. */
export const jours = (saisi: string, max: number): Lu<number> => {
  const n = /^\d{1,4}$/.test(saisi.trim()) ? Number(saisi) : 0
  return n >= 1 && n <= max ? ok(n) : no('NOMBRE_ILLISIBLE')
}

/** A wait of a day at most; 0 is none. */
export const minutes = (saisi: string): Lu<number> => {
  const n = /^\d{1,4}$/.test(saisi.trim()) ? Number(saisi) : Number.NaN
  return n <= 1_440 ? ok(n) : no('MINUTES_ILLISIBLES')
}

export const nombre = (saisi: string): Lu<number | null> => (saisi.trim() === '' ? ok(null) : jours(saisi, 9_999))

/** `80`, `33,5 %`: a share from 0 to 1. */
export const pourcent = (saisi: string): Lu<number | null> => {
  const typed = saisi
    .trim()
    .replace(/(?<!\s)\s*%$/, '')
    .replace(',', '.')
  if (typed === '') return ok(null)
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) && Number(typed) <= 100
    ? ok(Number(typed) / 100)
    : no('POURCENT_ILLISIBLE')
}

/** What may not be left empty. */
export const requis = <T>(result: Lu<T | null>, reason: RefusSaisie): Lu<T> =>
  !result.ok ? result : result.value === null ? no(reason) : ok(result.value)

/** What stands between two entries of a list: a comma, a semicolon, a line. */
const enListe = (saisi: string) =>
  saisi
    .split(/[,;\n]/)
    .map(nettoyer)
    .filter((mot) => mot !== '')

/** No campagne has more sittings than that. */
const SEANCES_MAX = 24

/** `12/05/2026, 3 juillet 2026`: days in order, each once. */
export const joursEnListe = (saisi: string): Lu<Jour[]> => {
  const lus = enListe(saisi).map(jourSaisi)
  const jours = lus.flatMap((lu) => (lu.ok ? [lu.value] : []))
  return jours.length < lus.length || jours.length > SEANCES_MAX
    ? no('JOURS_ILLISIBLES')
    : ok([...new Set(jours)].sort())
}

const PAYS_MAX = 250

/** `Allemagne, Pologne`: names of countries, each once whatever its accents and case. */
export const pays = (saisi: string): Lu<string[]> => {
  const lus = enListe(saisi)
  const uniques = lus.filter((nom, rang) => lus.findIndex((autre) => plier(autre) === plier(nom)) === rang)
  const faux = uniques.some((nom) => nom.length > 60 || !/^\p{L}[\p{L}\s'’.()-]*$/u.test(nom))
  return faux || uniques.length > PAYS_MAX ? no('PAYS_ILLISIBLES') : ok(uniques)
}

/** The genres that are ticked, in the order of the domain. */
export const genres = (saisi: string): Lu<Genre[]> => {
  const coches = enListe(saisi)
  return coches.every(estGenre) ? ok(GENRES.filter((genre) => coches.includes(genre))) : no('GENRE_INCONNU')
}
