import { type Etat, estArrete, ETATS } from '#domain/dossier/etat'
import type { Montant } from '#domain/budget/montant'

/** How the dossiers of a rapport are cut, each of them counted once in each way. */
export const COUPES = ['campagne', 'dispositif', 'etat', 'genre', 'territoire', 'pays', 'mois'] as const
export type Coupe = (typeof COUPES)[number]

/** What a group of deposited dossiers adds up to. Amounts in cents. */
export type Sommes = {
  nombre: number
  demandeCents: Montant
  /** What is asked by those that are neither voted nor decided (`ETATS_EN_JEU`). */
  enJeuCents: Montant
  /** What is asked by the complete ones among them (#domain/seance/seance PRESENTABLES), and how many they are. */
  completCents: Montant
  complets: number
  proposeCents: Montant
  /** Voted, told or not. */
  voteCents: Montant
  /** Voted, and the délibération in force or the decision taken. */
  engageCents: Montant
  /** Recorded as paid, less what was given back (#domain/suite-accord/versement). */
  payeCents: Montant
  /** Young people announced, where the form says how many. */
  jeunes: number
  /** What is asked by the dossiers that say it; the young people and the amount of the voted ones among them. */
  demandeAvecJeunesCents: Montant
  jeunesVotes: number
  voteAvecJeunesCents: Montant
}

/** The dossiers of one group: those of one campagne, of one genre… as the base writes it; '' where it is not known. */
export type Agregat = Sommes & { coupe: Coupe; cle: string }

/** A campagne of a rapport, with or without a dossier; `enveloppeCents` is 0 where it was not set. */
export type Enveloppe = { campagne: string; libelle: string; enveloppeCents: Montant }

/** Voted, and not paid yet; what is left of an enveloppe is of its campagne alone. */
export const resteAPayer = ({ voteCents, payeCents }: Pick<Sommes, 'voteCents' | 'payeCents'>): Montant =>
  voteCents - payeCents

export const RIEN: Sommes = {
  nombre: 0,
  demandeCents: 0n,
  enJeuCents: 0n,
  completCents: 0n,
  complets: 0,
  proposeCents: 0n,
  voteCents: 0n,
  engageCents: 0n,
  payeCents: 0n,
  jeunes: 0,
  demandeAvecJeunesCents: 0n,
  jeunesVotes: 0,
  voteAvecJeunesCents: 0n,
}

/** The states in which what is asked may still be granted. */
export const ETATS_EN_JEU: readonly Etat[] = ETATS.filter((etat) => etat !== 'BROUILLON' && !estArrete(etat))

export const additionner = (a: Sommes, b: Sommes): Sommes => ({
  nombre: a.nombre + b.nombre,
  demandeCents: a.demandeCents + b.demandeCents,
  enJeuCents: a.enJeuCents + b.enJeuCents,
  completCents: a.completCents + b.completCents,
  complets: a.complets + b.complets,
  proposeCents: a.proposeCents + b.proposeCents,
  voteCents: a.voteCents + b.voteCents,
  engageCents: a.engageCents + b.engageCents,
  payeCents: a.payeCents + b.payeCents,
  jeunes: a.jeunes + b.jeunes,
  demandeAvecJeunesCents: a.demandeAvecJeunesCents + b.demandeAvecJeunesCents,
  jeunesVotes: a.jeunesVotes + b.jeunesVotes,
  voteAvecJeunesCents: a.voteAvecJeunesCents + b.voteAvecJeunesCents,
})
