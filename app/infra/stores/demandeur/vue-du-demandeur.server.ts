import { aUneVueDuDemandeur, debutDeVue } from '#domain/demandeur/vue-du-demandeur'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

/** A dossier that can be looked at as its structure does. Throws NotFound for any other. */
export async function dossierAVoir(db: Db | Tx, dossierId: string) {
  const dossier = await db.dossier.findFirst({
    where: { id: dossierId, disparuLe: null },
    select: { id: true, numero: true, objet: true, origine: true },
  })
  if (!dossier || !aUneVueDuDemandeur(dossier)) throw new NotFound('dossier', dossierId)
  return dossier
}

/** This officer opened it, and what they opened is not over. */
export async function vueOuverte(
  db: Db | Tx,
  { agentId, objet, id, now }: { agentId: string; objet: 'dossier' | 'demande-en-ligne'; id: string; now: Date },
): Promise<boolean> {
  const ouvertures = await db.entreeJournal.count({
    where: {
      ...{ acte: 'voirCommeLeDemandeur', objet, objetId: id, acteurId: agentId },
      le: { gt: debutDeVue(now) },
    },
  })
  return ouvertures > 0
}
