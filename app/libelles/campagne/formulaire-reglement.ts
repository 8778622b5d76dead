import { CHAMPS, type ChampReglement, CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import { type Champ, GROUPES_REGLEMENT } from '#domain/campagne/saisie-reglage'
import { GENRES } from '#domain/structure/genre'
import { AIDE_REGLAGE, LIBELLE_GROUPE_REGLEMENT, LIBELLE_REGLAGE } from '#libelles/campagne/campagne'
import { LIBELLE_GENRE } from '#libelles/structure'

/** One field as the form writes it. */
export type ChampMontre = { nom: ChampReglement; sorte: Champ<never>['sorte']; libelle: string; aide: string }

export type FormulaireReglement = {
  groupes: { titre: string; champs: ChampMontre[] }[]
  genres: { code: string; libelle: string }[]
}

/** The form of the settings, drawn from the one list of its fields: a page is given it, and weighs none of it. */
export const formulaireReglement = (): FormulaireReglement => ({
  groupes: GROUPES_REGLEMENT.map((groupe) => ({
    titre: LIBELLE_GROUPE_REGLEMENT[groupe],
    champs: CHAMPS_REGLEMENT.filter((nom) => CHAMPS[nom].groupe === groupe).map((nom) => ({
      nom,
      sorte: CHAMPS[nom].sorte,
      libelle: LIBELLE_REGLAGE[nom],
      aide: AIDE_REGLAGE[nom],
    })),
  })),
  genres: GENRES.map((code) => ({ code, libelle: LIBELLE_GENRE[code] })),
})
