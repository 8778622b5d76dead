import { rolesAyant } from '#domain/acces/droits'
import type { Db } from '#infra/db'

/** Who may be given dossiers, by name. */
export const quiPeutSuivre = (db: Db) =>
  db.agent.findMany({
    where: { actif: true, role: { in: rolesAyant('dossier.instruire') } },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, prenom: true, nom: true },
  })
