import { CHAMPS, type ChampReglement, CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import { type Champ, GROUPES_REGLEMENT } from '#domain/campagne/saisie-reglage'
import { GENRES } from '#domain/structure/genre'
import { AIDE_REGLAGE, LIBELLE_GROUPE_REGLEMENT, LIBELLE_REGLAGE } from '#libelles/campagne/campagne'
import { LIBELLE_GENRE } from '#libelles/structure'

/** One field as the form writes it; `fixe`: shown and not changed there. */
export type ChampMontre = {
  nom: ChampReglement
  sorte: Champ<never>['sorte']
  libelle: string
  aide: string
  fixe: boolean
}

export type FormulaireReglement = {
  groupes: { titre: string; champs: ChampMontre[] }[]
  genres: { code: string; libelle: string }[]
}

/** The form of the settings, drawn from the one list of its fields: a page is given it, and weighs none of it. `fixes` are not for who reads it to change. */
export const formulaireReglement = (fixes: readonly ChampReglement[] = []): FormulaireReglement => ({
  groupes: GROUPES_REGLEMENT.map((groupe) => ({
    titre: LIBELLE_GROUPE_REGLEMENT[groupe],
    champs: CHAMPS_REGLEMENT.filter((nom) => CHAMPS[nom].groupe === groupe).map((nom) => ({
      nom,
      sorte: CHAMPS[nom].sorte,
      libelle: LIBELLE_REGLAGE[nom],
      aide: AIDE_REGLAGE[nom],
      fixe: fixes.includes(nom),
    })),
  })),
  genres: GENRES.map((code) => ({ code, libelle: LIBELLE_GENRE[code] })),
})
