import { estDecide, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { compareJours, daysBetween, finDeJournee, type Jour, jourDeParis } from '#domain/temps/jour'

export const SECTIONS = ['STRUCTURE', 'PROJET', 'BUDGET', 'PIECES'] as const
export type Section = (typeof SECTIONS)[number]

export type Deverrouillage = {
  sections: Section[]
  motif: string
  ouvertLe: Date
  /** The instant it closes by itself: the end of its last day in Paris. */
  echeance: Date
  refermeLe: Date | null
}

/** What the officer fills in; `echeance` is the last day on which the demandeur may still write. */
export type Ouverture = { sections: readonly Section[]; motif: string; echeance: Jour }

/** How long a reopening may last, in days after today; a réglage of the campagne (domain.md § 8.2). */
export type DureesDeverrouillage = { joursMin: number; joursDefaut: number; joursMax: number }

export type RefusDeverrouillage =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'DEJA_DEVERROUILLE'
  | 'AUCUNE_SECTION'
  | 'MOTIF_TROP_COURT'
  | 'ECHEANCE_PASSEE'
  | 'ECHEANCE_TROP_PROCHE'
  | 'ECHEANCE_TROP_LOINTAINE'

/** The motif is copied into the mail to the demandeur: fewer characters than this say nothing. */
export const LONGUEUR_MIN_MOTIF = 10

type Ouvrable = { etat: Etat; deverrouillages: readonly Deverrouillage[] }

/** The one still open at this instant, if any: an échéance that passes closes it by itself. */
export const ouvert = <D extends Pick<Deverrouillage, 'echeance' | 'refermeLe'>>(
  { deverrouillages }: { deverrouillages: readonly D[] },
  now: Date,
): D | undefined => deverrouillages.find((d) => d.refermeLe === null && d.echeance > now)

/** Who holds the pen: the demandeur on a draft, or on the sections an officer has reopened. */
export const estModifiable = (dossier: Ouvrable, section: Section, now: Date): boolean =>
  dossier.etat === 'BROUILLON' || Boolean(ouvert(dossier, now)?.sections.includes(section))

/** Why this dossier cannot be reopened now, whatever the officer fills in; null when it can. */
export function empechementDeverrouillage(dossier: Ouvrable, now: Date): RefusDeverrouillage | null {
  if (dossier.etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  if (estDecide(dossier.etat)) return 'DECISION_DEJA_PRISE'
  return ouvert(dossier, now) ? 'DEJA_DEVERROUILLE' : null
}

/** Reopens some sections of a deposited dossier until the end of a day in Paris. The state of the dossier does not move. */
export function deverrouiller(
  dossier: Ouvrable,
  { sections, motif, echeance }: Ouverture,
  { now, durees }: { now: Date; durees: DureesDeverrouillage },
): Result<Deverrouillage, RefusDeverrouillage> {
  const empechement = empechementDeverrouillage(dossier, now)
  if (empechement) return no(empechement)
  const choisies = SECTIONS.filter((section) => sections.includes(section))
  if (choisies.length === 0) return no('AUCUNE_SECTION')
  if (motif.trim().length < LONGUEUR_MIN_MOTIF) return no('MOTIF_TROP_COURT')
  const today = jourDeParis(now)
  if (compareJours(echeance, today) <= 0) return no('ECHEANCE_PASSEE')
  const jours = daysBetween(today, echeance)
  if (jours < durees.joursMin) return no('ECHEANCE_TROP_PROCHE', String(durees.joursMin))
  if (jours > durees.joursMax) return no('ECHEANCE_TROP_LOINTAINE', String(durees.joursMax))
  return ok({
    sections: choisies,
    motif: motif.trim(),
    ouvertLe: now,
    echeance: finDeJournee(echeance),
    refermeLe: null,
  })
}

/** Closes by hand the one still open. */
export function refermer<D extends Deverrouillage>(
  dossier: { deverrouillages: readonly D[] },
  now: Date,
): Result<D & { refermeLe: Date }, 'PAS_OUVERT'> {
  const courant = ouvert(dossier, now)
  return courant ? ok({ ...courant, refermeLe: now }) : no('PAS_OUVERT')
}
