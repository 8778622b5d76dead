import type { Montant } from '#domain/budget/montant'
import type { Jour } from '#domain/temps/jour'

/** What a fiche pré-projet says once read (docs/domaine.md § 2.2). Amounts in cents, days as ISO days, `age` and the rest as written. */
export type ValeursFiche = {
  structure: string
  genre: string
  siret: string
  commune: string
  codePostal: string
  contact: string
  courriel: string
  telephone: string
  titre: string
  theme: string
  pays: string
  ville: string
  partenaire: string
  dateDebut: Jour
  dateFin: Jour
  nbJeunes: number
  age: string
  coutTotal: Montant
  montantSouhaite: Montant
  description: string
  autresFinanceurs: string
}

export type Champ = keyof ValeursFiche

export const CHAMPS = [
  'structure',
  'genre',
  'siret',
  'commune',
  'codePostal',
  'contact',
  'courriel',
  'telephone',
  'titre',
  'theme',
  'pays',
  'ville',
  'partenaire',
  'dateDebut',
  'dateFin',
  'nbJeunes',
  'age',
  'coutTotal',
  'montantSouhaite',
  'description',
  'autresFinanceurs',
] as const satisfies readonly Champ[]

/** The fields without which an officer cannot give an avis: missing, they are always to be read again. */
export const CHAMPS_ESSENTIELS = [
  'structure',
  'siret',
  'titre',
  'pays',
  'ville',
  'dateDebut',
  'dateFin',
  'nbJeunes',
  'coutTotal',
  'montantSouhaite',
] as const satisfies readonly Champ[]

/** Texts that a form asks for and an avis rests on: their label met without an answer, they are to be looked at. */
export const TEXTES_ATTENDUS = ['description', 'partenaire'] as const satisfies readonly Champ[]

/** The fields that speak of a project: a signature or an address block has none of them. */
export const CHAMPS_DU_PROJET = [
  'titre',
  'theme',
  'pays',
  'ville',
  'partenaire',
  'dateDebut',
  'dateFin',
  'nbJeunes',
  'coutTotal',
  'montantSouhaite',
  'description',
] as const satisfies readonly Champ[]

/** Why a reading is not certain; the sentences are in #libelles/fiche-lue. */
export type Doute =
  | 'VALEUR_ILLISIBLE'
  | 'PLUSIEURS_VALEURS'
  | 'LIBELLE_AMBIGU'
  | 'SIRET_INVALIDE'
  | 'SIREN_SEUL'
  | 'ANNEE_ABSENTE'
  | 'JOUR_ABSENT'
  | 'FIN_AVANT_DEBUT'
  | 'SUBVENTION_SUPERIEURE_AU_COUT'
  | 'NOMBRE_INVRAISEMBLABLE'
  | 'A_CALCULER'
  | 'NON_REMPLI'
  | 'AUTRE_MONNAIE'
  | 'PAYS_INCONNU'

/** The `fichier` of words read in the body of the mail itself. */
export const CORPS = 'corps du message'

/** Where words were read: the file (or `CORPS`), and the place in it as a person would point at it. */
export type Source = { fichier: string; endroit: string }

/** One field as read. `valeur` is null when words were found but say no value: nothing is ever guessed. */
export type ChampLu<T> = {
  valeur: T | null
  texteLu: string
  source: Source
  confiance: 'CERTAIN' | 'DOUTEUX'
  doute?: Doute
}

export type ChampsLus = { [C in Champ]?: ChampLu<ValeursFiche[C]> }

/** A label that the reader does not know, or that no field is kept for, and the words that answer it, as they stand. */
export type RubriqueNonReconnue = { libelle: string; texte: string; source: Source }

/**
 * A fiche as read from one document. `aRelire` lists, in the order of the form, what an officer has to look at; `nonReconnues`, in the order of
 * the document, what it says under other labels.
 */
export type FicheLue = { champs: ChampsLus; aRelire: Champ[]; nonReconnues: RubriqueNonReconnue[] }

/** A line of a document: one cell for a line of text, several for the row of a table (numbered by `tableau`). */
export type Ligne = { cellules: string[]; source: Source; tableau?: number }

/** The fiche of a document in which nothing could be read: a scan, a protected file. */
export const ficheVide = (): FicheLue => ({ champs: {}, aRelire: [...CHAMPS_ESSENTIELS], nonReconnues: [] })

/** How many of these fields hold a value. */
export const countLus = ({ champs }: FicheLue, parmi: readonly Champ[] = CHAMPS): number =>
  parmi.filter((champ) => champs[champ] !== undefined && champs[champ].valeur !== null).length

/** True when enough is said of a project for the document to be a fiche, and not a letter, a budget or a signature. */
export const estUneFiche = (fiche: FicheLue): boolean => countLus(fiche, CHAMPS_DU_PROJET) >= 3
