import { avecGenre } from '#infra/stores/dossier/structure'
import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import type { AnomalieSuivie } from '#domain/portail/suite-ligne'
import { courrielDeDepot, reglagesDe } from '#emails/courriel-de-dossier'
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
  const dossier = avecGenre(
    await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { structure: true, campagne: true } }),
  )
  const { deposeLe } = dossier
  if (!deposeLe || !reglagesDe(dossier).accuseReception) return
  const courriel = courrielDeDepot({ ...dossier, deposeLe })
  if (courriel) {
    await writeCourriel(tx, SYSTEME, { ...courriel, cleUnique: cleUnique('depot', dossierId), dossierId, creeLe: le })
    return
  }
  const anomalies = [...(dossier.anomalies as AnomalieSuivie[]), SANS_ADRESSE] as Prisma.InputJsonArray
  await tx.dossier.update({ where: { id: dossierId }, data: { anomalies }, select: { id: true } })
}
