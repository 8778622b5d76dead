import { no, ok, type Result } from '#domain/result'
import { type Avancement, etapeDe } from '#domain/seance/seance'
import type { Vote } from '#domain/seance/vote'
import { compareJours, type Jour } from '#domain/temps/jour'

/** A délibération is numbered in its year: `2026-007`. */
export const numeroDeDeliberation = (annee: number, rang: number): string => `${annee}-${String(rang).padStart(3, '0')}`

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
 * The day from which a délibération is in force: that of its receipt by the préfecture, which an officer types, and which nothing supposes
 * (CGCT L3131-1, docs/domaine.md § 7.6).
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
