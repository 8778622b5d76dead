import type { Preuve } from '#domain/courriel/preuve'
import { type AReprendre, reprendre } from '#domain/courriel/reprise-decision'
import type { NatureDecision } from '#domain/dossier/decision'
import { no, ok, type Result } from '#domain/result'
import { addDays, addMonths, compareJours, type Jour, jourDeParis } from '#domain/temps/jour'
import { estOuvrable } from '#domain/temps/jours-ouvres'

/** What proves that a decision was notified, and the day it was. */
export type NotificationProuvee = { le: Jour; par: 'COURRIEL' | 'COURRIER' }

export type FaitsDeNotification = {
  /** When the server of the recipient was proved to have its mail. */
  remisAuServeurLe: Date | null
  /** The day an agent says that it was notified by post. */
  courrierLe: Jour | null
}

/** The first of the two that is proved; null while neither is: a mail that only our relay took notifies nobody. */
export function notificationProuvee({ remisAuServeurLe, courrierLe }: FaitsDeNotification): NotificationProuvee | null {
  const parCourriel = remisAuServeurLe && jourDeParis(remisAuServeurLe)
  if (courrierLe && (!parCourriel || compareJours(courrierLe, parCourriel) < 0))
    return { le: courrierLe, par: 'COURRIER' }
  return parCourriel ? { le: parCourriel, par: 'COURRIEL' } : null
}

/** Months to contest a decision (CJA R421-1, docs/domaine.md § 7.5). */
export const MOIS_RECOURS = 2

/** Those whose words say how they are contested: without that, no time runs (CJA R421-5). A grant of all that was asked leaves nothing to contest. */
const CONTESTABLES: readonly NatureDecision[] = ['ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE', 'HORS_DELAI', 'INELIGIBLE']

export const estContestable = (nature: NatureDecision): boolean => CONTESTABLES.includes(nature)

/**
 * The last day to contest what was notified on this day: two months from day to day, neither the first nor the last day counted (délai franc), and on to
 * the next day that is worked.
 */
export function dernierJourDeRecours(notifieeLe: Jour): Jour {
  let jour = addDays(addMonths(notifieeLe, MOIS_RECOURS), 1)
  while (!estOuvrable(jour)) jour = addDays(jour, 1)
  return jour
}

/** From when a decision may be contested, and until when: the two months run from a proof, where there is something to contest. */
export type Recours = {
  prouvee: NotificationProuvee | null
  contestable: boolean
  /** The last day; null where no time runs. */
  jusquA: Jour | null
}

export function recoursDe(nature: NatureDecision, faits: FaitsDeNotification): Recours {
  const prouvee = notificationProuvee(faits)
  const contestable = estContestable(nature)
  return { prouvee, contestable, jusquA: prouvee && contestable ? dernierJourDeRecours(prouvee.le) : null }
}

/** True of a decision whose mail was refused, given back or given up, or that none could tell: only the post is left. `preuve`: null of a mail given up. */
export const estAParCourrier = ({
  avecCourriel,
  courriel,
  courrierLe,
}: {
  avecCourriel: boolean
  /** Its mail; null where there is none. */
  courriel: { preuve: Preuve | null } | null
  courrierLe: Jour | null
}): boolean =>
  avecCourriel && courrierLe === null && (!courriel || courriel.preuve === null || courriel.preuve === 'REFUSE')

/** Characters of the number of a registered letter, at most. */
export const LONGUEUR_RECOMMANDE = 30

export type RefusCourrier =
  | 'PAS_DE_DECISION'
  | 'DEJA_PAR_COURRIER'
  | 'ENCORE_REPRENABLE'
  | 'JOUR_A_VENIR'
  | 'AVANT_LA_DECISION'
  | 'RECOMMANDE_TROP_LONG'

type DecisionPrise = NonNullable<AReprendre['decision']> & { priseLe: Date; courrierLe: Jour | null }

export type ParCourrier = { le: Jour; recommande: string }

/** May this decision be said to have been notified by post on this day? Once, and not while it can still be taken back as if it had never been. */
export function notifierParCourrier(
  { decision, courriel }: Pick<AReprendre, 'courriel'> & { decision: DecisionPrise | null },
  { le, recommande }: ParCourrier,
  now: Date,
): Result<ParCourrier, RefusCourrier> {
  if (!decision) return no('PAS_DE_DECISION')
  if (decision.courrierLe !== null) return no('DEJA_PAR_COURRIER')
  if (reprendre({ decision, courriel }, now).ok) return no('ENCORE_REPRENABLE')
  if (compareJours(le, jourDeParis(now)) > 0) return no('JOUR_A_VENIR')
  if (compareJours(le, jourDeParis(decision.priseLe)) < 0) return no('AVANT_LA_DECISION')
  const numero = recommande.trim()
  return numero.length > LONGUEUR_RECOMMANDE ? no('RECOMMANDE_TROP_LONG') : ok({ le, recommande: numero })
}
