import { type CauseSuspension, estCauseEchec, estSuspension } from '#domain/courriel/echec-envoi'
import { type Db, lire } from '#infra/db'
import { Prisma } from '#prisma'

type Ligne = {
  version: number
  depuis: Date | null
  cause: string | null
  reponse: string
  prochainEssaiLe: Date | null
  enAttente: number
}

/** Since when and why nothing leaves, the server's words, how many mails wait, and when the next try comes. */
export type EnvoisSuspendus = {
  version: number
  depuis: Date
  cause: CauseSuspension
  reponse: string
  prochainEssaiLe: Date
  enAttente: number
}

/** What is to be known of the sending as a whole; null while mails leave. The mails that wait are counted only while they do. */
export async function envoisSuspendus(db: Db): Promise<EnvoisSuspendus | null> {
  const [ligne] = await lire<Ligne>(
    db,
    Prisma.sql`SELECT version, suspendue_depuis AS depuis, cause, reponse, prochain_essai_le AS "prochainEssaiLe",
      CASE WHEN suspendue_depuis IS NULL THEN 0 ELSE (
        SELECT count(*)::int FROM courriel WHERE etat = 'A_ENVOYER' AND attend_depuis IS NOT NULL) END AS "enAttente"
      FROM expedition WHERE id = 1`,
  )
  if (!ligne) return null
  const { depuis, cause, prochainEssaiLe, ...reste } = ligne
  if (!depuis || !prochainEssaiLe || !estCauseEchec(cause) || !estSuspension(cause)) return null
  return { ...reste, depuis, cause, prochainEssaiLe }
}
