import { estNumero } from '#domain/dossier/numero'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The dossier an address names: by its number, or by its id for a draft, which the portal has not numbered yet. Anything else
 * never reaches the database. Throws NotFound.
 */
export async function dossierDeLAdresse(db: Db, param: string | undefined): Promise<{ id: string; adresse: string }> {
  const nom = String(param).slice(0, 60)
  const where = estNumero(nom) ? { numero: nom } : UUID.test(nom) ? { id: nom, numero: null } : null
  const dossier = where && (await db.dossier.findFirst({ where, select: { id: true } }))
  if (!dossier) throw new NotFound('dossier', nom)
  return { id: dossier.id, adresse: `/dossiers/${nom}` }
}
