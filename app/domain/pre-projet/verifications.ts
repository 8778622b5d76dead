import { ratio } from '#domain/budget/montant'
import { type PeriodeDeCampagne, sortieDePeriode } from '#domain/temps/periode'
import { estHorsDelai } from '#domain/dossier/delais'
import type { Champ } from '#domain/pre-projet/fiche'
import { estAdmis, type Genre } from '#domain/structure/genre'
import { cleSiretJuste } from '#domain/structure/identifiants'
import { type DepartEtSeance, departEtSeance } from '#domain/seance/depart'
import { compareJours, daysBetween, type Jour } from '#domain/temps/jour'

/** One fact about a fiche that an officer would otherwise compute: `juste` when there is nothing to say against it. */
export type Verification =
  | { sujet: 'SIRET'; juste: boolean; constat: 'ABSENT' | 'CLE_FAUSSE' | 'CLE_JUSTE' }
  | { sujet: 'RECEPTION'; juste: boolean; constat: 'HORS_DELAI' | 'DANS_LES_DELAIS'; echeance: Jour; jours: number }
  | {
      sujet: 'DATES'
      juste: boolean
      constat: 'ABSENTES' | 'FIN_AVANT_DEBUT' | 'DEJA_COMMENCE' | 'A_VENIR'
      jours: number
    }
  | ({ sujet: 'SEANCE'; juste: boolean; constat: 'DEPART_AVANT_SEANCE' | 'DEPART_APRES_SEANCE' } & DepartEtSeance)
  | { sujet: 'PERIODE'; juste: boolean; constat: 'DANS_LA_CAMPAGNE' | 'HORS_CAMPAGNE'; du: Jour; au: Jour }
  | {
      sujet: 'GENRE'
      juste: boolean
      constat: 'GENRE_INCONNU' | 'GENRE_SUGGERE' | 'GENRE_CONTREDIT' | 'GENRE_CONFIRME' | 'GENRE_NON_ELIGIBLE'
      declare: Genre | null
      suggere: Genre | null
    }
  | {
      sujet: 'STRUCTURE'
      juste: boolean
      constat: 'STRUCTURE_CONNUE' | 'STRUCTURE_NOUVELLE'
      dossiers: number
      fiches: number
    }
  | { sujet: 'PROJET'; juste: boolean; constat: 'PROJET_DEJA_RECU'; fiches: number }
  | { sujet: 'MONTANT'; juste: boolean; constat: 'INCOMPLET' | 'SUPERIEUR_AU_COUT' | 'PART_DU_COUT'; part: number }

export type FicheAVerifier = {
  siret: string | null
  recuLe: Jour
  /** Last day of help of the campagne; null when the fiche is of none. */
  echeanceFiche: Jour | null
  dateDebut: Jour | null
  dateFin: Jour | null
  coutTotalCents: bigint | null
  montantSouhaiteCents: bigint | null
  /** The first séance that may still vote on it; null where none is known. */
  seance: Jour | null
  /** First and last day of the projects of the campagne; null when the fiche is of none. */
  periode: PeriodeDeCampagne | null
  /** The kind its own words say, and the one its SIREN or its name suggests. */
  genreDeclare: Genre | null
  genreSuggere: Genre | null
  /** Kinds that may ask; empty when the règlement says nothing. */
  genresEligibles: readonly Genre[]
  /** What was received before of this structure, and of it what tells the same project. */
  avant: { dossiers: number; fiches: number; memeProjet: number }
}

/** The field of the fiche beside which a check is shown. */
export const CHAMP_VERIFIE: Record<Verification['sujet'], Champ> = {
  SIRET: 'siret',
  RECEPTION: 'titre',
  DATES: 'dateDebut',
  SEANCE: 'dateDebut',
  PERIODE: 'dateDebut',
  MONTANT: 'montantSouhaite',
  GENRE: 'genre',
  STRUCTURE: 'structure',
  PROJET: 'titre',
}

function siretDe({ siret }: FicheAVerifier): Verification {
  if (!siret) return { sujet: 'SIRET', juste: false, constat: 'ABSENT' }
  return cleSiretJuste(siret)
    ? { sujet: 'SIRET', juste: true, constat: 'CLE_JUSTE' }
    : { sujet: 'SIRET', juste: false, constat: 'CLE_FAUSSE' }
}

function receptionDe({ recuLe, echeanceFiche: echeance }: FicheAVerifier): Verification[] {
  if (!echeance) return []
  const jours = daysBetween(echeance, recuLe)
  return estHorsDelai(recuLe, echeance)
    ? [{ sujet: 'RECEPTION', juste: false, constat: 'HORS_DELAI', echeance, jours }]
    : [{ sujet: 'RECEPTION', juste: true, constat: 'DANS_LES_DELAIS', echeance, jours: -jours }]
}

function datesDe({ dateDebut, dateFin }: FicheAVerifier, today: Jour): Verification {
  if (!dateDebut || !dateFin) return { sujet: 'DATES', juste: false, constat: 'ABSENTES', jours: 0 }
  const jours = daysBetween(dateDebut, dateFin) + 1
  if (jours < 1) return { sujet: 'DATES', juste: false, constat: 'FIN_AVANT_DEBUT', jours: 0 }
  return compareJours(dateDebut, today) <= 0
    ? { sujet: 'DATES', juste: false, constat: 'DEJA_COMMENCE', jours }
    : { sujet: 'DATES', juste: true, constat: 'A_VENIR', jours }
}

function montantDe({ coutTotalCents, montantSouhaiteCents }: FicheAVerifier): Verification {
  const part = coutTotalCents && montantSouhaiteCents ? ratio(montantSouhaiteCents, coutTotalCents) : null
  if (part === null) return { sujet: 'MONTANT', juste: false, constat: 'INCOMPLET', part: 0 }
  return part > 1
    ? { sujet: 'MONTANT', juste: false, constat: 'SUPERIEUR_AU_COUT', part }
    : { sujet: 'MONTANT', juste: true, constat: 'PART_DU_COUT', part }
}

function seanceDe({ dateDebut, seance }: FicheAVerifier, today: Jour): Verification[] {
  const dit = departEtSeance({ depart: dateDebut, seance }, today)
  const constat = dit?.tot ? 'DEPART_AVANT_SEANCE' : 'DEPART_APRES_SEANCE'
  return dit ? [{ sujet: 'SEANCE', juste: !dit.tot, constat, ...dit }] : []
}

function periodeDe({ dateDebut, dateFin, periode }: FicheAVerifier): Verification[] {
  if (!periode || !dateDebut) return []
  const { du, au } = periode
  const dedans = sortieDePeriode({ debut: dateDebut, fin: dateFin }, periode) === null
  return [{ sujet: 'PERIODE', juste: dedans, constat: dedans ? 'DANS_LA_CAMPAGNE' : 'HORS_CAMPAGNE', du, au }]
}

function genreDeFiche({ genreDeclare: declare, genreSuggere: suggere, genresEligibles }: FicheAVerifier): Verification {
  const genre = declare ?? suggere
  const dit = { sujet: 'GENRE' as const, declare, suggere }
  if (!genre) return { ...dit, juste: false, constat: 'GENRE_INCONNU' }
  if (declare && suggere && declare !== suggere) return { ...dit, juste: false, constat: 'GENRE_CONTREDIT' }
  if (!estAdmis(genre, genresEligibles)) return { ...dit, juste: false, constat: 'GENRE_NON_ELIGIBLE' }
  return { ...dit, juste: true, constat: declare ? 'GENRE_CONFIRME' : 'GENRE_SUGGERE' }
}

function structureDe({ avant: { dossiers, fiches } }: FicheAVerifier): Verification {
  const connue = dossiers + fiches > 0
  return {
    sujet: 'STRUCTURE',
    juste: true,
    constat: connue ? 'STRUCTURE_CONNUE' : 'STRUCTURE_NOUVELLE',
    dossiers,
    fiches,
  }
}

const projetDe = ({ avant: { memeProjet } }: FicheAVerifier): Verification[] =>
  memeProjet > 0 ? [{ sujet: 'PROJET', juste: false, constat: 'PROJET_DEJA_RECU', fiches: memeProjet }] : []

/** What the values of a fiche say together, on this day. Help to the officer: none of it refuses the fiche. */
export const verifierFiche = (fiche: FicheAVerifier, today: Jour): Verification[] => [
  ...projetDe(fiche),
  siretDe(fiche),
  structureDe(fiche),
  genreDeFiche(fiche),
  ...receptionDe(fiche),
  datesDe(fiche, today),
  ...seanceDe(fiche, today),
  ...periodeDe(fiche),
  montantDe(fiche),
]
