import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { hashMotDePasse, type RefusMotDePasse, refusDuMotDePasse } from '#infra/mot-de-passe'
import { agentDe } from '#infra/stores/acces/agent'

export type RefusActivation = RefusMotDePasse | 'LIEN_INCONNU'

/** The person of a link chooses a password. The link serves once and for seven days; who had signed in with the password before is out. */
export async function activerCompte(
  { db, now }: Deps,
  { jeton, motDePasse }: { jeton: string; motDePasse: string },
): Promise<Result<{ agentId: string }, RefusActivation>> {
  const activation = hashJeton(jeton)
  const connu = await db.agent.findUnique({
    where: { activation },
    select: { prenom: true, nom: true, courriel: true },
  })
  if (!connu) return no('LIEN_INCONNU')
  const refus = await refusDuMotDePasse(motDePasse, connu)
  if (refus) return no(refus)
  const hash = await hashMotDePasse(motDePasse)

  return db.$transaction(async (tx) => {
    const le = now()
    const [agent] = await tx.agent.updateManyAndReturn({
      where: { activation, activationExpireLe: { gt: le }, actif: true },
      data: { motDePasse: hash, activation: null, activationExpireLe: null, version: { increment: 1 } },
    })
    if (!agent) return no('LIEN_INCONNU')
    await tx.sessionAgent.deleteMany({ where: { agentId: agent.id } })
    await writeJournal(tx, agentDe(agent), { acte: 'activerAgent', objet: 'agent', objetId: agent.id, le })
    return ok({ agentId: agent.id })
  })
}
