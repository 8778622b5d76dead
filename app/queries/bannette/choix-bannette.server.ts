import { ROLES, hasDroit } from '#domain/acces/droits'
import type { Db } from '#infra/db'

/** What the menus of a bannette offer: the campagnes, the newest first, and who may follow a dossier. */
export async function choixBannette(db: Db) {
  const [campagnes, agents] = await Promise.all([
    db.campagne.findMany({ orderBy: [{ annee: 'desc' }, { code: 'asc' }], select: { code: true, libelle: true } }),
    db.agent.findMany({
      where: { actif: true, role: { in: ROLES.filter((role) => hasDroit({ role }, 'dossier.instruire')) } },
      orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
      select: { id: true, prenom: true, nom: true },
    }),
  ])
  return { campagnes, agents: agents.map(({ id, prenom, nom }) => ({ id, nom: `${prenom} ${nom}` })) }
}
