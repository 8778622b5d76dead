import type { Agent } from '#domain/acces/droits'

type Personne = { id: string; prenom: string; nom: string; courriel: string }

/** Who asks for a subvention, in the extranet. Holds no right of an officer: sees and changes what is theirs. */
export type Demandeur = Personne & { type: 'DEMANDEUR' }

/** Somebody from outside who gives an opinion on what they were sent, and nothing else. */
export type Expert = Personne & { type: 'EXPERT' }

/** Nobody: the software by itself, or whoever holds the machine and its command line. */
export type Systeme = { type: 'SYSTEME' }

export const SYSTEME: Systeme = { type: 'SYSTEME' }

/**
 * Who is behind an act, as the journal and the courriels keep it. An act says in its signature which of them it knows; one that it
 * does not know does not compile.
 */
export type Acteur = Agent | Demandeur | Expert | Systeme

/** Their name as people read it. */
export const nomDActeur = (acteur: Acteur): string =>
  acteur.type === 'SYSTEME' ? 'Le système' : `${acteur.prenom} ${acteur.nom}`
