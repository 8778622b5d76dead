import { suspensionsDe } from '#domain/complement/demande-complement'
import type { DossierAConstater } from '#domain/dossier/constat'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { lireDemande } from '#infra/stores/complement/complement'
import type { Prisma } from '#prisma'

/** What the rule of a constat looks at, beside the dossier itself. */
type Lu = Prisma.DossierGetPayload<{ select: { id: true; etat: true; deposeLe: true } }> &
  Pick<DossierAConstater, 'deverrouillages' | 'modifications'>

/** A dossier as the rule of a constat reads it (#domain/dossier/constat). */
export async function aConstater(tx: Tx | Db, { id, deposeLe, ...lu }: Lu): Promise<DossierAConstater> {
  const demandes = await tx.demandeComplement.findMany({ where: { dossierId: id } })
  return { ...lu, deposeLe: deposeLe && fromDate(deposeLe), suspensions: suspensionsDe(demandes.map(lireDemande)) }
}
