import type { Dispositif } from '#domain/dispositif'
import { CRITERES_PAR_DEFAUT } from '#domain/pre-projet/criteres-par-defaut'
import type { Avis } from '#domain/pre-projet/avis'
import { variablesInconnues } from '#domain/pre-projet/variables'
import { no, ok, type Result } from '#domain/result'
import { estGenre, type Genre } from '#domain/structure/genre'

/** What a « non » leads to; a « à préciser » always asks for more work. */
export const CONSEQUENCES = ['HORS_CHAMP', 'DEFAVORABLE', 'A_RETRAVAILLER'] as const satisfies readonly Avis[]
export type Consequence = (typeof CONSEQUENCES)[number]

/**
 * One question of the première instruction (docs/domaine.md § 2.3). `siNon` and `siAPreciser` are the paragraphs that these answers add to the
 * reply; between braces stand the variables of #domain/pre-projet/variables.
 */
export type Critere = {
  code: string
  question: string
  siNon: string
  siAPreciser: string
  consequence: Consequence
  /** The genres it is asked of; empty means all. */
  genres: Genre[]
  actif: boolean
}

/** The questions of a campagne, in the order they are asked. */
export type Grille = Critere[]

export const REPONSES = ['OUI', 'NON', 'A_PRECISER'] as const
export type Reponse = (typeof REPONSES)[number]

/** Questions beyond which nobody answers a grid, and characters of one text. */
export const MAX_CRITERES = 40
export const LONGUEUR_MAX_TEXTE = 1_500

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const texte = (json: Json, cle: string) => (typeof json[cle] === 'string' ? json[cle] : '')

function lireCritere(value: unknown): Critere[] {
  if (!isJson(value)) return []
  const [code, question] = [texte(value, 'code'), texte(value, 'question')]
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(code) || !question.trim()) return []
  return [
    {
      code,
      question,
      siNon: texte(value, 'siNon'),
      siAPreciser: texte(value, 'siAPreciser'),
      consequence: CONSEQUENCES.find((c) => c === value['consequence']) ?? 'A_RETRAVAILLER',
      genres: Array.isArray(value['genres'])
        ? value['genres'].filter((genre): genre is Genre => typeof genre === 'string' && estGenre(genre))
        : [],
      actif: value['actif'] !== false,
    },
  ]
}

export const grilleParDefaut = (dispositif: Dispositif): Grille =>
  CRITERES_PAR_DEFAUT.filter(({ dispositifs }) => !dispositifs || dispositifs.includes(dispositif)).map(
    ({ dispositifs: _, ...critere }) => ({ ...critere, actif: true }),
  )

/** The grid of a JSON column; absent, or with nothing that can be asked, it is the one a new campagne starts from. */
export function lireGrille(json: unknown, dispositif: Dispositif): Grille {
  const lus = Array.isArray(json) ? json.flatMap(lireCritere) : []
  const uniques = lus.filter(({ code }, rang) => lus.findIndex((autre) => autre.code === code) === rang)
  return uniques.length > 0 ? uniques : grilleParDefaut(dispositif)
}

/** The questions asked of this fiche: those that are on, and of its genre. A genre nobody knows yet is asked everything. */
export const criteresDe = (grille: Grille, genre: Genre | null): Grille =>
  grille.filter(({ actif, genres }) => actif && (genres.length === 0 || !genre || genres.includes(genre)))

export type RefusGrille =
  | 'AUCUN_CRITERE'
  | 'TROP_DE_CRITERES'
  | 'QUESTION_VIDE'
  | 'TEXTE_TROP_LONG'
  | 'PARAGRAPHE_VIDE'
  | 'VARIABLE_INCONNUE'
  | 'CODE_EN_DOUBLE'

/** May a campagne ask this? Each question that is on says something when it is answered « non » or « à préciser ». */
export function verifierGrille(grille: Grille): Result<Grille, RefusGrille> {
  if (!grille.some(({ actif }) => actif)) return no('AUCUN_CRITERE')
  if (grille.length > MAX_CRITERES) return no('TROP_DE_CRITERES', String(MAX_CRITERES))
  if (new Set(grille.map(({ code }) => code)).size < grille.length) return no('CODE_EN_DOUBLE')
  for (const [rang, { question, siNon, siAPreciser, actif }] of grille.entries()) {
    const lieu = `question ${rang + 1}`
    const textes = [question, siNon, siAPreciser]
    if (!question.trim()) return no('QUESTION_VIDE', lieu)
    if (textes.some((un) => un.length > LONGUEUR_MAX_TEXTE)) return no('TEXTE_TROP_LONG', lieu)
    if (actif && (!siNon.trim() || !siAPreciser.trim())) return no('PARAGRAPHE_VIDE', lieu)
    const [inconnue] = [siNon, siAPreciser].flatMap(variablesInconnues)
    if (inconnue) return no('VARIABLE_INCONNUE', `${lieu}, {${inconnue}}`)
  }
  return ok(grille)
}
