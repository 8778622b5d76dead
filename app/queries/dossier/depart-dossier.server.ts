import { lireReglages } from '#domain/campagne/reglages'
import { estArrete } from '#domain/dossier/etat'
import { type DepartEtSeance, departEtSeance } from '#domain/seance/depart'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { premiereSeanceOuverte } from '#infra/stores/seance/a-venir'
import { inscriptionDe } from '#infra/stores/seance/seance'

/**
 * The departure of a dossier beside the séance that it is put to, else the first that may still vote on it; null when it comes in time, when
 * either day is not known, and once it is voted or has left.
 */
export async function departDossier(db: Db, dossierId: string, now: Date): Promise<DepartEtSeance | null> {
  const { etat, projetDebut, campagne } = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { etat: true, projetDebut: true, campagne: { select: { dispositif: true, reglages: true } } },
  })
  if (!projetDebut || etat === 'BROUILLON' || estArrete(etat)) return null
  const today = jourDeParis(now)
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  const seance = (await inscriptionDe(db, dossierId))?.jour ?? (await premiereSeanceOuverte(db, reglages, today))
  const dit = departEtSeance({ depart: fromDate(projetDebut), seance }, today)
  return dit?.tot ? dit : null
}
