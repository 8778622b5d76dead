import { SYSTEME } from '#domain/acces/acteur'
import { accuseLAdresse, causeDeNonRemise } from '#domain/courriel-recu/avis-de-remise'
import { sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { cleDAdresse, type CourrielRendu, ISSUE_INCONNUE } from '#infra/stores/courriel/retour'
import { phraseDeNonRemise, phraseDeRetard } from '#libelles/courriel-recu/avis-de-remise'
import { PARTI } from '#usecases/courriel/declarer-courriel-envoye'

/**
 * Writes what a report proved to be about one of our mails says of it. Given back: it is NON_REMIS with the reason, and its address is marked
 * when it is the address's fault, so that the gate holds what follows. Late: that is mentioned. Delivered or passed on: nothing is wrong. Of a
 * mail whose end nobody knew, whatever it says tells that it left. Told twice, it writes once.
 */
export async function constaterRemise(tx: Tx, { courriel, remise }: CourrielRendu, le: Date): Promise<void> {
  await constaterDepart(tx, courriel, le)
  switch (remise.action) {
    case 'failed':
      return constaterNonRemise(tx, { courriel, remise }, le)
    case 'delayed':
      return constaterRetard(tx, { courriel, remise }, le)
    case 'delivered':
    case 'relayed':
    case 'expanded':
      await tx.courriel.updateMany({
        where: { id: courriel.id, etat: 'ENVOYE', mentionRetour: { not: null } },
        data: { mentionRetour: null, version: { increment: 1 } },
      })
  }
}

async function constaterDepart(tx: Tx, { id }: CourrielRendu['courriel'], le: Date) {
  const inconnu = await tx.courriel.findFirst({ where: { id, ...ISSUE_INCONNUE }, select: { transmisLe: true } })
  if (!inconnu) return
  const { count } = await tx.courriel.updateMany({
    where: { id, ...ISSUE_INCONNUE },
    data: { etat: 'ENVOYE', envoyeLe: inconnu.transmisLe ?? le, ...PARTI, version: { increment: 1 } },
  })
  if (count > 0) await writeJournal(tx, SYSTEME, { acte: 'envoyerCourriel', ...(await sujetDuCourriel(tx, id)), le })
}

async function constaterNonRemise(tx: Tx, { courriel: { id }, remise }: CourrielRendu, le: Date) {
  const erreur = phraseDeNonRemise(remise)
  const { count } = await tx.courriel.updateMany({
    where: { id, etat: 'ENVOYE' },
    data: { etat: 'NON_REMIS', erreur, mentionRetour: null, regleLe: null, version: { increment: 1 } },
  })
  if (count === 0) return
  const { detail, ...objet } = await sujetDuCourriel(tx, id)
  if (accuseLAdresse(causeDeNonRemise(remise))) {
    const marque = { motif: erreur, depuisLe: le, courrielId: id }
    const adresse = cleDAdresse(detail.destinataire)
    await tx.adresseNonRemise.upsert({ where: { adresse }, create: { adresse, ...marque }, update: marque })
  }
  await writeJournal(tx, SYSTEME, { acte: 'constaterNonRemise', ...objet, detail: { ...detail, erreur }, le })
}

async function constaterRetard(tx: Tx, { courriel: { id }, remise }: CourrielRendu, le: Date) {
  const mentionRetour = phraseDeRetard(remise)
  const { count } = await tx.courriel.updateMany({
    where: { id, etat: 'ENVOYE', mentionRetour: null },
    data: { mentionRetour, version: { increment: 1 } },
  })
  if (count === 0) return
  const { detail, ...objet } = await sujetDuCourriel(tx, id)
  await writeJournal(tx, SYSTEME, {
    acte: 'constaterRetard',
    ...objet,
    detail: { ...detail, erreur: mentionRetour },
    le,
  })
}
