import { no, ok, type Result } from '#domain/result'
import { type Avancement, etapeDe } from '#domain/seance/seance'
import type { Vote } from '#domain/seance/vote'
import { compareJours, type Jour } from '#domain/temps/jour'

/** A délibération is numbered in its year: `2026-007`. */
export const numeroDeDeliberation = (annee: number, rang: number): string => `${annee}-${String(rang).padStart(3, '0')}`

/** What stands before the number of a délibération, flat. That of another act (an arrêté), or of another assembly, is none of these: its numbers are its own. */
const DEVANT = /^(?:(?:deliberation|delib|del|commission permanente|cp|acte|de|la|numero|num|no|n)[\s.:°_-]*)*/

/** Reads a number of délibération, however it is written: `2026-007`, `2026-7`, `n° 2026-007`, `CP 2026-007`; null when it is not one. */
export function parseNumeroDeDeliberation(texte: string): { annee: number; rang: number } | null {
  const flat = texte
    .normalize('NFKD')
    .replace(/[\p{M}\u200B]+/gu, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .trim()
    .toLowerCase()
  const lu = /^(\d{4})\s?[-_/]\s?(\d{1,4})$/.exec(flat.replace(DEVANT, ''))
  const [annee, rang] = [Number(lu?.[1]), Number(lu?.[2])]
  return annee > 0 && rang > 0 ? { annee, rang } : null
}

export type RefusDeliberation = 'PAS_OUVERTE_AU_VOTE' | 'VOTES_A_SAISIR' | 'AVANT_LA_SEANCE' | 'JOUR_A_VENIR'

/** Numbers the délibération of a séance once each of its lines has its vote; `detail` of VOTES_A_SAISIR: how many have none. */
export function deliberer(
  seance: Avancement & { jour: Jour },
  votes: readonly (Vote | null)[],
  le: Jour,
  today: Jour,
): Result<{ annee: number }, RefusDeliberation> {
  if (etapeDe(seance) !== 'VOTES') return no('PAS_OUVERTE_AU_VOTE')
  const sans = votes.filter((vote) => vote === null).length
  if (sans > 0) return no('VOTES_A_SAISIR', String(sans))
  if (compareJours(le, seance.jour) < 0) return no('AVANT_LA_SEANCE')
  return compareJours(le, today) > 0 ? no('JOUR_A_VENIR') : ok({ annee: Number(le.slice(0, 4)) })
}

export type RefusExecutoire = 'PAS_DELIBEREE' | 'DEJA_EXECUTOIRE' | 'AVANT_LA_DELIBERATION' | 'JOUR_A_VENIR'

/**
 * The day from which a délibération is in force: that of its receipt by the préfecture, which an officer types or gives a file of, and which
 * nothing supposes (CGCT L3131-1, docs/domaine.md § 7.6).
 */
export function rendreExecutoire(
  deliberation: { le: Jour; executoireLe: Jour | null } | null,
  executoireLe: Jour,
  today: Jour,
): Result<Jour, RefusExecutoire> {
  if (!deliberation) return no('PAS_DELIBEREE')
  if (deliberation.executoireLe !== null) return no('DEJA_EXECUTOIRE')
  if (compareJours(executoireLe, deliberation.le) < 0) return no('AVANT_LA_DELIBERATION')
  return compareJours(executoireLe, today) > 0 ? no('JOUR_A_VENIR') : ok(executoireLe)
}
