import {
  EN_ATTENTE_DE_VOTE_MAX,
  type LigneDeCommission,
  type LigneEnAttente,
} from '#domain/rapport/ligne-de-commission'
import { PRESENTABLES } from '#domain/seance/seance'
import { fromDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import { deposesSql, type Perimetre } from '#queries/rapport/rows-rapport'

type Lue = Omit<LigneDeCommission, 'vote' | 'voteCents'> & {
  seanceId: string | null
  seanceLe: Date | null
  intitule: string | null
}

/**
 * The first dossiers that may still be put to the vote, at most `EN_ATTENTE_DE_VOTE_MAX`: those of the next séances in the order of their agenda, campagne
 * by campagne, then those that are on no list, the proposed ones before the others. What is proposed is frozen with the list, as it is today before that.
 */
export async function rowsEnAttenteDeVote(tx: Tx, perimetre: Perimetre): Promise<LigneEnAttente[]> {
  const lues = await tx.$queryRaw<Lue[]>`
    SELECT d.numero, s.nom AS structure, s.commune, d.objet, c.code AS campagne, d.nb_participants AS jeunes,
      d.montant_demande_cents AS "demandeCents", coalesce(l.avis, y.avis)::text AS avis,
      coalesce(l.montant_propose_cents, y.montant_cents) AS "proposeCents",
      l.seance_id AS "seanceId", l.jour AS "seanceLe", l.intitule, l.rang
    FROM dossier d JOIN campagne c ON c.id = d.campagne_id JOIN structure s ON s.id = d.structure_id
      LEFT JOIN proposition y ON y.dossier_id = d.id AND y.remplacee_le IS NULL
      LEFT JOIN (SELECT DISTINCT ON (i.dossier_id) i.dossier_id, i.seance_id, i.rang, i.avis, i.montant_propose_cents, z.jour, z.intitule
        FROM ligne_seance i JOIN seance z ON z.id = i.seance_id WHERE i.vote IS NULL ORDER BY i.dossier_id, z.jour DESC) l ON l.dossier_id = d.id
    WHERE ${deposesSql(perimetre)} AND d.etat::text = ANY(${[...PRESENTABLES]})
    ORDER BY l.jour, l.seance_id, (l.seance_id IS NULL AND y.id IS NULL), c.code, l.rang, d.numero LIMIT ${EN_ATTENTE_DE_VOTE_MAX}`
  return lues.map(({ seanceId, seanceLe, intitule, ...ligne }) => ({
    ...ligne,
    ...{ vote: null, voteCents: null },
    seance: seanceId && seanceLe ? { id: seanceId, jour: fromDate(seanceLe), intitule: intitule ?? '' } : null,
  }))
}
