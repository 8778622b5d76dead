import type { Agent } from '#domain/acces/droits'
import type { Deps } from '#infra/deps'
import { loadLot } from '#infra/stores/lot-actes/lot-actes'
import { essayerLigne } from '#usecases/lot-actes/essayer-ligne'

/**
 * The very mail that a lot would send about one dossier: that of this number, else the first that has one. Null where none leaves. The act is
 * done to know it, and taken back. Throws NotFound.
 */
export async function apercuDeLigne(
  deps: Deps,
  agent: Agent,
  { lotId, numero }: { lotId: string; numero: string | null },
) {
  const lot = await loadLot(deps.db, agent, lotId)
  if (lot.lanceLe) return null
  const ligne = await deps.db.lotActesLigne.findFirst({
    where: {
      lotId,
      etat: 'PRETE',
      ...(numero ? { dossier: { numero } } : { OR: [{ courriels: { gt: 0 } }, { retenus: { gt: 0 } }] }),
    },
    orderBy: { rang: 'asc' },
    select: { dossierId: true, saisie: true, dossier: { select: { numero: true } } },
  })
  if (!ligne) return null
  const { dossierId, saisie, dossier } = ligne
  const essai = await essayerLigne(deps, { ...lot, par: agent }, { dossierId, saisie }, (tx, le) =>
    tx.courriel.findFirst({
      where: { dossierId, acteurId: agent.id, creeLe: le },
      select: { sujet: true, texte: true, html: true, destinataire: true, destinataireNom: true },
    }),
  )
  return essai?.vu ? { numero: dossier.numero ?? '', courriel: essai.vu } : null
}
