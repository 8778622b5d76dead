import { lireReglages } from '#domain/campagne/reglages'
import { type BilanDepense, bilanDuLe } from '#domain/suite-accord/bilan-de-projet'
import { fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import type { DossierCharge } from '#infra/stores/dossier/dossier'

/** A grant obliges to a bilan (docs/domaine.md § 7.6): its last day is that of its mail, kept as the règlement says it today. */
export async function attendreBilan(
  tx: Tx,
  dossier: DossierCharge,
  { decisionId, le }: { decisionId: string; le: Date },
) {
  const projetFin = dossier.projetFin && fromDate(dossier.projetFin)
  const { bilanDuJours } = lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif)
  const duLe = toDate(bilanDuLe(projetFin, jourDeParis(le), bilanDuJours))
  await tx.bilanDeProjet.create({
    data: { dossierId: dossier.id, decisionId, duLe, prevenir: true },
    select: { id: true },
  })
}

/** The bilan that a dossier owes, with what was spent by it; null where it owes none. */
export async function bilanDe(tx: Tx | Db, dossierId: string): Promise<BilanDepense | null> {
  const lu = await tx.bilanDeProjet.findUnique({ where: { dossierId } })
  if (!lu) return null
  const { duLe, recuLe, verdict, depenseCents } = lu
  return { duLe: fromDate(duLe), recuLe: recuLe && fromDate(recuLe), verdict, depenseCents }
}
