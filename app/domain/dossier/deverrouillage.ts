import type { DureesDeverrouillage } from '#domain/campagne/reglages'
import { estArrete, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import { compareJours, daysBetween, finDeJournee, type Jour, jourDeParis } from '#domain/temps/jour'

export const SECTIONS = ['STRUCTURE', 'PROJET', 'BUDGET', 'PIECES'] as const
export type Section = (typeof SECTIONS)[number]

/** What an officer reopens: whole sections, and single fields or pièces of the others. */
export type Parties = { sections: readonly Section[]; champs: readonly string[]; pieces: readonly string[] }

export type Deverrouillage = {
  sections: Section[]
  /** Single fields of the form (#domain/portail/champs), beyond the sections. */
  champs: string[]
  /** Codes of single pièces, beyond the sections. */
  pieces: string[]
  motif: string
  ouvertLe: Date
  /** The instant it closes by itself: the end of its last day in Paris. */
  echeance: Date
  /** Until when the opening can be taken back: its mail leaves then. */
  annulableJusquA: Date | null
  refermeLe: Date | null
}

/** What the officer fills in; `echeance` is the last day on which the demandeur may still write. */
export type Ouverture = Parties & { motif: string; echeance: Jour }

export type RefusDeverrouillage =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'APRES_LE_VOTE'
  | 'MODIFICATION_A_EXAMINER'
  | 'DEJA_DEVERROUILLE'
  | 'AUCUNE_SECTION'
  | 'MOTIF_TROP_COURT'
  | 'ECHEANCE_PASSEE'
  | 'ECHEANCE_TROP_PROCHE'
  | 'ECHEANCE_TROP_LOINTAINE'

/** The motif is copied into the mail to the demandeur: fewer characters than this say nothing. */
export const LONGUEUR_MIN_MOTIF = 10

/** The mail of an opening leaves this long after the act, which can be taken back until then. */
const DELAI_ANNULATION_MS = 5 * 60_000

/** When a mail that may be taken back leaves. */
export const departDuCourriel = (now: Date): Date => new Date(now.getTime() + DELAI_ANNULATION_MS)

type Ouvrable = {
  etat: Etat
  deverrouillages: readonly Pick<Deverrouillage, 'sections' | 'echeance' | 'refermeLe'>[]
  /** Changes already made that no officer has taken yet. */
  modifications: readonly unknown[]
}

/** Who asks, and whether the vote has been held: after it only a RESPONSABLE may reopen (docs/domaine.md § 8.2). */
export type Vote = { tenu: boolean; estResponsable: boolean }

/**
 * True once the séance that a dossier is put to has sat; for a dossier that is put to none, once the committee of its campagne, or a Commission
 * permanente after it, has. That day counts as before: it sits during it.
 */
export const voteTenu = (
  { commissionLe, seancesCp }: { commissionLe: Jour | null; seancesCp: readonly Jour[] },
  seanceLe: Jour | null,
  today: Jour,
): boolean => {
  const annoncees = [...(commissionLe ? [commissionLe] : []), ...seancesCp]
  return (seanceLe === null ? annoncees : [seanceLe]).some((le) => compareJours(le, today) < 0)
}

/** The one still open at this instant, if any: an échéance that passes closes it by itself. */
export const ouvert = <D extends Pick<Deverrouillage, 'echeance' | 'refermeLe'>>(
  { deverrouillages }: { deverrouillages: readonly D[] },
  now: Date,
): D | undefined => deverrouillages.find((d) => d.refermeLe === null && d.echeance > now)

/** Why this dossier cannot be reopened now, whatever the officer fills in; null when it can. */
export function empechementDeverrouillage(
  dossier: Ouvrable,
  now: Date,
  { tenu, estResponsable }: Vote,
): RefusDeverrouillage | null {
  if (dossier.etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  if (!estResponsable && estArrete(dossier.etat)) return 'DECISION_DEJA_PRISE'
  if (!estResponsable && tenu) return 'APRES_LE_VOTE'
  if (ouvert(dossier, now)) return 'DEJA_DEVERROUILLE'
  return dossier.modifications.length > 0 ? 'MODIFICATION_A_EXAMINER' : null
}

const uniques = (textes: readonly string[]) => [...new Set(textes)]

/** Reopens some sections of a deposited dossier until the end of a day in Paris. The state of the dossier does not move. */
export function deverrouiller(
  dossier: Ouvrable,
  { sections, champs, pieces, motif, echeance }: Ouverture,
  { now, durees, vote }: { now: Date; durees: DureesDeverrouillage; vote: Vote },
): Result<Deverrouillage, RefusDeverrouillage> {
  const empechement = empechementDeverrouillage(dossier, now, vote)
  if (empechement) return no(empechement)
  const choisies = SECTIONS.filter((section) => sections.includes(section))
  const ouverture = { sections: choisies, champs: uniques(champs), pieces: uniques(pieces) }
  if (Object.values(ouverture).every((parties) => parties.length === 0)) return no('AUCUNE_SECTION')
  if (motif.trim().length < LONGUEUR_MIN_MOTIF) return no('MOTIF_TROP_COURT')
  const today = jourDeParis(now)
  if (compareJours(echeance, today) <= 0) return no('ECHEANCE_PASSEE')
  const jours = daysBetween(today, echeance)
  if (jours < durees.joursMin) return no('ECHEANCE_TROP_PROCHE', String(durees.joursMin))
  if (jours > durees.joursMax) return no('ECHEANCE_TROP_LOINTAINE', String(durees.joursMax))
  return ok({
    ...ouverture,
    motif: motif.trim(),
    ouvertLe: now,
    echeance: finDeJournee(echeance),
    annulableJusquA: departDuCourriel(now),
    refermeLe: null,
  })
}

/** True while the opening can be taken back as if it had never been: its mail has not left. */
export const estAnnulable = (
  { annulableJusquA, refermeLe }: Pick<Deverrouillage, 'annulableJusquA' | 'refermeLe'>,
  now: Date,
): boolean => refermeLe === null && annulableJusquA !== null && annulableJusquA > now

/** A demandeur is reminded in the last two days of an opening: late enough to matter, with a working evening left. */
const RAPPEL_AVANT_MS = 48 * 3_600_000

const JOUR_MS = 24 * 3_600_000

/** The openings to remind of at this instant: near their end, and open for a day at least, so that M07 was read first. */
export const aRappeler = (now: Date): { echeance: { gt: Date; lte: Date }; ouvertLe: { lte: Date } } => ({
  echeance: { gt: now, lte: new Date(now.getTime() + RAPPEL_AVANT_MS) },
  ouvertLe: { lte: new Date(now.getTime() - JOUR_MS) },
})

/** Closes by hand the one still open. */
export function refermer<D extends Pick<Deverrouillage, 'echeance' | 'refermeLe'>>(
  dossier: { deverrouillages: readonly D[] },
  now: Date,
): Result<D & { refermeLe: Date }, 'PAS_OUVERT'> {
  const courant = ouvert(dossier, now)
  return courant ? ok({ ...courant, refermeLe: now }) : no('PAS_OUVERT')
}
