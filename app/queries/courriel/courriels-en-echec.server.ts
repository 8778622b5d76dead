import { CAUSES_ECHEC, type CauseEchec } from '#domain/courriel/echec-envoi'
import { causeLue } from '#libelles/courriel/echec-envoi'
import type { Db } from '#infra/db'

/** Mails of one cause that a page shows; all of them are sent again by the cause. */
const LIGNES = 50

export type CourrielEnEchec = {
  id: string
  version: number
  sujet: string
  destinataire: string
  destinataireNom: string
  erreur: string | null
  echecLe: Date | null
}

export type GroupeEnEchec = { cause: CauseEchec; nombre: number; lignes: CourrielEnEchec[] }

/** The mails that failed, heaped by cause, the newest failures of each first. */
export async function courrielsEnEchec(db: Db): Promise<GroupeEnEchec[]> {
  const comptes = await db.courriel.groupBy({ by: ['cause'], where: { etat: 'ECHEC' }, _count: { _all: true } })
  const groupes = await Promise.all(
    comptes.map(async ({ cause, _count }) => ({
      cause: causeLue(cause),
      nombre: _count._all,
      lignes: await db.courriel.findMany({
        where: { etat: 'ECHEC', cause },
        orderBy: [{ echecLe: 'desc' }, { id: 'asc' }],
        take: LIGNES,
        select: {
          ...{ id: true, version: true, sujet: true, destinataire: true, destinataireNom: true },
          ...{ erreur: true, echecLe: true },
        },
      }),
    })),
  )
  return groupes.sort((a, b) => CAUSES_ECHEC.indexOf(a.cause) - CAUSES_ECHEC.indexOf(b.cause))
}
