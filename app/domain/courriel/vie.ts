import type { Preuve } from '#domain/courriel/preuve'

/** One step of a mail: when, what, and the words of the server where it said some. */
export type EtapeDeVie = { le: Date; dit: string; mots: string }

/** A copy of what was handed over: its bytes, their SHA-256, and each file it carries. */
export type CopieMontree = {
  prise: string
  le: Date
  taille: number
  sha256: string
  pieces: { nom: string; taille: number; sha256: string }[]
}

/** What is proved of a mail, each step of its life, and what was handed over, the oldest first. */
export type VieDeCourriel = { preuve: Preuve | null; etapes: EtapeDeVie[]; copies: CopieMontree[] }
