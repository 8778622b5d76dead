import type { ReversementDemande } from '#domain/suite-accord/demande-de-reversement'
import type { Db, Tx } from '#infra/db'

/** What was asked back of a dossier, the oldest first; a cancelled one is kept and counts for nothing. */
export async function reversementsDe(tx: Tx | Db, dossierId: string): Promise<ReversementDemande[]> {
  const lus = await tx.demandeDeReversement.findMany({
    where: { dossierId },
    orderBy: [{ demandeLe: 'asc' }, { id: 'asc' }],
  })
  return lus.map(({ id, montantCents, renduCents, annuleLe }) => ({
    ...{ id, montantCents, renduCents },
    estAnnule: annuleLe !== null,
  }))
}
