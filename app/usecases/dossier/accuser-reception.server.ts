import { aEcrire } from '#infra/stores/dossier/lieu'
import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import type { AnomalieSuivie } from '#domain/portail/suite-ligne'
import { courrielDeDepot, reglagesDe } from '#emails/courriel-de-dossier'
import { type CourrielAPromettre, promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'

const SANS_ADRESSE: AnomalieSuivie = {
  colonne: ENTETE_PORTAIL.courriel,
  motif: 'Aucune adresse valide\u00a0: l’accusé de réception n’a pas pu être envoyé.',
  valeur: '',
}

/**
 * Promises the accusé de réception of a deposit, once for the life of the dossier, where the campagne says that the MCEI sends it, and for what was
 * deposited on the extranet, which no portal answers. Without
 * an address to send it to, the dossier says so; held for another reason, its journal does. Called in the transaction of the deposit, once
 * the dossier is written.
 */
export async function accuserReception(tx: Tx, dossierId: string, le: Date): Promise<void> {
  const dossier = await aAccuser(tx, dossierId)
  const accuse = accuseDe(dossier, le)
  if (!accuse) return
  const { retenu } = await promettreCourriel(tx, SYSTEME, accuse)
  await suivreAccuse(tx, dossier, { retenu, le })
}

/** A dossier as its accusé tells it. */
export type DossierAAccuser = Awaited<ReturnType<typeof aAccuser>>

const aAccuser = async (tx: Tx, dossierId: string) =>
  aEcrire(
    await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { structure: true, campagne: true } }),
  )

/** The accusé of this dossier; null where none is to be sent. */
export function accuseDe(dossier: DossierAAccuser, le: Date): CourrielAPromettre | null {
  const { id: dossierId, deposeLe, origine } = dossier
  if (!deposeLe || !(origine === 'EXTRANET' || reglagesDe(dossier).accuseReception)) return null
  return {
    cleUnique: cleUnique('depot', dossierId),
    mots: courrielDeDepot({ ...dossier, deposeLe }, { now: le, redacteur: null }),
    sujet: { dossierId },
    faitLe: deposeLe,
    creeLe: le,
    partirLe: null,
    reponse: {},
  }
}

/** What becomes of a dossier whose accusé does not leave. */
export async function suivreAccuse(
  tx: Tx,
  dossier: Pick<DossierAAccuser, 'id' | 'anomalies'>,
  { retenu, le }: { retenu: MotifRetenue | null; le: Date },
): Promise<void> {
  const { id: dossierId } = dossier
  if (retenu === 'SANS_ADRESSE') {
    const anomalies = [...(dossier.anomalies as AnomalieSuivie[]), SANS_ADRESSE] as Prisma.InputJsonArray
    await tx.dossier.update({ where: { id: dossierId }, data: { anomalies }, select: { id: true } })
  } else if (retenu) {
    const detail = { silence: retenu }
    await writeJournal(tx, SYSTEME, { acte: 'retenirAccuse', objet: 'dossier', objetId: dossierId, detail, le })
  }
}
