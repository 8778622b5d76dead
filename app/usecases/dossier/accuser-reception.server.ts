import { lireReglages } from '#domain/campagne/reglages'
import { cleUnique } from '#domain/courriel/courriel'
import { rejetImpliciteLe } from '#domain/dossier/delais'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import type { AnomalieSuivie } from '#domain/portail/suite-ligne'
import { fromDate } from '#domain/temps/jour'
import { courrielDeDepot } from '#emails/courriel-de-depot'
import { writeCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Prisma } from '#prisma'

const SANS_ADRESSE: AnomalieSuivie = {
  colonne: ENTETE_PORTAIL.courriel,
  motif: 'Aucune adresse valide\u00a0: l’accusé de réception n’a pas pu être envoyé.',
  valeur: '',
}

/**
 * Promises the accusé de réception of a deposit, once for the life of the dossier. Without an address to send it to, the dossier says
 * so. Called in the transaction of the import, once the dossier is written.
 */
export async function accuserReception(tx: Tx, dossierId: string, le: Date): Promise<void> {
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    include: { structure: true, campagne: true },
  })
  if (!dossier.deposeLe || !lireReglages(dossier.campagne.reglages, dossier.campagne.dispositif).accuseReception) return
  const deposeLe = fromDate(dossier.deposeLe)
  const courriel = courrielDeDepot(dossier, { deposeLe, rejetImpliciteLe: rejetImpliciteLe(deposeLe) })
  if (courriel) {
    await writeCourriel(tx, { ...courriel, cleUnique: cleUnique('depot', dossierId), dossierId, creeLe: le })
    return
  }
  const anomalies = [...(dossier.anomalies as AnomalieSuivie[]), SANS_ADRESSE] as Prisma.InputJsonArray
  await tx.dossier.update({ where: { id: dossierId }, data: { anomalies }, select: { id: true } })
}
