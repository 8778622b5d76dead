import { SYSTEME } from '#domain/acces/acteur'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { laisserSaPlace } from '#infra/stores/courriel/allure'
import { motsDuServeur } from '#usecases/courriel/declarer-courriel-en-echec'
import { type Copie, garderCopie } from '#usecases/courriel/garder-copie'

/** What a courriel keeps of its tries once it is gone. */
export const PARTI = {
  cause: null,
  erreur: null,
  echecLe: null,
  attendDepuis: null,
  attendTourDepuis: null,
  prise: null,
  prisLe: null,
}

/** What our relay took, and how it said so. */
export type Pris = { copie: Copie; reponse: string }

type Envoi = { courrielId: string; prise: string } & Pris

/** Our relay took this courriel: its state, its copy, and the trace in the journal of what it is about, in the relay's words. Already told, it writes nothing. */
export async function declarerCourrielEnvoye({ db, now }: Deps, { courrielId, prise, copie, reponse }: Envoi) {
  await db.$transaction(async (tx) => {
    const le = now()
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, etat: { not: 'ENVOYE' } },
      data: { etat: 'ENVOYE', envoyeLe: le, remisAuServeurLe: null, ...PARTI, version: { increment: 1 } },
    })
    if (count === 0) return
    const { destinataire } = await tx.courriel.findUniqueOrThrow({
      where: { id: courrielId },
      select: { destinataire: true },
    })
    await laisserSaPlace(tx, destinataire)
    await garderCopie(tx, { courrielId, prise, copie, le })
    const { detail, ...objet } = await sujetDuCourriel(tx, courrielId)
    const dit = { ...detail, reponse: motsDuServeur(reponse) }
    await writeJournal(tx, SYSTEME, { acte: 'envoyerCourriel', ...objet, detail: dit, le })
  })
}
