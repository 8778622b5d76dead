import { compareJours, type Jour } from '#domain/temps/jour'

/** A délibération that no séance kept here bears, read off the act itself: its number, the day of its vote, the day from which it is in force. */
export type DeliberationSaisie = { reference: string; le: Jour; executoireLe: Jour }

export const LONGUEUR_REFERENCE_MAX = 60

/** A vote of a meeting that is not kept here: its délibération is typed. */
export type HorsSeance = { par: 'HORS_SEANCE'; deliberation: DeliberationSaisie }

/** A vote entered on the line of a séance kept here. */
export type EnSeance = { par: 'SEANCE'; seanceId: string }

/** What a grant, or a refusal on the merits, stands on (CGCT L3211-2, docs/domaine.md § 7.6). */
export type VoteTenu = HorsSeance | EnSeance

/** The séance to whose list a dossier is put, and which has not voted on it. */
export type Inscription = { seanceId: string; jour: Jour }

/** The vote of a decision that was reopened: what decides its dossier again is voted on that day at the earliest, by another délibération. */
export type VoteRouvert = { reference: string; rouvertLe: Jour }

/** What a dossier asks of the vote that decides it. */
export type AttenduDuVote = { inscription: Inscription | null; voteRouvert: VoteRouvert | null }

/** `detail`: of INSCRIT_EN_SEANCE, the day of that séance; of VOTE_AVANT_REOUVERTURE, that of the reopening; of DELIBERATION_ROUVERTE, its number. */
export type RefusDuVote =
  | 'INSCRIT_EN_SEANCE'
  | 'PAS_INSCRIT_EN_SEANCE'
  | 'DELIBERATION_SANS_NUMERO'
  | 'DELIBERATION_TROP_LONGUE'
  | 'VOTE_A_VENIR'
  | 'EXECUTOIRE_AVANT_LE_VOTE'
  | 'EXECUTOIRE_A_VENIR'
  | 'DELIBERATION_ROUVERTE'
  | 'VOTE_AVANT_REOUVERTURE'

function refusDeLaDeliberation({ reference, le, executoireLe }: DeliberationSaisie, today: Jour): RefusDuVote | null {
  const numero = reference.trim()
  if (numero === '') return 'DELIBERATION_SANS_NUMERO'
  if (numero.length > LONGUEUR_REFERENCE_MAX) return 'DELIBERATION_TROP_LONGUE'
  if (compareJours(le, today) > 0) return 'VOTE_A_VENIR'
  if (compareJours(executoireLe, le) < 0) return 'EXECUTOIRE_AVANT_LE_VOTE'
  return compareJours(executoireLe, today) > 0 ? 'EXECUTOIRE_A_VENIR' : null
}

/** What was voted once is not voted anew by the act that was reopened, however its number is written, nor by one before it. */
function refusApresReouverture(
  { reference, le }: DeliberationSaisie,
  { reference: rouverte, rouvertLe }: VoteRouvert,
): { reason: RefusDuVote; detail: string } | null {
  const serre = (numero: string) => numero.replace(/[\s\u00a0\u202f]/gu, '').toLowerCase()
  if (serre(reference) === serre(rouverte)) return { reason: 'DELIBERATION_ROUVERTE', detail: rouverte }
  return compareJours(le, rouvertLe) < 0 ? { reason: 'VOTE_AVANT_REOUVERTURE', detail: rouvertLe } : null
}

/**
 * Why this vote makes no decision of this dossier; null when it does. What is put to a séance is decided by that séance only; any other vote is
 * one whose délibération is in force, since its decision is told at once. What was decided by a vote and reopened takes a later vote.
 */
export function refusDuVote(
  vote: VoteTenu,
  { inscription, voteRouvert }: AttenduDuVote,
  today: Jour,
): { reason: RefusDuVote; detail?: string } | null {
  if (vote.par === 'SEANCE') return inscription?.seanceId === vote.seanceId ? null : { reason: 'PAS_INSCRIT_EN_SEANCE' }
  if (inscription) return { reason: 'INSCRIT_EN_SEANCE', detail: inscription.jour }
  const reason = refusDeLaDeliberation(vote.deliberation, today)
  if (reason) return { reason }
  return voteRouvert && refusApresReouverture(vote.deliberation, voteRouvert)
}
