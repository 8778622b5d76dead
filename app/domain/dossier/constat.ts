import { rejetImpliciteLe, type Suspension } from '#domain/dossier/delais'
import { ouvert, type Deverrouillage } from '#domain/dossier/deverrouillage'
import { type Acte, type Etat, suite } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { compareJours, type Jour } from '#domain/temps/jour'

/** What an officer writes down of a dossier that silence has answered: a decision taken elsewhere, or the silence itself. */
export const CONSTATS = ['constaterDecisionAilleurs', 'constaterRejetImplicite'] as const satisfies Acte[]
export type Constat = (typeof CONSTATS)[number]

export type RefusConstat =
  'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE' | 'DELAI_NON_ECHU' | 'DEVERROUILLAGE_OUVERT' | 'MODIFICATION_A_EXAMINER'

export type DossierAConstater = {
  etat: Etat
  deposeLe: Jour | null
  suspensions: readonly Suspension[]
  deverrouillages: readonly Pick<Deverrouillage, 'echeance' | 'refermeLe'>[]
  /** Changes made while it was open that no officer has taken yet. */
  modifications: readonly unknown[]
}

/**
 * Closes a dossier past its implicit rejection with what was said of it outside this software, or says why not. Until that day the
 * Département may still answer, by a decision of its own; and what the demandeur writes, or has written, is looked at first.
 */
export function constater(
  { etat, deposeLe, suspensions, deverrouillages, modifications }: DossierAConstater,
  constat: Constat,
  { now, today }: { now: Date; today: Jour },
): Result<Etat, RefusConstat> {
  if (etat === 'BROUILLON' || deposeLe === null) return no('PAS_ENCORE_DEPOSE')
  const atteint = suite(etat, constat)
  if (!atteint) return no('DECISION_DEJA_PRISE')
  if (ouvert({ deverrouillages }, now)) return no('DEVERROUILLAGE_OUVERT')
  if (modifications.length > 0) return no('MODIFICATION_A_EXAMINER')
  return compareJours(rejetImpliciteLe(deposeLe, suspensions), today) < 0 ? ok(atteint) : no('DELAI_NON_ECHU')
}
