import type { Agent } from '#domain/acces/droits'
import type { Tx } from '#infra/db'

type Copie = { de: string; vers: string; le: Date }

/** Gives a campagne the ready words that another offers, as its own: what becomes of one changes nothing of the other. */
export async function copierTextesTypes(tx: Tx, agent: Agent, { de, vers, le }: Copie) {
  const textes = await tx.texteType.findMany({
    where: { campagneId: de, retireLe: null },
    select: { usage: true, nom: true, corps: true },
  })
  const par = { agentId: agent.id, agent: `${agent.prenom} ${agent.nom}` }
  for (const texte of textes)
    await tx.texteType.create({
      data: {
        ...texte,
        ...{ campagneId: vers, creeLe: le },
        versions: { create: { numero: 1, nom: texte.nom, corps: texte.corps, ...par, creeLe: le } },
      },
      select: { id: true },
    })
}
