import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { reglageProConnect } from '#infra/proconnect/reglage'

/** Whether the extranet offers to be signed in by ProConnect. */
export const proConnectOffert = (): boolean => reglageProConnect() !== null

/** Throws NotFound where the extranet offers no ProConnect: its pages are not there. */
export function exigerProConnect(): { issuer: string } {
  const reglage = reglageProConnect()
  if (!reglage) throw new NotFound('fournisseur', 'proconnect')
  return { issuer: reglage.issuer }
}

/** The link of this demandeur's account to ProConnect; null while there is none. Throws NotFound where the extranet offers none. */
export async function pageProConnect(db: Db, { id: demandeurId }: Demandeur) {
  const { issuer } = exigerProConnect()
  const lien = await db.identiteProConnect.findUnique({
    where: { demandeurId_issuer: { demandeurId, issuer } },
    select: { courriel: true, relieeLe: true },
  })
  return { lien }
}
