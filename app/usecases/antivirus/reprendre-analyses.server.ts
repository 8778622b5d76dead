import type { Tx } from '#infra/db'
import type { DepsAntivirus } from '#infra/deps'
import { type FichierAAnalyser, fichiersAAnalyser } from '#infra/stores/antivirus/a-analyser'
import {
  promettreAnalyseCourriel,
  promettreAnalyseModification,
  promettreAnalysesDePieces,
} from '#infra/stores/antivirus/analyse'
import { analyseDeCourriel, analyseDeModification } from '#jobs/catalogue'

type EnAttente = { id: string }
type Repris = { pieces: number; courriels: number; modifications: number }

/** Longer than the tries of a scan and their waits. */
const DELAI_MS = 2 * 60 * 60 * 1000
/** What the antivirus refused to look at is shown to it again the next day: its settings may have changed. */
const JOUR_MS = 24 * 60 * 60 * 1000
const LIMITE = 500

/**
 * Promises the scan of the files of one kind that wait without a promise, received before the antivirus was set or lost by the queue. Does nothing
 * where none is set.
 */
export async function reprendreAnalysesDe(
  { db, antivirus, now }: DepsAntivirus,
  quoi: FichierAAnalyser,
  promettre: (tx: Tx, id: string) => Promise<void>,
): Promise<number> {
  if (!antivirus) return 0
  const [depuis, veille] = [new Date(now().getTime() - DELAI_MS), new Date(now().getTime() - JOUR_MS)]
  return db.$transaction(async (tx) => {
    const fichiers = await fichiersAAnalyser(tx, quoi, { depuis, veille, limite: LIMITE })
    for (const { id } of fichiers) await promettre(tx, id)
    return fichiers.length
  })
}

/**
 * Promises the scan of what waits without a promise: received before the antivirus was set, while it was down for long, or lost by the queue. Does
 * nothing where none is set.
 */
export async function reprendreAnalyses({ db, antivirus, now }: DepsAntivirus): Promise<Repris> {
  if (!antivirus) return { pieces: 0, courriels: 0, modifications: 0 }
  const limite = new Date(now().getTime() - DELAI_MS)
  const veille = new Date(now().getTime() - JOUR_MS)
  return db.$transaction(async (tx) => {
    const pieces = await fichiersAAnalyser(tx, 'PIECE', { depuis: limite, veille, limite: LIMITE })
    const courriels = await tx.$queryRaw<EnAttente[]>`
      SELECT id FROM courriel_recu c WHERE NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${analyseDeCourriel.name}
          AND o.payload ->> 'courrielRecuId' = c.id::text AND (o.published_at IS NULL OR o.published_at >= ${limite}))
        AND ((c.analyse = 'NON_ANALYSE' AND (analyse_le IS NULL OR analyse_le < ${veille}))
          OR id IN (SELECT courriel_recu_id FROM piece_jointe p
            WHERE p.analyse = 'NON_ANALYSE' AND (p.analyse_le IS NULL OR p.analyse_le < ${veille})))
      ORDER BY id LIMIT ${LIMITE}`
    await promettreAnalysesDePieces(
      tx,
      pieces.map(({ id }) => ({ versionId: id })),
    )
    for (const { id } of courriels) await promettreAnalyseCourriel(tx, id)
    const modifications = await tx.$queryRaw<EnAttente[]>`
      SELECT id FROM modification m WHERE m.etat IN ('EN_COURS', 'REDEPOSEE')
        AND EXISTS (SELECT 1 FROM jsonb_array_elements(m.fichiers) f WHERE coalesce(f ->> 'analyse', 'NON_ANALYSE') = 'NON_ANALYSE')
        AND NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${analyseDeModification.name}
          AND o.payload ->> 'modificationId' = m.id::text AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY id LIMIT ${LIMITE}`
    for (const { id } of modifications) await promettreAnalyseModification(tx, id)
    return { pieces: pieces.length, courriels: courriels.length, modifications: modifications.length }
  })
}
