import type { Modele } from '#domain/courriel/courriel'

/**
 * Of one deposit the accusé d'enregistrement leaves first, then the accusé de réception (CRPA R112-11-2, then R112-11-1; docs/domaine.md § 7.2): each
 * modele that waits for another of its dossier.
 */
const PRECEDENTS: { [M in Modele]?: Modele } = { ar_depot: 'confirmation_envoi' }

/** The modele that leaves before this one where both are promised of a dossier; null where none does. */
export const precedentDe = (modele: string): Modele | null =>
  Object.entries(PRECEDENTS).find(([un]) => un === modele)?.[1] ?? null

const MIN_MS = 5_000
const MAX_MS = 600_000

/** When one that waits for another is looked at again: after half of the time it has waited, five seconds at least, ten minutes at most. */
export function prochainRegard(creeLe: Date, now: Date): Date {
  const moitie = (now.getTime() - creeLe.getTime()) / 2
  return new Date(now.getTime() + Math.min(Math.max(moitie, MIN_MS), MAX_MS))
}
