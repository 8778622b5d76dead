import { SYSTEME } from '#domain/acces/acteur'
import { accuseLAdresse, causeDeNonRemise } from '#domain/courriel-recu/avis-de-remise'
import { sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { cleDAdresse, type CourrielRendu, ISSUE_INCONNUE } from '#infra/stores/courriel/retour'
import { motsDuServeur, phraseDeNonRemise, phraseDeRetard } from '#libelles/courriel-recu/avis-de-remise'
import { PARTI } from '#usecases/courriel/declarer-courriel-envoye'

/**
 * Writes what a report proved to be about one of our mails says of it. Given back: it is NON_REMIS with the reason, and its address is marked
 * when it is the address's fault, so that the gate holds what follows. Late: that is mentioned. Delivered: the server of the recipient has it, where
 * the report bears the mail's own word; one that was given back stays so. Passed on: to a server that reports nothing, which proves no delivery.
 * Of a mail whose end nobody knew, whatever it says tells that it left. Told twice, it writes once.
 */
export async function constaterRemise(tx: Tx, rendu: CourrielRendu, le: Date): Promise<void> {
  const { courriel, remise, parJeton } = rendu
  await constaterDepart(tx, courriel, le)
  switch (remise.action) {
    case 'failed':
      return constaterNonRemise(tx, rendu, le)
    case 'delayed':
      return constaterRetard(tx, rendu, le)
    case 'delivered':
      return parJeton ? constaterRemiseAuServeur(tx, rendu, le) : oublierLeRetard(tx, rendu)
    case 'relayed':
    case 'expanded':
      await oublierLeRetard(tx, rendu)
      return constaterRelais(tx, rendu, le)
  }
}

async function oublierLeRetard(tx: Tx, { courriel: { id } }: CourrielRendu) {
  await tx.courriel.updateMany({
    where: { id, etat: 'ENVOYE', mentionRetour: { not: null } },
    data: { mentionRetour: null, version: { increment: 1 } },
  })
}

async function constaterRemiseAuServeur(tx: Tx, { courriel: { id }, remise }: CourrielRendu, le: Date) {
  const { count } = await tx.courriel.updateMany({
    where: { id, etat: 'ENVOYE', remisAuServeurLe: null },
    data: { remisAuServeurLe: le, mentionRetour: null, version: { increment: 1 } },
  })
  if (count === 0) return
  const { detail, ...objet } = await sujetDuCourriel(tx, id)
  const dit = { ...detail, reponse: motsDuServeur(remise) }
  await writeJournal(tx, SYSTEME, { acte: 'constaterRemise', ...objet, detail: dit, le })
}

async function constaterRelais(tx: Tx, { courriel: { id }, remise }: CourrielRendu, le: Date) {
  const { detail, ...objet } = await sujetDuCourriel(tx, id)
  const deja = { acte: 'constaterRelais', ...objet, detail: { path: ['courrielId'], equals: id } }
  if ((await tx.entreeJournal.count({ where: deja })) > 0) return
  const dit = { ...detail, reponse: motsDuServeur(remise) }
  await writeJournal(tx, SYSTEME, { acte: 'constaterRelais', ...objet, detail: dit, le })
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
    data: {
      ...{ etat: 'NON_REMIS', erreur, mentionRetour: null, remisAuServeurLe: null, regleLe: null },
      version: { increment: 1 },
    },
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
