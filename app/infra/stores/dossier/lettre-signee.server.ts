import type { Db, Tx } from '#infra/db'
import { analyseDeLettreSignee } from '#jobs/lettre-signee'

/** The signed letter that stands for a decision; null where none does. */
export const lettreSigneeDe = (db: Db | Tx, decisionId: string) =>
  db.lettreSignee.findFirst({
    where: { decisionId, retireeLe: null },
    select: {
      ...{ id: true, nomFichier: true, cle: true, taille: true, sha256: true, sha256Dessinee: true },
      ...{ deposeeLe: true, analyse: true, par: { select: { prenom: true, nom: true } } },
    },
  })

/** Those that wait for the antivirus with no promise since `depuis`, nor refused by it since `veille`. */
export const lettresAAnalyser = (
  tx: Tx,
  { depuis, veille, limite }: { depuis: Date; veille: Date; limite: number },
): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM lettre_signee l WHERE l.analyse = 'NON_ANALYSE' AND (analyse_le IS NULL OR analyse_le < ${veille})
      AND NOT EXISTS (SELECT 1 FROM outbox_job o WHERE o.name = ${analyseDeLettreSignee.name}
        AND o.payload ->> 'lettreSigneeId' = l.id::text AND (o.published_at IS NULL OR o.published_at >= ${depuis}))
    ORDER BY id LIMIT ${limite}`
