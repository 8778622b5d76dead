import type { Cible } from '#infra/stores/portail/cible'
import type { Db } from '#infra/db'

/** A dossier or a draft of the campagnes of a listing that the listing does not hold. */
export type Absent = { id: string; numero: string | null }

/**
 * What a whole listing lacks, among the dossiers held of its campagnes on the day it was delivered, and how many of those there are. One that came
 * after the delivery is not missing from it, nor one deposited on the extranet: a lot may be read, or resumed, after a later one.
 */
export async function trouverAbsents(
  db: Db,
  { numeros, cles, campagneIds }: Cible,
  livreLe: Date,
): Promise<{ absents: Absent[]; connus: number }> {
  const [lus, clesLues] = [new Set(numeros), new Set(cles)]
  const connus = await db.dossier.findMany({
    where: { campagneId: { in: campagneIds }, origine: 'PORTAIL', disparuLe: null, creeLe: { lte: livreLe } },
    select: { id: true, numero: true, cleBrouillon: true },
    orderBy: { id: 'asc' },
  })
  const absents = connus.filter(({ numero, cleBrouillon }) =>
    numero ? !lus.has(numero) : !clesLues.has(cleBrouillon ?? ''),
  )
  return { absents: absents.map(({ id, numero }) => ({ id, numero })), connus: connus.length }
}
