import { lectureEnJson, SCHEMA_LECTURE, type Lecture } from '#domain/budget/lecture/lecture-gardee'
import { analysesOuvrables } from '#domain/piece/antivirus'
import type { Db, Tx } from '#infra/db'
import { antivirusVoulu } from '#infra/env'
import { promiseJob } from '#infra/outbox'
import { lectureDeBudget } from '#jobs/catalogue'
import type { Prisma } from '#prisma'

/** Keeps what was read in the workbook of one version. The same bytes are read the same way: a second time changes nothing. */
export const garderLecture = (db: Db, versionId: string, lecture: Lecture) =>
  db.pieceVersion.updateMany({
    where: { id: versionId },
    data: { budget: lectureEnJson(lecture) as Prisma.InputJsonObject },
  })

/** Promises the reading of the files of a pièce that has just been found to be a budget. */
export async function relireVersions(tx: Tx, pieceId: string): Promise<void> {
  const versions = await tx.pieceVersion.findMany({ where: { pieceId }, select: { id: true } })
  for (const { id } of versions) await promiseJob(tx, lectureDeBudget, { versionId: id })
}

/** The versions of budgets that may be opened and wait for this reading, no promise of it being under way since `depuis`. */
export function versionsALire(tx: Tx, { depuis, limite }: { depuis: Date; limite: number }) {
  const ouvrables = analysesOuvrables({ antivirus: antivirusVoulu() })
  return tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM piece_version v JOIN piece p ON p.id = v.piece_id
    WHERE p.code IN ('BUDGET_PROJET', 'BUDGET_STRUCTURE_N')
      AND ((v.budget IS NULL AND v.type_mime <> 'application/pdf') OR (v.budget ->> 'schema')::int <> ${SCHEMA_LECTURE})
      AND v.analyse::text = ANY(${ouvrables})
      AND NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${lectureDeBudget.name}
        AND o.payload ->> 'versionId' = v.id::text AND (o.published_at IS NULL OR o.published_at >= ${depuis}))
    ORDER BY v.recue_le DESC LIMIT ${limite}`
}
