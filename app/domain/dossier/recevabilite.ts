import { type Montant, ratio } from '#domain/budget/montant'
import type { Reglages } from '#domain/campagne/reglages'
import { estHorsDelai } from '#domain/dossier/delais'
import { estMemeProjet, type Projet } from '#domain/ressemblance'
import { trouverCommune } from '#domain/structure/commune'
import { estAdmis, type Genre } from '#domain/structure/genre'
import { compareJours, type Jour } from '#domain/temps/jour'
import { periodeDeCampagne, sortieDePeriode } from '#domain/temps/periode'
import { plier } from '#domain/texte'

/** One thing that the règlement does not admit, with what was read and what the rule says. It helps an officer and decides nothing. */
export type Signalement =
  | { regle: 'HORS_DELAI'; deposeLe: Jour; echeance: Jour }
  | { regle: 'GENRE'; genre: Genre }
  | { regle: 'SIEGE'; commune: string; codePostal: string }
  | { regle: 'PAYS'; pays: string; admis: string[] }
  | { regle: 'PERIODE'; jour: Jour; borne: 'DU' | 'AU'; limite: Jour }
  | { regle: 'DEJA_COMMENCE'; debut: Jour; deposeLe: Jour }
  | { regle: 'PARTICIPANTS'; participants: number; min: number }
  | { regle: 'AGES'; ages: Ages; min: number | null; max: number | null }
  | { regle: 'MONTANT'; demandeCents: Montant; borne: 'MIN' | 'MAX'; limiteCents: Montant }
  | { regle: 'TAUX'; demandeCents: Montant; coutCents: Montant; max: number }
  | { regle: 'ENVELOPPE'; demandeCents: Montant; resteCents: Montant }
  | { regle: 'TROP_DE_DEMANDES'; numeros: string[]; max: number }
  | { regle: 'SIRET'; lu: string; ou: 'FORMULAIRE' | 'BUDGET'; structure: string }
  | { regle: 'MEME_PROJET'; numeros: string[] }

export const REGLES_RECEVABILITE = [
  'HORS_DELAI',
  'GENRE',
  'SIEGE',
  'PAYS',
  'PERIODE',
  'DEJA_COMMENCE',
  'PARTICIPANTS',
  'AGES',
  'MONTANT',
  'TAUX',
  'ENVELOPPE',
  'TROP_DE_DEMANDES',
  'SIRET',
  'MEME_PROJET',
] as const satisfies Signalement['regle'][]
export type RegleRecevabilite = (typeof REGLES_RECEVABILITE)[number]

export type Ages = { min: number; max: number }

/** Another dossier of the same structure in the same campagne. */
export type Voisin = Projet & { numero: string }

/** What is looked at in a deposited dossier; what the form does not say is null or empty, and nothing is said of it. */
export type FaitsRecevabilite = {
  deposeLe: Jour
  genre: Genre | null
  siret: string | null
  commune: string
  codePostal: string
  pays: string
  participants: number | null
  ages: Ages | null
  montantDemandeCents: Montant
  coutTotalCents: Montant | null
  projet: Projet
  /** SIRET as the form and the workbook of the budget write them; null where they write none. */
  sirets: { formulaire: string | null; budget: string | null }
  voisins: readonly Voisin[]
  campagne: { annee: number; echeanceDepot: Jour; resteEnveloppeCents: Montant | null }
  reglages: Pick<
    Reglages,
    | 'genresEligibles'
    | 'pays'
    | 'projetDu'
    | 'projetAu'
    | 'minParticipants'
    | 'ageMin'
    | 'ageMax'
    | 'montantMinCents'
    | 'montantMaxCents'
    | 'tauxMax'
    | 'maxParStructure'
  >
}

type Regle = (faits: FaitsRecevabilite) => Signalement | null

const horsDelai: Regle = ({ deposeLe, campagne: { echeanceDepot: echeance } }) =>
  estHorsDelai(deposeLe, echeance) ? { regle: 'HORS_DELAI', deposeLe, echeance } : null

const genreAdmis: Regle = ({ genre, reglages }) =>
  genre && !estAdmis(genre, reglages.genresEligibles) ? { regle: 'GENRE', genre } : null

const siege: Regle = ({ commune, codePostal }) =>
  (commune || codePostal) && !codePostal.startsWith('62') && !trouverCommune({ commune, codePostal }).ok
    ? { regle: 'SIEGE', commune, codePostal }
    : null

const paysAdmis: Regle = ({ pays, reglages: { pays: admis } }) => {
  const lu = plier(pays)
  if (lu === '') return null
  const refuse = lu === 'france' || (admis.length > 0 && !admis.map(plier).includes(lu))
  return refuse ? { regle: 'PAYS', pays, admis } : null
}

const periode: Regle = ({ projet: { dateDebut, dateFin }, campagne, reglages }) => {
  if (!dateDebut) return null
  const sortie = sortieDePeriode({ debut: dateDebut, fin: dateFin }, periodeDeCampagne(reglages, campagne.annee))
  return sortie && { regle: 'PERIODE', jour: sortie.jour, borne: sortie.borne, limite: sortie.limite }
}

/** Against the deposit, not today: a project that begins while its dossier is examined was asked for in time. */
const dejaCommence: Regle = ({ projet: { dateDebut: debut }, deposeLe }) =>
  debut && compareJours(debut, deposeLe) <= 0 ? { regle: 'DEJA_COMMENCE', debut, deposeLe } : null

const assezDeParticipants: Regle = ({ participants, reglages: { minParticipants: min } }) =>
  participants !== null && min !== null && participants < min ? { regle: 'PARTICIPANTS', participants, min } : null

const agesAdmis: Regle = ({ ages, reglages: { ageMin: min, ageMax: max } }) =>
  ages && ((min !== null && ages.min < min) || (max !== null && ages.max > max))
    ? { regle: 'AGES', ages, min, max }
    : null

const montant: Regle = ({ montantDemandeCents: demandeCents, reglages: { montantMinCents, montantMaxCents } }) => {
  if (montantMaxCents !== null && demandeCents > montantMaxCents)
    return { regle: 'MONTANT', demandeCents, borne: 'MAX', limiteCents: montantMaxCents }
  return montantMinCents !== null && demandeCents < montantMinCents
    ? { regle: 'MONTANT', demandeCents, borne: 'MIN', limiteCents: montantMinCents }
    : null
}

const taux: Regle = ({ montantDemandeCents: demandeCents, coutTotalCents: coutCents, reglages: { tauxMax: max } }) => {
  const part = coutCents ? ratio(demandeCents, coutCents) : null
  return coutCents && max !== null && part !== null && part > max
    ? { regle: 'TAUX', demandeCents, coutCents, max }
    : null
}

const enveloppe: Regle = ({ montantDemandeCents: demandeCents, campagne: { resteEnveloppeCents: resteCents } }) =>
  resteCents !== null && demandeCents > resteCents ? { regle: 'ENVELOPPE', demandeCents, resteCents } : null

const demandes: Regle = ({ voisins, reglages: { maxParStructure: max } }) =>
  max !== null && voisins.length + 1 > max
    ? { regle: 'TROP_DE_DEMANDES', numeros: voisins.map(({ numero }) => numero), max }
    : null

const siren = (siret: string) => siret.replace(/\D/g, '').slice(0, 9)

const siretDAutrui: Regle = ({ siret, sirets: { formulaire, budget } }) => {
  if (!siret) return null
  const autre = (lu: string | null) => lu !== null && siren(lu).length === 9 && siren(lu) !== siren(siret)
  if (autre(formulaire)) return { regle: 'SIRET', lu: formulaire ?? '', ou: 'FORMULAIRE', structure: siret }
  return autre(budget) ? { regle: 'SIRET', lu: budget ?? '', ou: 'BUDGET', structure: siret } : null
}

const memeProjet: Regle = ({ projet, voisins }) => {
  const numeros = voisins.filter((voisin) => estMemeProjet(projet, voisin)).map(({ numero }) => numero)
  return numeros.length > 0 ? { regle: 'MEME_PROJET', numeros } : null
}

/** Every rule, in the order they are told: one that is missing does not compile. */
const REGLES: Record<RegleRecevabilite, Regle> = {
  HORS_DELAI: horsDelai,
  GENRE: genreAdmis,
  SIEGE: siege,
  PAYS: paysAdmis,
  PERIODE: periode,
  DEJA_COMMENCE: dejaCommence,
  PARTICIPANTS: assezDeParticipants,
  AGES: agesAdmis,
  MONTANT: montant,
  TAUX: taux,
  ENVELOPPE: enveloppe,
  TROP_DE_DEMANDES: demandes,
  SIRET: siretDAutrui,
  MEME_PROJET: memeProjet,
}

/** What the règlement of its campagne says of a dossier (docs/domaine.md § 8.5). */
export const signaler = (faits: FaitsRecevabilite): Signalement[] =>
  REGLES_RECEVABILITE.flatMap((regle) => REGLES[regle](faits) ?? [])

const enTexte = (_: string, valeur: unknown) => (typeof valeur === 'bigint' ? valeur.toString() : valeur)

/** What an examen was given on. What is left of an enveloppe moves with every grant: that it is too little is the fact, not by how much. */
export const empreinteDe = (signalements: readonly Signalement[]): string =>
  JSON.stringify(
    signalements.map((s) => (s.regle === 'ENVELOPPE' ? { regle: s.regle, demandeCents: s.demandeCents } : s)),
    enTexte,
  )
