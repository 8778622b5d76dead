import type { Montant } from '#domain/budget/montant'
import { no, ok, type Result } from '#domain/result'
import { type Accord, etatDeConvention } from '#domain/suite-accord/accord'
import { compareJours, type Jour } from '#domain/temps/jour'
import { nettoyer } from '#domain/texte'

/** What is paid of a grant, or given back of it: a REVERSEMENT is what the beneficiary pays back. */
export const NATURES_VERSEMENT = ['ACOMPTE', 'SOLDE', 'REVERSEMENT'] as const
export type NatureVersement = (typeof NATURES_VERSEMENT)[number]

/** `le` is the day it was paid, `reference` the number of its mandat, or of the titre of a reversement. The amount is more than 0, in cents. */
export type Versement = { nature: NatureVersement; montantCents: Montant; le: Jour; reference: string }

/** One that was recorded; a cancelled one is kept and counts for nothing. */
export type VersementGarde = Versement & { id: string; estAnnule: boolean }

/** Characters of a reference, at most. */
export const LONGUEUR_REFERENCE = 50

/** The reason of a cancellation stays in the journal: fewer characters say nothing, more are a note. */
export const MOTIF_ANNULATION_MIN = 10
export const MOTIF_ANNULATION_MAX = 500

export type RefusVersement =
  | 'PAS_ACCORDE'
  | 'ENCORE_REPRENABLE'
  | 'CONVENTION_A_SIGNER'
  | 'AVANT_LA_CONVENTION'
  | 'MONTANT_NUL'
  | 'REFERENCE_MANQUANTE'
  | 'REFERENCE_TROP_LONGUE'
  | 'JOUR_A_VENIR'
  | 'AVANT_EXECUTOIRE'
  | 'DEJA_ENREGISTRE'
  | 'DEJA_SOLDE'
  | 'PLUS_QUE_ACCORDE'
  | 'PLUS_QUE_VERSE'

type Suites = { accord: Accord | null; versements: readonly VersementGarde[] }

/** A reference as it is kept and compared: no sign that does not show, no space at its ends, one between its parts. */
export const normaliserReference = (reference: string): string => nettoyer(reference)

const vivants = (versements: readonly VersementGarde[]) => versements.filter(({ estAnnule }) => !estAnnule)

/** What is paid: acomptes and solde, less what was given back. Cancelled ones are not counted. */
export const totalVerse = (versements: readonly VersementGarde[]): Montant =>
  vivants(versements).reduce(
    (total, { nature, montantCents }) => (nature === 'REVERSEMENT' ? total - montantCents : total + montantCents),
    0n,
  )

/** True where a recorded payment, cancelled or not as told, is the same: of the same kind, under the same reference. */
const estLeMeme = (un: Versement, autre: Versement): boolean =>
  un.nature === autre.nature && un.reference === autre.reference

/** The payment already recorded under this reference, which a file or a second press brings again; undefined where there is none. */
export const dejaEnregistre = (versements: readonly VersementGarde[], voulu: Versement): VersementGarde | undefined =>
  versements.find((un) => !un.estAnnule && estLeMeme(un, voulu))

/** What the payment itself gets wrong, whatever was paid before. */
function refusDeForme({ montantCents, reference, le }: Versement, accord: Accord, today: Jour): RefusVersement | null {
  if (montantCents <= 0n) return 'MONTANT_NUL'
  if (reference === '') return 'REFERENCE_MANQUANTE'
  if (reference.length > LONGUEUR_REFERENCE) return 'REFERENCE_TROP_LONGUE'
  if (compareJours(le, today) > 0) return 'JOUR_A_VENIR'
  return compareJours(le, accord.payableDes) < 0 ? 'AVANT_EXECUTOIRE' : null
}

/** A convention that is owed is signed before anything is paid; what is given back waits for none (docs/domaine.md § 7.6). */
function refusDeConvention({ nature, le }: Versement, { convention }: Accord): RefusVersement | null {
  if (nature === 'REVERSEMENT') return null
  if (etatDeConvention(convention) === 'A_SIGNER') return 'CONVENTION_A_SIGNER'
  return convention.signeeLe !== null && compareJours(le, convention.signeeLe) < 0 ? 'AVANT_LA_CONVENTION' : null
}

/** May what was paid, or given back, be recorded? Within what was voted, once its délibération is in force, and never after the solde. */
export function enregistrerVersement(
  { accord, versements }: Suites,
  saisi: Versement,
  today: Jour,
): Result<Versement, RefusVersement> {
  if (!accord) return no('PAS_ACCORDE')
  if (accord.reprenable) return no('ENCORE_REPRENABLE')
  const voulu = { ...saisi, reference: normaliserReference(saisi.reference) }
  const refus = refusDeForme(voulu, accord, today) ?? refusDeConvention(voulu, accord)
  if (refus) return no(refus)
  if (dejaEnregistre(versements, voulu)) return no('DEJA_ENREGISTRE')
  const verse = totalVerse(versements)
  if (voulu.nature === 'REVERSEMENT') return voulu.montantCents > verse ? no('PLUS_QUE_VERSE') : ok(voulu)
  if (vivants(versements).some(({ nature }) => nature === 'SOLDE')) return no('DEJA_SOLDE')
  return verse + voulu.montantCents > accord.montantCents ? no('PLUS_QUE_ACCORDE') : ok(voulu)
}

export type RefusAnnulation =
  | 'PAS_ACCORDE'
  | 'VERSEMENT_INCONNU'
  | 'DEJA_ANNULE'
  | 'MOTIF_TROP_COURT'
  | 'MOTIF_TROP_LONG'
  | 'PLUS_QUE_ACCORDE'
  | 'PLUS_QUE_VERSE'

/** Cancels one payment, with a reason: what is left must still be an amount that could have been paid, and given back. */
export function annulerVersement(
  { accord, versements }: Suites,
  { versementId, motif }: { versementId: string; motif: string },
): Result<{ versement: VersementGarde; motif: string }, RefusAnnulation> {
  if (!accord) return no('PAS_ACCORDE')
  const versement = versements.find(({ id }) => id === versementId)
  if (!versement) return no('VERSEMENT_INCONNU')
  if (versement.estAnnule) return no('DEJA_ANNULE')
  const mots = motif.trim()
  if (mots.length < MOTIF_ANNULATION_MIN) return no('MOTIF_TROP_COURT')
  if (mots.length > MOTIF_ANNULATION_MAX) return no('MOTIF_TROP_LONG')
  const reste = totalVerse(versements.filter(({ id }) => id !== versementId))
  if (reste > accord.montantCents) return no('PLUS_QUE_ACCORDE')
  return reste < 0n ? no('PLUS_QUE_VERSE') : ok({ versement, motif: mots })
}
