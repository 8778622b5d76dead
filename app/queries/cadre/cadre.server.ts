import { EN_COURS } from '#domain/dossier/etat'
import type { Db } from '#infra/db'

/** What the frame around every page shows: how much waits in each bannette, and what is running. */
export async function cadre(db: Db) {
  const [preProjets, dossiers, courrielsEnEchec, rapportsEnCours] = await Promise.all([
    db.preProjet.count({ where: { etat: 'A_TRAITER' } }),
    db.dossier.count({ where: { etat: { in: [...EN_COURS] } } }),
    db.courriel.count({ where: { etat: 'ECHEC' } }),
    db.rapport.count({ where: { etat: { in: ['EN_ATTENTE', 'EN_COURS'] } } }),
  ])
  return { preProjets, dossiers, courrielsEnEchec, rapportsEnCours }
}
