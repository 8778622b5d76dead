import type { Dispositif } from '#domain/dispositif'
import { addMonths, compareJours, type Jour } from '#domain/temps/jour'

/** What says which deposits a campagne takes: none before somebody opens it, none after the day it was closed. */
export type Ouverture = {
  dispositif: Dispositif
  annee: number
  ouverteLe: Jour
  echeanceDepot: Jour
  enPreparation: boolean
  fermeeLe: Jour | null
}

/**
 * Months after which an opening says nothing any more of a deposit, unless its own last day is later: the call of the next year has opened,
 * held here or not.
 */
const DUREE_MOIS = 12

const estPassee = ({ echeanceDepot }: Ouverture, deposeLe: Jour): boolean => compareJours(deposeLe, echeanceDepot) > 0

/**
 * The year of the campagne that a deposit belongs to: the last one opened on that day, whatever year its number bears; else that of its day. Of two
 * opened the same day, the one whose last day is not past, then that of the earlier year.
 * `avantOuverture`: the campagne of that year is held and was not open yet.
 */
export function campagneDuDepot(
  dispositif: Dispositif,
  deposeLe: Jour,
  campagnes: readonly Ouverture[],
): { annee: number; avantOuverture: boolean } {
  const siennes = campagnes.filter((campagne) => campagne.dispositif === dispositif)
  const [ouverte] = siennes
    .filter(
      ({ ouverteLe, echeanceDepot, enPreparation, fermeeLe }) =>
        !enPreparation &&
        (fermeeLe === null || compareJours(deposeLe, fermeeLe) <= 0) &&
        compareJours(ouverteLe, deposeLe) <= 0 &&
        (compareJours(deposeLe, addMonths(ouverteLe, DUREE_MOIS)) < 0 || compareJours(deposeLe, echeanceDepot) <= 0),
    )
    .sort(
      (a, b) =>
        compareJours(b.ouverteLe, a.ouverteLe) ||
        Number(estPassee(a, deposeLe)) - Number(estPassee(b, deposeLe)) ||
        a.annee - b.annee,
    )
  if (ouverte) return { annee: ouverte.annee, avantOuverture: false }
  const annee = Number(deposeLe.slice(0, 4))
  const sienne = siennes.find((campagne) => campagne.annee === annee)
  const avantOuverture = sienne && (sienne.enPreparation || compareJours(deposeLe, sienne.ouverteLe) < 0)
  return { annee, avantOuverture: avantOuverture ?? false }
}
