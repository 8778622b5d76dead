import { no, ok, type Result } from '#domain/result'
import { type Accord, etatDeConvention } from '#domain/suite-accord/accord'
import type { VersementGarde } from '#domain/suite-accord/versement'
import { compareJours, type Jour } from '#domain/temps/jour'

export type RefusConvention =
  'PAS_ACCORDE' | 'ENCORE_REPRENABLE' | 'SANS_CONVENTION' | 'DEJA_SIGNEE' | 'JOUR_A_VENIR' | 'AVANT_EXECUTOIRE'

/** May the convention of this grant be said to be signed on this day (docs/domaine.md § 7.6)? Once, where one is owed, and not before what it is of is in force. */
export function signerConvention(accord: Accord | null, le: Jour, today: Jour): Result<Jour, RefusConvention> {
  if (!accord) return no('PAS_ACCORDE')
  if (accord.reprenable) return no('ENCORE_REPRENABLE')
  const etat = etatDeConvention(accord.convention)
  if (etat !== 'A_SIGNER') return no(etat === 'SIGNEE' ? 'DEJA_SIGNEE' : 'SANS_CONVENTION')
  if (compareJours(le, today) > 0) return no('JOUR_A_VENIR')
  return compareJours(le, accord.payableDes) < 0 ? no('AVANT_EXECUTOIRE') : ok(le)
}

export type RefusReprendreConvention = 'PAS_SIGNEE' | 'DEJA_VERSE'

/** Takes that back: it was not signed, or on another day. Not while something is paid, which rests on it. */
export function reprendreConvention(
  accord: Accord | null,
  versements: readonly VersementGarde[],
): Result<Jour, RefusReprendreConvention> {
  const signeeLe = accord?.convention.signeeLe ?? null
  if (signeeLe === null) return no('PAS_SIGNEE')
  return versements.some(({ estAnnule, nature }) => !estAnnule && nature !== 'REVERSEMENT')
    ? no('DEJA_VERSE')
    : ok(signeeLe)
}

/** Why no convention can be given to be signed. */
export type RefusConventionEcrite = 'PAS_ACCORDE' | 'SANS_CONVENTION' | 'SANS_SIGNATAIRE' | 'CONVENTION_NON_COMPOSEE'
