import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { limiteConnexion } from '#infra/limite-connexion'
import { verifyMotDePasse } from '#infra/mot-de-passe'
import { agentDe } from '#infra/stores/acces/agent'

export type Motif = 'IDENTIFIANTS_INCONNUS' | 'TROP_D_ESSAIS'

/**
 * Checks an address and a password. An unknown address, a wrong password and a closed account get the same answer, in
 * the same time. `detail` of TROP_D_ESSAIS is the minutes to wait.
 */
export async function seConnecter(
  { db, now }: Deps,
  { courriel, motDePasse, ip }: { courriel: string; motDePasse: string; ip: string },
): Promise<Result<{ agentId: string }, Motif>> {
  const limite = limiteConnexion(db)
  const adresse = courriel.trim().toLowerCase()
  const attente = await limite.take(adresse, ip)
  if (attente > 0) return no('TROP_D_ESSAIS', String(Math.ceil(attente / 60)))

  const agent = await db.agent.findUnique({ where: { courriel: adresse } })
  const reconnu = await verifyMotDePasse(agent?.motDePasse, motDePasse)
  if (!agent?.actif || !reconnu) return no('IDENTIFIANTS_INCONNUS')

  await limite.forget(adresse, ip)
  await db.$transaction((tx) =>
    writeJournal(tx, agentDe(agent), { acte: 'seConnecter', objet: 'agent', objetId: agent.id, le: now() }),
  )
  return ok({ agentId: agent.id })
}
