import type { Acteur } from '#domain/acces/acteur'
import { peutChangerLaListe } from '#domain/seance/seance'
import type { Jour } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { holdSeance, inscriptionDe } from '#infra/stores/seance/seance'

type Otee = { seance: { id: string; jour: Jour }; ligne: { id: string; rang: number; dossierId: string }; le: Date }

/** Takes a line off a list that is held alone; those after it move up. */
export async function oterLigne(tx: Tx, acteur: Acteur, { seance, ligne, le }: Otee): Promise<void> {
  await tx.ligneSeance.delete({ where: { id: ligne.id }, select: { id: true } })
  await tx.ligneSeance.updateMany({
    where: { seanceId: seance.id, rang: { gt: ligne.rang } },
    data: { rang: { decrement: 1 } },
  })
  const detail = { seanceId: seance.id, jour: seance.jour }
  await writeJournal(tx, acteur, { acte: 'retirerDeSeance', objet: 'dossier', objetId: ligne.dossierId, detail, le })
}

/** The séance where a dossier waits for a vote, held before the dossier is: who enters votes or composes the list takes them in that order. */
export async function tenirSaListe(tx: Tx, dossierId: string): Promise<void> {
  const inscription = await inscriptionDe(tx, dossierId)
  if (inscription) await holdSeance(tx, inscription.seanceId, 'SEUL')
}

/** A dossier that is withdrawn is put to no vote: it leaves the list, unless that one is frozen. Called after {@link tenirSaListe}. */
export async function quitterLaListe(
  tx: Tx,
  acteur: Acteur,
  { dossierId, le }: { dossierId: string; le: Date },
): Promise<void> {
  const inscription = await inscriptionDe(tx, dossierId)
  if (!inscription) return
  const seance = await holdSeance(tx, inscription.seanceId, 'SEUL')
  if (!peutChangerLaListe(seance)) return
  const ligne = await tx.ligneSeance.findUniqueOrThrow({
    where: { seanceId_dossierId: { seanceId: seance.id, dossierId } },
    select: { id: true, rang: true, dossierId: true },
  })
  await oterLigne(tx, acteur, { seance, ligne, le })
  await tx.seance.update({ where: { id: seance.id }, data: { version: { increment: 1 } }, select: { id: true } })
}
