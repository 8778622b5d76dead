import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import type { Reglement } from '#domain/campagne/reglement-a-plat'
import type { Dispositif } from '#domain/dispositif'
import { addDays, addMonths, type Jour } from '#domain/temps/jour'

const estBord = (jour: Jour) => jour.endsWith('-01') || addDays(jour, 1).endsWith('-01')

/**
 * The same day one year later. The first and the last of a month stay so (1 January, 30 September); another keeps its day of the week, 52
 * weeks later: Friday 13 June 2025 gives Friday 12 June 2026.
 */
export function unAnPlusTard(jour: Jour): Jour {
  if (!estBord(jour)) return addDays(jour, 364)
  return jour.endsWith('-01') ? addMonths(jour, 12) : addDays(addMonths(addDays(jour, 1), 12), -1)
}

/** The campagne after this one. */
export const codeSuivant = ({ dispositif, annee }: { dispositif: Dispositif; annee: number }) =>
  codeCampagne(dispositif, annee + 1)

/**
 * What a campagne starts from when it follows another: the same règlement, every day of it one year later, the year of its name too. Its text is not
 * taken over: what was voted for a year is read by nobody as the next one’s.
 */
export function reglementSuivant({ reglages, ...c }: Reglement, annee: number): Reglement {
  const decaler = (jour: Jour | null) => jour && unAnPlusTard(jour)
  return {
    ...c,
    libelle: c.libelle.replaceAll(String(annee), String(annee + 1)),
    ouverteLe: unAnPlusTard(c.ouverteLe),
    echeanceFiche: unAnPlusTard(c.echeanceFiche),
    echeanceDepot: unAnPlusTard(c.echeanceDepot),
    reglages: {
      ...reglages,
      texteReglement: '',
      commissionLe: decaler(reglages.commissionLe),
      seancesCp: reglages.seancesCp.map(unAnPlusTard),
      projetDu: decaler(reglages.projetDu),
      projetAu: decaler(reglages.projetAu),
    },
  }
}
