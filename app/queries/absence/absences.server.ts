import { type Agent, hasDroit, rolesAyant } from '#domain/acces/droits'
import { type Jour, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { absencesAVenir, absentsDuJour, remplacesPar } from '#infra/stores/absence/absence'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { filtresDossiers } from '#queries/dossier/filtres-dossiers'

/** Who may be given dossiers, by name; those who are away today say until when, and whom to see. */
export async function quiPeutSuivre(db: Db, now: Date) {
  const [agents, absents] = await Promise.all([
    db.agent.findMany({
      where: { actif: true, role: { in: rolesAyant('dossier.instruire') } },
      orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
      select: { id: true, prenom: true, nom: true },
    }),
    absentsDuJour(db, jourDeParis(now)),
  ])
  return agents.map((agent) => ({ ...agent, absence: absents.get(agent.id) ?? null }))
}

/** Who is away today, by id: until when, and whom to see. */
export const quiEstAbsent = async (db: Db, now: Date): Promise<Record<string, { au: Jour; remplacant: string }>> =>
  Object.fromEntries(await absentsDuJour(db, jourDeParis(now)))

/**
 * Those for whom this officer stands in today, until when they are away, and how much of theirs is to do: each figure is the count of the bannette it
 * leads to.
 */
export async function remplacementsDe(db: Db, { moi, now }: { moi: string; now: Date }) {
  const jour = jourDeParis(now)
  const siens = await remplacesPar(db, moi, jour)
  if (siens.length === 0) return []
  const absents = await absentsDuJour(db, jour)
  return Promise.all(
    siens.map(async ({ agentId, nom, fiches }) => {
      const { compteurs } = await compteursDossiers(db, filtresDossiers({ agent: agentId }), { moi, now })
      return { agentId, nom, au: absents.get(agentId)?.au ?? jour, dossiers: compteurs['a-faire'], fiches }
    }),
  )
}

/** What was said of the officers and is not over, whom the one who looks may say it of, and who may stand in. */
export async function pageAbsences(db: Db, agent: Agent, now: Date) {
  const [absences, agents] = await Promise.all([absencesAVenir(db, jourDeParis(now)), quiPeutSuivre(db, now)])
  const pourAutre = hasDroit(agent, 'absence.direPourAutre')
  return {
    absences: absences.map((une) => ({ ...une, peut: pourAutre || une.agentId === agent.id })),
    agents,
    absentables: agents.filter(({ id }) => pourAutre || id === agent.id),
  }
}
