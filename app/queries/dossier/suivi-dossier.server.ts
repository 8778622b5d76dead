import { hasDroit, ROLES } from '#domain/acces/droits'
import type { Db } from '#infra/db'

const QUI_INSTRUISENT = ROLES.filter((role) => hasDroit({ role }, 'dossier.instruire'))

/** Who may be given dossiers, by name. */
export const quiPeutSuivre = (db: Db) =>
  db.agent.findMany({
    where: { actif: true, role: { in: QUI_INSTRUISENT } },
    orderBy: [{ nom: 'asc' }, { prenom: 'asc' }],
    select: { id: true, prenom: true, nom: true },
  })
