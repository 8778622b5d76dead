import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { no, ok, type Result } from '#domain/result'
import { longueur } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { estFacileADeviner, hashMotDePasse } from '#infra/mot-de-passe'
import { agentDe } from '#infra/stores/acces/agent'

export type RefusActivation = 'LIEN_INCONNU' | 'MOT_DE_PASSE_TROP_COURT' | 'MOT_DE_PASSE_TROP_COURANT'

/** The person of a link chooses a password. The link serves once and for seven days; who had signed in with the password before is out. */
export async function activerCompte(
  { db, now }: Deps,
  { jeton, motDePasse }: { jeton: string; motDePasse: string },
): Promise<Result<{ agentId: string }, RefusActivation>> {
  if (longueur(motDePasse) < LONGUEUR_MOT_DE_PASSE) return no('MOT_DE_PASSE_TROP_COURT')
  const activation = hashJeton(jeton)
  const known = await db.agent.findUnique({
    where: { activation },
    select: { prenom: true, nom: true, courriel: true },
  })
  if (!known) return no('LIEN_INCONNU')
  const connu = [known.prenom, known.nom, ...known.courriel.split(/[@.]/)]
  if (await estFacileADeviner(motDePasse, connu)) return no('MOT_DE_PASSE_TROP_COURANT')
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
