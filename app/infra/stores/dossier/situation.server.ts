import type { DossierAInstruire } from '#domain/dossier/instruction'
import type { Completude } from '#domain/piece/completude'
import type { Db, Tx } from '#infra/db'
import { instructionCommencee } from '#infra/stores/complement/complement'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import { examinerDossier } from '#infra/stores/piece/completude'

/** A dossier as the rules of the instruction and of the decision look at it now: the act in its transaction, and the page. */
export async function situationDuDossier<D extends { id: string }>(
  tx: Tx | Db,
  dossier: D,
  now: Date,
): Promise<D & Omit<DossierAInstruire, 'etat'> & { completude: Completude }> {
  return {
    ...dossier,
    completude: await examinerDossier(tx, dossier.id),
    bloquants: await bloquantsDuDossier(tx, dossier.id, now),
    instructionCommencee: await instructionCommencee(tx, dossier.id),
  }
}
