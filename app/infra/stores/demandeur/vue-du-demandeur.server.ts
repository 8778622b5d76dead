import { aUneVueDuDemandeur, debutDeVue, pageOuverte, type PageVue } from '#domain/demandeur/vue-du-demandeur'
import type { Db, Tx } from '#infra/db'
import { NotFound } from '#infra/errors'

/** A dossier that can be looked at as its structure does. Throws NotFound for any other. */
export async function dossierAVoir(db: Db | Tx, dossierId: string) {
  const dossier = await db.dossier.findFirst({
    where: { id: dossierId, disparuLe: null },
    select: {
      ...{ id: true, numero: true, objet: true, origine: true },
      structure: { select: { id: true, nom: true } },
      recapitulatif: { select: { dossierId: true } },
    },
  })
  if (!dossier || !aUneVueDuDemandeur(dossier)) throw new NotFound('dossier', dossierId)
  return dossier
}

type Ouverture = { agentId: string; objet: 'dossier' | 'demande-en-ligne'; id: string; page: PageVue; now: Date }

/** This officer opened this page of it, and what they opened is not over. */
export async function vueOuverte(db: Db | Tx, { agentId, objet, id, page, now }: Ouverture): Promise<boolean> {
  const ouvertures = await db.entreeJournal.findMany({
    where: {
      ...{ acte: 'voirCommeLeDemandeur', objet, objetId: id, acteurId: agentId },
      le: { gt: debutDeVue(now) },
    },
    select: { detail: true },
  })
  return ouvertures.some(({ detail }) => pageOuverte(detail) === page)
}
