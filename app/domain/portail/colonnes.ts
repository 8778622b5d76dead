import { VIDE, type Cellule, type Ligne } from '#domain/portail/cellule'
import { ALIAS, ALIAS_PERSONNE, CHAMPS_ADRESSE, CHAMPS_REQUIS, type Champ } from '#domain/portail/champs'
import { nettoyer, plier } from '#domain/texte'

/** One column of a listing: where it is, what it is headed, and the field it carries (null when we do not know that heading). */
export type Colonne = { index: number; entete: string; champ: Champ | null }

/** The heading row of a listing, read. */
export type Entete = { ligne: number; colonnes: readonly Colonne[] }

const MOTS_VIDES = new Set('de du des d la le les l en a au aux et pour dans euro euros eur ttc'.split(' '))
const REPRESENTANT = new Set(['representant', 'representante', 'responsable', 'signataire'])
const CORRESPONDANT = new Set([
  'correspondant',
  'correspondante',
  'contact',
  'referent',
  'referente',
  'interlocuteur',
  'suivi',
])
const NOUVEAU = new Set(['nouveau', 'nouvelle', 'changement'])
const BLOCS = new Set(
  'structure adresse projet demandeur etablissement association coordonnees identite demande'.split(' '),
)
const GROUPE_MUET = new Set(['legal', 'legale', 'dossier', 'personne', 'chargee', 'charge', 'cas', 'm', 'mme'])

const inverser = <T extends string>(alias: Record<T, readonly string[]>) =>
  new Map((Object.keys(alias) as T[]).flatMap((champ) => alias[champ].map((nom) => [nom, champ] as const)))

const SIMPLES = inverser(ALIAS)
const PERSONNES = inverser(ALIAS_PERSONNE)
const ADRESSE = new Set<string>([...CHAMPS_ADRESSE, 'siret'])

const majuscule = <T extends string>(texte: T) => (texte.charAt(0).toUpperCase() + texte.slice(1)) as Capitalize<T>

/** « Adresse - Commune » is « Commune »: the name of a block of the form may stand before that of the field. */
const champSimple = (mots: readonly string[]) =>
  SIMPLES.get(mots.join(' ')) ?? (BLOCS.has(mots[0] ?? '') ? SIMPLES.get(mots.slice(1).join(' ')) : undefined)

/**
 * The field a heading means, accents, case, punctuation and little words aside: « Représentant légal - Nom », « Nom du représentant »,
 * « REPRESENTANT NOM » are one. Null when the heading is none of ours.
 */
export function champDe(entete: string): Champ | null {
  const mots = plier(entete)
    .split(' ')
    .filter((mot) => mot !== '' && !MOTS_VIDES.has(mot))
  if (mots.length === 0) return null
  const entier = champSimple(mots)
  if (entier) return entier
  const reste = (groupe: Set<string>) => mots.filter((mot) => !groupe.has(mot) && !GROUPE_MUET.has(mot)).join(' ')
  for (const [groupe, personne] of [
    [REPRESENTANT, 'representant'],
    [CORRESPONDANT, 'correspondant'],
  ] as const) {
    if (!mots.some((mot) => groupe.has(mot))) continue
    const detail = PERSONNES.get(reste(groupe))
    return detail ? `${personne}${detail}` : null
  }
  if (!mots.some((mot) => NOUVEAU.has(mot))) return null
  const champ = champSimple(reste(NOUVEAU).split(' '))
  return champ && estDAdresse(champ) ? `nouveau${majuscule(champ)}` : null
}

const estDAdresse = (champ: string): champ is (typeof CHAMPS_ADRESSE)[number] | 'siret' => ADRESSE.has(champ)

/** Reads a heading row. A heading met twice keeps the field for its first column, save « Boite spécifique » which has two inputs. */
export function lireColonnes(cellules: readonly Cellule[]): Colonne[] {
  const pris = new Set<Champ>()
  return cellules.flatMap(({ texte }, index): Colonne[] => {
    const entete = nettoyer(texte)
    if (entete === '' || plier(entete) === 'action') return []
    const lu = champDe(entete)
    const champ = lu === 'boiteType' && pris.has(lu) ? 'boiteNumero' : lu
    if (champ === null || pris.has(champ)) return [{ index, entete, champ: null }]
    pris.add(champ)
    return [{ index, entete, champ }]
  })
}

const connues = (colonnes: readonly Colonne[]) => colonnes.filter(({ champ }) => champ !== null)

/**
 * The best heading row among the first rows of a file: titles, blank rows and logos may stand above it. Null when no row names at
 * least two of our fields.
 */
export function trouverEntete(lignes: readonly Ligne[]): Entete | null {
  let meilleure: Entete | null = null
  for (const { numero, cellules } of lignes) {
    const colonnes = lireColonnes(cellules)
    const score = connues(colonnes).length
    if (score >= 2 && score > (meilleure ? connues(meilleure.colonnes).length : 0))
      meilleure = { ligne: numero, colonnes }
  }
  return meilleure
}

/** The fields without which no line of this listing can be a demande. */
export const champsManquants = ({ colonnes }: Entete): Champ[] =>
  CHAMPS_REQUIS.filter((requis) => !colonnes.some(({ champ }) => champ === requis))

/** Reads the cells of one line by field. */
export type Lecteur = {
  cellule: (champ: Champ) => Cellule
  texte: (champ: Champ) => string
  entete: (champ: Champ) => string | null
}

export function lecteurDe({ cellules }: Ligne, colonnes: readonly Colonne[]): Lecteur {
  const colonneDe = (champ: Champ) => colonnes.find((colonne) => colonne.champ === champ)
  const cellule = (champ: Champ) => cellules[colonneDe(champ)?.index ?? -1] ?? VIDE
  return {
    cellule,
    texte: (champ) => nettoyer(cellule(champ).texte),
    entete: (champ) => colonneDe(champ)?.entete ?? null,
  }
}
