import type { Db, Tx } from '#infra/db'

/** What officers keep to be asked for on this dossier and no request asked yet, in the order they found it. `cle` tells a screen which of its lines are kept. */
export const elementsRetenus = (db: Db | Tx, dossierId: string) =>
  db.elementRetenu.findMany({
    where: { dossierId, demandeId: null },
    orderBy: [{ le: 'asc' }, { id: 'asc' }],
    select: { cle: true, code: true, constat: true, aFaire: true, par: true, le: true },
  })
