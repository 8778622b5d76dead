import { ANALYSES } from '#domain/piece/antivirus'
import { REGLES_DE_LECTURE } from '#domain/piece/signalement-texte'
import type { Deps } from '#infra/deps'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { promiseJob } from '#infra/outbox'
import { examenDePiece } from '#jobs/catalogue'

/** Files promised in one call; the next takes the rest. */
const LIMITE = 1_000

/** A promise younger than this is still on its way. */
const DELAI_MS = 30 * 60 * 1000

/**
 * Promises the reading of the files that older rules read, or that no rule has read although they came long ago (the queue lost the
 * job). What waits for the antivirus is left to its verdict. Gives how many.
 */
export async function reexaminerPieces({ db, now }: Deps): Promise<number> {
  const limite = new Date(now().getTime() - DELAI_MS)
  const lisibles = ANALYSES.filter((analyse) => ouvertureActuelle(analyse) !== 'EN_ATTENTE')
  return db.$transaction(async (tx) => {
    const versions = await tx.$queryRaw<{ id: string }[]>`
      SELECT v.id FROM piece_version v WHERE v.examen < ${REGLES_DE_LECTURE} AND v.recue_le < ${limite}
        AND v.analyse::text = ANY(${lisibles}) AND NOT EXISTS (
        SELECT 1 FROM outbox_job o WHERE o.name = ${examenDePiece.name} AND o.payload ->> 'versionId' = v.id::text
          AND (o.published_at IS NULL OR o.published_at >= ${limite}))
      ORDER BY v.recue_le DESC LIMIT ${LIMITE}`
    for (const { id } of versions) await promiseJob(tx, examenDePiece, { versionId: id })
    return versions.length
  })
}
