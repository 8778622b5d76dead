import { ETAPES } from '#domain/demande-en-ligne/etapes'
import { PRESENCE_MS, type PresentSurDemande } from '#domain/demande-en-ligne/presence'
import type { Db, Tx } from '#infra/db'

type Vue = { id: string; structureId: string; demandeurId: string; now: Date }

/** Who else has this demande before their eyes at this instant, among those who may fill it in. Asked by who is of its structure. */
export async function autresPresents(
  db: Db | Tx,
  { id, structureId, demandeurId, now }: Vue,
): Promise<PresentSurDemande[]> {
  const lus = await db.presenceSurDemande.findMany({
    where: {
      ...{
        demandeEnLigneId: id,
        demandeurId: { not: demandeurId },
        vuLe: { gte: new Date(now.getTime() - PRESENCE_MS) },
      },
      demandeur: { actif: true, membreDe: { some: { structureId, role: { not: 'LECTEUR' } } } },
    },
    select: { etape: true, demandeur: { select: { prenom: true, nom: true } } },
    orderBy: { demandeurId: 'asc' },
  })
  return lus.flatMap(({ etape, demandeur: { prenom, nom } }) =>
    ETAPES.filter((une) => une === etape).map((une) => ({ nom: `${prenom} ${nom}`, etape: une })),
  )
}
