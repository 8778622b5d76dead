import type { CauseDUnEssai } from '#domain/courriel/echec-envoi'
import { type Autour, domaineDe, empreinteDuRefus } from '#domain/courriel/suspension'
import type { Tx } from '#infra/db'
import { Prisma } from '#prisma'

/** Failures older than this, in ms, say nothing of the server as it is now. */
const MEMOIRE = 60 * 60_000

type Echoue = {
  id: string
  etat: 'A_ENVOYER' | 'ECHEC'
  cause: string | null
  erreur: string
  destinataire: string
}

type Essai = {
  courriel: { id: string; destinataire: string; cause: string | null; echecLe: Date | null; prisLe: Date | null }
  cause: CauseDUnEssai
  reponse: string
  le: Date
}

/** What the mails around one that failed say of the server, and those among them that failed for good in the same words. */
export async function regarderAutour(
  tx: Tx,
  { courriel, cause, reponse, le }: Essai,
): Promise<Pick<Autour, 'autresPassees' | 'reports' | 'domaines' | 'reprisDepuis'> & { pareils: string[] }> {
  // When it was tried: one that was on its way before the fault, and is taken after it, says nothing.
  const [dernier] = await tx.$queryRaw<{ le: Date | null }[]>`
    SELECT max(essaye_le) AS le FROM courriel WHERE etat = 'ENVOYE'`
  const dernierEnvoi = dernier?.le ?? new Date(0)
  const depuis = new Date(Math.max(dernierEnvoi.getTime(), le.getTime() - MEMOIRE))
  const echoues = await tx.$queryRaw<Echoue[]>(
    Prisma.sql`SELECT id, etat::text AS etat, cause, coalesce(erreur, '') AS erreur, destinataire FROM courriel
      WHERE etat IN ('A_ENVOYER', 'ECHEC') AND echec_le > ${depuis} AND id <> ${courriel.id}::uuid AND cause = ${cause}
      ORDER BY echec_le DESC LIMIT 200`,
  )
  const empreinte = empreinteDuRefus(reponse, courriel.destinataire)
  const memes = echoues.filter(({ erreur, destinataire }) => empreinteDuRefus(erreur, destinataire) === empreinte)
  const reprises = courriel.prisLe
    ? await tx.entreeJournal.count({ where: { acte: 'reprendreEnvois', le: { gte: courriel.prisLe, lte: le } } })
    : 0
  return {
    reprisDepuis: reprises > 0,
    autresPassees: courriel.cause === cause && courriel.echecLe !== null && dernierEnvoi > courriel.echecLe,
    reports: echoues.length + 1,
    domaines: new Set([courriel, ...memes].map(({ destinataire }) => domaineDe(destinataire))).size,
    pareils: memes.filter(({ etat }) => etat === 'ECHEC').map(({ id }) => id),
  }
}
