import { campagneDuDepot, type Ouverture } from '#domain/campagne/campagne-de-depot'
import type { Dispositif } from '#domain/dispositif'
import type { DemandeLue } from '#domain/portail/demande-lue'

/** The campagne a line belongs to. `avantOuverture`: it was deposited before that campagne opened. */
export type MillesimeDeLigne = { dispositif: Dispositif; annee: number; avantOuverture: boolean }

/**
 * The campagne of each line of a listing: from its type and its day of deposit against the openings (#domain/campagne/campagne-de-depot). A
 * draft has no day: it is of the last campagne that the listing speaks of, else of the year its project begins, else of this one.
 */
export function millesimer(
  demandes: readonly DemandeLue[],
  campagnes: readonly Ouverture[],
  anneeCourante: number,
): (demandeLue: DemandeLue) => MillesimeDeLigne {
  const duDepot = ({ dispositif, deposeLe }: DemandeLue) =>
    deposeLe === null ? null : { dispositif, ...campagneDuDepot(dispositif, deposeLe, campagnes) }
  const annees = demandes.flatMap((demandeLue) => duDepot(demandeLue)?.annee ?? [])
  const derniere = annees.length > 0 ? Math.max(...annees) : null
  return (demandeLue) =>
    duDepot(demandeLue) ?? {
      dispositif: demandeLue.dispositif,
      annee: derniere ?? (Number(demandeLue.projet.dateDebut?.slice(0, 4)) || anneeCourante),
      avantOuverture: false,
    }
}
