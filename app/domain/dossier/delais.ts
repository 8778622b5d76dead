import { estDecide, type Etat } from '#domain/dossier/etat'
import { addDays, addMonths, compareJours, daysBetween, type Jour } from '#domain/temps/jour'
import { addJoursOuvres, type Fermetures } from '#domain/temps/jours-ouvres'

/** What decides whether time counts for a dossier. `reprisLe` is set on history (#domain/portail/reprise). */
export type Cadence = { etat: Etat; reprisLe: Date | null }

/**
 * True while silence can still reject this dossier and somebody is to be warned of it: deposited, not decided, and not history, which was
 * dealt with elsewhere. Clocks, alarms and reminders all ask here.
 */
export const delaiCourt = ({ etat, reprisLe }: Cadence): boolean =>
  etat !== 'BROUILLON' && !estDecide(etat) && reprisLe === null

/** Working days to send the electronic receipt (CRPA R112-11-2). */
export const JOURS_ACCUSE = 10

/** Silence for this long rejects a request for money (CRPA L231-4, 3°). */
export const MOIS_REJET = 2

/** Days before the implicit rejection from which it is shown as near (docs/domaine.md § 7.3). */
export const JOURS_ALERTE = 15

/** A request for missing pièces: the clock stands still from its sending to its limit, or to the last pièce if sooner (CRPA L114-5). */
export type Suspension = { du: Jour; limite: Jour; leveeLe: Jour | null }

/** Working days to say at least that a deposit was recorded, where the receipt does not leave at once (CRPA R112-11-2). */
const JOURS_ENREGISTREMENT = 1

/** Last day to say that a deposit was recorded. */
export const enregistrementDuLe = (deposeLe: Jour, fermetures: Fermetures): Jour =>
  addJoursOuvres(deposeLe, JOURS_ENREGISTREMENT, fermetures)

/** Last day to send the accusé de réception of a deposit. */
export const accuseDuLe = (deposeLe: Jour, fermetures: Fermetures): Jour =>
  addJoursOuvres(deposeLe, JOURS_ACCUSE, fermetures)

const finDe = ({ limite, leveeLe }: Suspension): Jour =>
  leveeLe && compareJours(leveeLe, limite) < 0 ? leveeLe : limite

/** What one suspension did to the clock: from and until when it stood still, the days it gave, and the rejection day after it. */
export type Arret = Suspension & {
  /** The day the clock ran again, or will. */
  jusquAu: Jour
  /** Days given, those of an earlier suspension apart: 0 when it gave none. */
  jours: number
  rejetLe: Jour
  /** True when it came after the rejection was born: nothing is left to suspend. */
  tardif: boolean
}

/** The clock of the implicit rejection, step by step. */
export type Horloge = { deposeLe: Jour; sansArret: Jour; arrets: Arret[]; joursSuspendus: number; rejetLe: Jour }

/**
 * Deposit + 2 months, from day to day, + the days suspended (docs/domaine.md § 7.3), with each step. Two requests that overlap count once;
 * one sent after the day of rejection suspends nothing, since silence has already answered.
 */
export function horlogeRejet(deposeLe: Jour, suspensions: readonly Suspension[]): Horloge {
  const sansArret = addMonths(deposeLe, MOIS_REJET)
  const arrets: Arret[] = []
  let total = 0
  let compteJusquAu: Jour | null = null
  for (const suspension of [...suspensions].sort((a, b) => compareJours(a.du, b.du))) {
    const tardif = compareJours(suspension.du, addDays(sansArret, total)) > 0
    const fin = finDe(suspension)
    const du: Jour = compteJusquAu && compareJours(compteJusquAu, suspension.du) > 0 ? compteJusquAu : suspension.du
    const jours = tardif ? 0 : Math.max(0, daysBetween(du, fin))
    if (jours > 0) compteJusquAu = fin
    total += jours
    arrets.push({ ...suspension, jusquAu: fin, jours, rejetLe: addDays(sansArret, total), tardif })
  }
  return { deposeLe, sansArret, arrets, joursSuspendus: total, rejetLe: addDays(sansArret, total) }
}

/** Day on which silence becomes a rejection. */
export const rejetImpliciteLe = (deposeLe: Jour, suspensions: readonly Suspension[]): Jour =>
  horlogeRejet(deposeLe, suspensions).rejetLe

/** Days left before the implicit rejection; 0 on the day itself, negative after. */
export const joursAvantRejet = (rejetLe: Jour, today: Jour): number => daysBetween(today, rejetLe)

export type NiveauDelai = 'LOINTAIN' | 'PROCHE' | 'DEPASSE'

/** Amber from 15 days before, red once passed without a decision. */
export function niveauDelai(rejetLe: Jour, today: Jour): NiveauDelai {
  const jours = joursAvantRejet(rejetLe, today)
  if (jours < 0) return 'DEPASSE'
  return jours <= JOURS_ALERTE ? 'PROCHE' : 'LOINTAIN'
}

/** A deposit is late when it comes after the last day of the campagne (that day counts whole). */
export const estHorsDelai = (recuLe: Jour, echeance: Jour | null): boolean =>
  echeance !== null && compareJours(recuLe, echeance) > 0
