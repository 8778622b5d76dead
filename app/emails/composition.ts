import { couperAuxVariables, type Place, type TextesDeModele } from '#domain/courriel/textes'
import {
  type Bloc,
  corps,
  type CourrielRendu,
  type Fragment,
  mettreEnPage,
  texteDesFragments,
} from '#emails/mise-en-page'

/** What a word between braces stands for in a mail of this data. Outside words come through `enLigne` or `guillemets`. */
export type Variable<D> = { nom: string; valeur: (donnees: D) => Fragment }

/** A part of a mail that nobody rewords: what the law wants in it, and what changes with each dossier. */
type Fixe<D> = { genre: 'fixe'; nom: string; blocs: (donnees: D) => readonly (Bloc | null)[] }

/** A part that a campagne may word in its own way; `maison` are the words of the house, in the same writing. */
type Prose<D> = {
  genre: 'prose'
  cle: string
  nom: string
  maison: string
  requises: readonly string[]
  /** It stands in the mail only then. */
  si: (donnees: D) => boolean
}

export type Morceau<D> = Fixe<D> | Prose<D>

/** The subject: the same for all, or worded as a part is. */
type Objet<D> = ((donnees: D) => string) | { maison: string; requises: readonly string[] }

/** One modele: its subject, the variables of its prose, its parts in reading order. */
export type Composition<D> = {
  objet: Objet<D>
  variables: Readonly<Record<string, Variable<D>>>
  morceaux: readonly Morceau<D>[]
}

export const fixe = <D>(nom: string, blocs: Fixe<D>['blocs']): Fixe<D> => ({ genre: 'fixe', nom, blocs })

export const prose = <D>(
  cle: string,
  nom: string,
  maison: string,
  { requises = [], si = () => true }: { requises?: readonly string[]; si?: (donnees: D) => boolean } = {},
): Prose<D> => ({ genre: 'prose', cle, nom, maison, requises, si })

/** Room for words of the campagne, before the signature: empty in the house's own mail. */
export const avantDeSigner = <D>(): Prose<D> => prose<D>('fin', 'Avant la signature', '')

/** The name of the subject among the places. */
export const OBJET = 'objet'

/** What may be reworded of a modele, in reading order. */
export type Emplacement = Place & { cle: string; nom: string; maison: string }

/** A part as the page of a campagne shows it. */
export type Partie = { genre: 'fixe'; nom: string } | ({ genre: 'prose' } & Emplacement)

/** The words that may stand between braces, and what each stands for. */
export const variablesDe = ({ variables }: Composition<never>): { cle: string; nom: string }[] =>
  Object.entries(variables).map(([cle, { nom }]) => ({ cle, nom }))

/** The parts of a composition, in reading order, its subject first. */
export function partiesDe({ objet, variables, morceaux }: Composition<never>): Partie[] {
  const noms = Object.keys(variables)
  const sujet: Partie =
    typeof objet === 'function'
      ? { genre: 'fixe', nom: 'Objet' }
      : { genre: 'prose', cle: OBJET, nom: 'Objet', variables: noms, facultatif: false, enUneLigne: true, ...objet }
  const suite = morceaux.map((morceau): Partie => {
    if (morceau.genre === 'fixe') return { genre: 'fixe', nom: morceau.nom }
    const { cle, nom, maison, requises } = morceau
    const facultatif = maison === ''
    return { genre: 'prose', cle, nom, maison, requises, variables: noms, facultatif, enUneLigne: false }
  })
  return [sujet, ...suite]
}

/**
 * The mail of a composition: the words of the campagne where it has some, else those of the house. A text is cut into paragraphs before its
 * variables are written, so that no outside word makes a line, a list or a mark of its own.
 */
export function rendreComposition<D>(
  { objet, variables, morceaux }: Composition<D>,
  donnees: D,
  textes: TextesDeModele,
): CourrielRendu {
  const remplir = (texte: string): Fragment[] =>
    couperAuxVariables(texte).flatMap(({ mots, variable }) => [
      ...(mots ? [mots] : []),
      ...(variable === null ? [] : [variables[variable]?.valeur(donnees) ?? `{${variable}}`]),
    ])
  const dire = (texte: string): Bloc[] =>
    corps(texte).map((bloc): Bloc => {
      if (bloc.genre === 'liste')
        return { genre: 'liste', elements: bloc.elements.map((un) => un.flatMap(enClair(remplir))) }
      return bloc.genre === 'paragraphe' ? { ...bloc, fragments: bloc.fragments.flatMap(enClair(remplir)) } : bloc
    })
  const sujet = typeof objet === 'function' ? objet(donnees) : texteDesFragments(remplir(textes[OBJET] ?? objet.maison))
  const blocs = morceaux.flatMap((morceau) => {
    if (morceau.genre === 'fixe') return morceau.blocs(donnees)
    if (!morceau.si(donnees)) return []
    const texte = textes[morceau.cle] ?? morceau.maison
    return texte === '' ? [] : dire(texte)
  })
  return mettreEnPage(sujet, blocs)
}

const enClair =
  (remplir: (texte: string) => Fragment[]) =>
  (fragment: Fragment): Fragment[] =>
    typeof fragment === 'string' ? remplir(fragment) : [fragment]
