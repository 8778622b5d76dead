import type { Tx } from '#infra/db'
import { analyseDePiece } from '#jobs/catalogue'
import { analyseDePieceEnLigne } from '#jobs/demandeur'
import { analyseDeLettreSignee } from '#jobs/lettre-signee'
import { analyseDeFichierDeBilan } from '#jobs/suites'
import { Prisma } from '#prisma'

/** The tables of which each row is one file, with the job that scans it and how that job names the row. */
const TABLES = {
  PIECE: { table: Prisma.sql`piece_version`, job: analyseDePiece.name, cle: 'versionId' },
  PIECE_EN_LIGNE: { table: Prisma.sql`piece_en_ligne`, job: analyseDePieceEnLigne.name, cle: 'pieceId' },
  LETTRE_SIGNEE: { table: Prisma.sql`lettre_signee`, job: analyseDeLettreSignee.name, cle: 'lettreSigneeId' },
  FICHIER_DE_BILAN: { table: Prisma.sql`fichier_de_bilan`, job: analyseDeFichierDeBilan.name, cle: 'fichierId' },
} as const

export type FichierAAnalyser = keyof typeof TABLES

type Bornes = { depuis: Date; veille: Date; limite: number }

/** Those that wait for the antivirus with no promise since `depuis`, nor refused by it since `veille`. */
export function fichiersAAnalyser(
  tx: Tx,
  quoi: FichierAAnalyser,
  { depuis, veille, limite }: Bornes,
): Promise<{ id: string }[]> {
  const { table, job, cle } = TABLES[quoi]
  return tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM ${table} f WHERE f.analyse = 'NON_ANALYSE' AND (f.analyse_le IS NULL OR f.analyse_le < ${veille})
      AND NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${job}
        AND o.payload ->> ${cle} = f.id::text AND (o.published_at IS NULL OR o.published_at >= ${depuis}))
    ORDER BY f.id LIMIT ${limite}`
}
