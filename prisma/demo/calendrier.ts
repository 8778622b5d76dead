import { campagneParDefaut } from '#domain/campagne/campagne-par-defaut'
import { addDays, addMonths, compareJours, type Jour } from '#domain/temps/jour'
import { estOuvrable } from '#domain/temps/jours-ouvres'

type Periode = { annee: number; ouverteLe: Jour; echeanceFiche: Jour; echeanceDepot: Jour }

/**
 * The days of the demonstration, which ends on the day of its loading: two campagnes are open on that day (`courante`), the one of the year
 * before is closed. `imports` are the days an extraction of the portal was imported.
 */
export type Calendrier = {
  aujourdhui: Jour
  courante: Periode
  precedente: Periode & { fermeeLe: Jour }
  imports: readonly Jour[]
}

/** Months before its loading that the running campagnes opened: time for dossiers to be decided. */
const MOIS_OUVERTS = 8

/** In the first months of a year, the campagnes that run are still those of the year before. */
const MOIS_DE_RETARD = 3

const enJoursOuvrables = (jour: Jour, pas: 1 | -1): Jour =>
  estOuvrable(jour) ? jour : enJoursOuvrables(addDays(jour, pas), pas)

/** The first working day from this one on. */
export const jourDActe = (jour: Jour): Jour => enJoursOuvrables(jour, 1)

export function calendrierDe(aujourdhui: Jour): Calendrier {
  const annee = Number(addMonths(aujourdhui, -MOIS_DE_RETARD).slice(0, 4))
  const ouverteLe = `${addMonths(aujourdhui, -MOIS_OUVERTS).slice(0, 7)}-01`
  const avant = addMonths(ouverteLe, -12)
  const echeanceDepot = addDays(addMonths(avant, 9), -1)
  const usuelle = campagneParDefaut('MEI', annee - 1).echeanceFiche
  const imports = [
    ...[65, 95, 125, 155, 185, 215, 245].map((n) => addDays(avant, n)),
    addDays(echeanceDepot, 8),
    ...[190, 175, 160, 145, 130, 105, 40, 30, 17, 2].map((n) => addDays(aujourdhui, -n)),
  ]
  return {
    aujourdhui,
    courante: {
      annee,
      ouverteLe,
      echeanceFiche: addDays(aujourdhui, -6),
      echeanceDepot: addDays(aujourdhui, 30),
    },
    precedente: {
      annee: annee - 1,
      ouverteLe: avant,
      // The day of the house, as each year, where it falls while the campagne runs.
      echeanceFiche:
        compareJours(avant, usuelle) < 0 && compareJours(usuelle, echeanceDepot) < 0
          ? usuelle
          : addDays(addMonths(avant, 6), -1),
      echeanceDepot,
      fermeeLe: jourDActe(addDays(echeanceDepot, 30)),
    },
    imports: imports.map((jour) => enJoursOuvrables(jour, -1)),
  }
}

/** The last séance of the Commission permanente, a week ago, and the next one. */
export const seancesDu = ({ aujourdhui }: Pick<Calendrier, 'aujourdhui'>) => ({
  passee: jourDActe(addDays(aujourdhui, -6)),
  prochaine: jourDActe(addDays(aujourdhui, 40)),
})

/** The day a dossier that was imported on this one is put to a séance: it has been taken up by then, whatever days are off. */
export const inscritLe = (importe: Jour): Jour => jourDActe(addDays(importe, 7))

/** The first import that finds what was deposited on this day; the last one finds all. */
export const importDe = ({ imports, aujourdhui }: Calendrier, deposeLe: Jour): Jour =>
  imports.find((jour) => compareJours(jour, deposeLe) >= 0) ?? aujourdhui
