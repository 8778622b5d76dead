import type { Demandeur } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { structuresARepresenter } from '#infra/stores/demandeur/proconnect'
import { reglageProConnect } from '#infra/proconnect/reglage'

/** Whether the extranet offers to be signed in by ProConnect. */
export const proConnectOffert = (): boolean => reglageProConnect() !== null

/** Throws NotFound where the extranet offers no ProConnect: its pages are not there. */
export function exigerProConnect(): { issuer: string } {
  const reglage = reglageProConnect()
  if (!reglage) throw new NotFound('fournisseur', 'proconnect')
  return { issuer: reglage.issuer }
}

/** The link of this demandeur's account to ProConnect, null while there is none; what they may prove by it, and when they did. Throws NotFound where the extranet offers none. */
export async function pageProConnect(db: Db, demandeur: Demandeur) {
  const { id: demandeurId } = demandeur
  const { issuer } = exigerProConnect()
  const lien = await db.identiteProConnect.findUnique({
    where: { demandeurId_issuer: { demandeurId, issuer } },
    select: { courriel: true, relieeLe: true },
  })
  const preuves = await db.preuveDeRepresentant.findMany({ where: { demandeurId } })
  const structures = (await structuresARepresenter(db, demandeur)).map((une) => ({
    ...une,
    prouveeLe: preuves.find(({ siret }) => siret === une.siret)?.prouveeLe ?? null,
  }))
  return { lien, structures }
}
