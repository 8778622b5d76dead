import { randomUUID } from 'node:crypto'
import type { Agent, Role } from '#domain/acces/droits'
import { writeCourriel, type CourrielAEcrire } from '#infra/courriels'
import type { Db } from '#infra/db'

/** A courriel to send, with its promise; true in every column. */
export const unCourriel = (db: Db, change: Partial<CourrielAEcrire> = {}): Promise<{ id: string }> =>
  db.$transaction((tx) =>
    writeCourriel(tx, {
      cleUnique: `essai/${randomUUID()}`,
      modele: 'decision_favorable',
      destinataire: 'mairie@exemple.test',
      destinataireNom: 'Mairie d’Exemple',
      sujet: 'Votre demande de subvention',
      texte: 'Votre demande est accordée.',
      html: '<p>Votre demande est accordée.</p>',
      ...change,
    }),
  )

/** An agent of this role, in the database. */
export async function unAgentEnBase(db: Db, role: Role): Promise<Agent> {
  const agent = { id: randomUUID(), prenom: 'Camille', nom: 'Essai', courriel: `${randomUUID()}@exemple.test`, role }
  await db.agent.create({ data: agent })
  return agent
}
