import type { Systeme } from '#domain/acces/acteur'
import { DUREE_LIEN_MS, type RefusCreation } from '#domain/acces/compte'
import { type Agent, requireDroit, type Role } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { parseCourriel } from '#domain/structure/coordonnees'
import { nettoyer } from '#domain/texte'
import type { Deps } from '#infra/deps'
import { hashJeton, newJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'

export type AgentACreer = { courriel: string; nom: string; prenom: string; role: Role }

/**
 * Opens an account without a password. The `jeton` of the activation link is given once and kept as a hash. Of the
 * system (the command line, which whoever holds the machine can run) no right is asked.
 */
export async function creerAgent(
  { db, now }: Deps,
  acteur: Agent | Systeme,
  voulu: AgentACreer,
): Promise<Result<{ id: string; jeton: string }, RefusCreation>> {
  if (acteur.type === 'AGENT') requireDroit(acteur, 'agents.gerer')
  const courriel = parseCourriel(voulu.courriel)
  const [nom, prenom] = [nettoyer(voulu.nom), nettoyer(voulu.prenom)]
  if (!courriel.ok) return no('COURRIEL_INVALIDE')
  if (!nom || !prenom) return no('NOM_MANQUANT')
  const adresse = courriel.value.toLowerCase()

  const jeton = newJeton()
  return db.$transaction(async (tx) => {
    const [{ count }] = [
      await tx.agent.createMany({
        data: {
          courriel: adresse,
          nom,
          prenom,
          role: voulu.role,
          activation: hashJeton(jeton),
          activationExpireLe: new Date(now().getTime() + DUREE_LIEN_MS),
        },
        skipDuplicates: true,
      }),
    ]
    if (count === 0) return no('COURRIEL_DEJA_PRIS')
    const { id } = await tx.agent.findUniqueOrThrow({ where: { courriel: adresse }, select: { id: true } })
    await writeJournal(tx, acteur, {
      acte: 'creerAgent',
      objet: 'agent',
      objetId: id,
      detail: { courriel: adresse, role: voulu.role },
      le: now(),
    })
    return ok({ id, jeton })
  })
}
