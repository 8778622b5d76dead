import { CODES_BUDGET, SCHEMA_LECTURE } from '#domain/budget/lecture/lecture-gardee'
import { analysesOuvrables } from '#domain/piece/antivirus'
import type { Tx } from '#infra/db'
import { antivirusVoulu } from '#infra/env'
import { promiseJob } from '#infra/outbox'
import { analyseDePieceEnLigne, lectureDeBudgetEnLigne } from '#jobs/demandeur'
import { Prisma } from '#prisma'

/** What is said of a file goes with it: one given in its place is scanned and read anew. */
export const A_LIRE = {
  analyse: 'NON_ANALYSE',
  analyseDetail: '',
  analyseLe: null,
  budget: Prisma.DbNull,
} as const satisfies Prisma.PieceEnLigneUpdateInput

type Piece = { id: string; code: string }

/** Promises what is to be done of a file in the transaction that receives it: its scan where an antivirus is set, and then its reading. */
export async function promettreLecture(tx: Tx, { id }: Pick<Piece, 'id'>): Promise<void> {
  if (antivirusVoulu()) await promiseJob(tx, analyseDePieceEnLigne, { pieceId: id })
  else await promettreLectureDuContenu(tx, id)
}

/** Promises the reading of a file that may be opened: of its text, and of its workbook where it is a budget. */
export const promettreLectureDuContenu = (tx: Tx, id: string): Promise<void> =>
  promiseJob(tx, lectureDeBudgetEnLigne, { pieceId: id })

type SansPromesse = { depuis: Date; limite: number }

/** The budgets of demandes that may be opened and wait for this reading, no promise of it being under way since `depuis`. */
export const budgetsALire = (tx: Tx, { depuis, limite }: SansPromesse) =>
  tx.$queryRaw<Piece[]>`
    SELECT p.id, p.code FROM piece_en_ligne p
    WHERE p.code = ANY(${[...CODES_BUDGET]}) AND (p.budget IS NULL OR (p.budget ->> 'schema')::int <> ${SCHEMA_LECTURE})
      AND p.analyse::text = ANY(${analysesOuvrables({ antivirus: antivirusVoulu() })})
      AND NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${lectureDeBudgetEnLigne.name}
        AND o.payload ->> 'pieceId' = p.id::text AND (o.published_at IS NULL OR o.published_at >= ${depuis}))
    ORDER BY p.recue_le DESC LIMIT ${limite}`
