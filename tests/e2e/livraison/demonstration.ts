import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { calendrierDe } from '../../../prisma/demo/calendrier'
import { numeroDe } from '../../../prisma/demo/extraction'
import { libellesDe } from '../../../prisma/demo/fichiers'

const calendrier = calendrierDe(jourDeParis(new Date()))

/** The number of a dossier of the demonstration, by its rank from 1. */
export const numeroDemo = (rang: number): string => numeroDe(calendrier, rang - 1)

/** The year of the campagnes that run, and their codes. */
export const ANNEE = calendrier.courante.annee
export const [MEI, JUMELAGES] = [codeCampagne('MEI', ANNEE), codeCampagne('JUMELAGES', ANNEE)]

/** As the headers of a mail write the morning of a day so many days ago. */
export const enteteDuJour = (ilYa: number, minutes = 0): string =>
  new Date(Date.parse(`${addDays(calendrier.aujourdhui, -ilYa)}T08:00:00Z`) + minutes * 60_000).toUTCString()

/** The day that the files of these journeys are signed on. */
export const FAIT = addDays(calendrier.aujourdhui, -95)

/** The labels that people give their files this year. */
export const LIBELLES = libellesDe(ANNEE)

/** As e-partenaire writes a day so many days ago. */
export const jourDuPortail = (ilYa: number): string =>
  addDays(calendrier.aujourdhui, -ilYa).split('-').map(Number).reverse().join('/')
