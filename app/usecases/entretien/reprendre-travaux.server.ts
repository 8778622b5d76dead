import type { Deps } from '#infra/deps'
import { promiseJob } from '#infra/outbox'
import {
  envoiDeCourriel,
  generationDeRapport,
  reapplicationDesExigences,
  traitementDeCourriel,
  traitementDeLot,
} from '#jobs/catalogue'

/** Longer than the tries of any job and their waits: what still waits then has lost its job. */
const DELAI_MS = 2 * 60 * 60 * 1000

/** Rows taken up in one call; the next takes the rest. */
const LIMITE = 500

type Perdu = { id: string }

/**
 * Promises anew the mails, rapports, lots, received mails and runs of exigences that wait although their last promise was carried long
 * ago: the queue lost the job (a Redis emptied, a worker killed as it gave up). Handlers look at the state first, so a job too many does nothing.
 */
export async function reprendreTravaux({
  db,
  now,
}: Deps): Promise<{ courriels: number; rapports: number; lots: number; messages: number }> {
  const limite = new Date(now().getTime() - DELAI_MS)
  return db.$transaction(async (tx) => {
    const courriels = await tx.$queryRaw<Perdu[]>`
      SELECT id FROM courriel c WHERE etat = 'A_ENVOYER' AND cree_le < ${limite} AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${envoiDeCourriel.name} AND o.payload ->> 'courrielId' = c.id::text
          AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY cree_le LIMIT ${LIMITE}`
    const rapports = await tx.$queryRaw<Perdu[]>`
      SELECT id FROM rapport r WHERE etat IN ('EN_ATTENTE', 'EN_COURS') AND cree_le < ${limite} AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${generationDeRapport.name} AND o.payload ->> 'rapportId' = r.id::text
          AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY cree_le LIMIT ${LIMITE}`
    const lots = await tx.$queryRaw<Perdu[]>`
      SELECT id FROM lot l WHERE etat IN ('EN_ATTENTE', 'EN_COURS') AND cree_le < ${limite} AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${traitementDeLot.name} AND o.payload ->> 'lotId' = l.id::text
          AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY cree_le LIMIT ${LIMITE}`
    const messages = await tx.$queryRaw<Perdu[]>`
      SELECT id FROM courriel_recu r WHERE traite_le IS NULL AND cree_le < ${limite} AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${traitementDeCourriel.name} AND o.payload ->> 'courrielRecuId' = r.id::text
          AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY cree_le LIMIT ${LIMITE}`

    const reapplications = await tx.$queryRaw<Perdu[]>`
      SELECT id FROM reapplication r WHERE etat IN ('EN_ATTENTE', 'EN_COURS') AND cree_le < ${limite} AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${reapplicationDesExigences.name}
          AND o.payload ->> 'reapplicationId' = r.id::text AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY cree_le LIMIT ${LIMITE}`

    for (const { id } of courriels) await promiseJob(tx, envoiDeCourriel, { courrielId: id })
    for (const { id } of rapports) await promiseJob(tx, generationDeRapport, { rapportId: id })
    for (const { id } of lots) await promiseJob(tx, traitementDeLot, { lotId: id })
    for (const { id } of reapplications) await promiseJob(tx, reapplicationDesExigences, { reapplicationId: id })
    for (const { id } of messages) await promiseJob(tx, traitementDeCourriel, { courrielRecuId: id })
    return {
      courriels: courriels.length,
      rapports: rapports.length,
      lots: lots.length,
      messages: messages.length,
    }
  })
}
