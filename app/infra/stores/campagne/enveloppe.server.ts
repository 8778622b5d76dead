import { lireReglages } from '#domain/campagne/reglages'
import type { DossierADecider } from '#domain/dossier/decision'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { DossierCharge } from '#infra/stores/dossier/dossier'
import { recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { situationDuDossier } from '#infra/stores/dossier/situation'
import { inscriptionDe } from '#infra/stores/seance/seance'

/**
 * Decisions of one campagne follow each other, so that two of them never spend the same euros. The lock lets a dossier be put under the campagne
 * meanwhile: an import or a change of campagne that waited for it would hold counts that the decision waits for.
 */
export async function lockEnveloppe(tx: Tx, dossierId: string) {
  await tx.$queryRaw`SELECT c.id FROM campagne c JOIN dossier d ON d.campagne_id = c.id WHERE d.id = ${dossierId}::uuid FOR NO KEY UPDATE OF c`
}

/** What the campagne may still engage, in cents; null when its enveloppe was not set (0). */
export async function resteEnveloppe(tx: Tx, { id, enveloppeCents }: { id: string; enveloppeCents: bigint }) {
  if (enveloppeCents === 0n) return null
  const { _sum } = await tx.dossier.aggregate({ where: { campagneId: id }, _sum: { montantAccordeCents: true } })
  return enveloppeCents - (_sum.montantAccordeCents ?? 0n)
}

/** The dossier as the rule of decisions looks at it: what blocks it, with the ceiling and the enveloppe of its campagne. */
export const aDecider = async (
  tx: Tx,
  dossier: Pick<
    DossierCharge,
    'id' | 'etat' | 'montantDemandeCents' | 'campagne' | 'voteRouvertLe' | 'deliberationRouverte'
  >,
  now: Date,
): Promise<DossierADecider> => {
  const { etat, montantDemandeCents, campagne, voteRouvertLe, deliberationRouverte: reference } = dossier
  const { bloquants, completude } = await situationDuDossier(tx, dossier, now)
  return {
    etat,
    montantDemandeCents,
    bloquants,
    completude,
    signalements: (await recevabiliteDe(tx, dossier.id)).signalements,
    montantMaxCents: lireReglages(campagne.reglages, campagne.dispositif).montantMaxCents,
    resteEnveloppeCents: await resteEnveloppe(tx, campagne),
    inscription: await inscriptionDe(tx, dossier.id),
    voteRouvert: voteRouvertLe && reference !== null ? { reference, rouvertLe: jourDeParis(voteRouvertLe) } : null,
  }
}
