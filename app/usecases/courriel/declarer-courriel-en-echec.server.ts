import { SYSTEME } from '#domain/acces/acteur'
import type { CauseEchec } from '#domain/courriel/echec-envoi'
import { sujetDuCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** A server's words longer than this are its page, not a reason. */
const MOTS_MAX = 500

/** What a server said, as a row keeps it. */
export const motsDuServeur = (reponse: string): string => reponse.slice(0, MOTS_MAX)

type Echec = { courrielId: string; cause: CauseEchec; erreur: string; le: Date }

/** This courriel failed alone: an officer sees why and may ask again. One that is no longer waiting is left alone. */
export async function ecrireEchec(tx: Tx, { courrielId, cause, erreur, le }: Echec): Promise<void> {
  const { count } = await tx.courriel.updateMany({
    where: { id: courrielId, etat: 'A_ENVOYER' },
    data: {
      ...{ etat: 'ECHEC', cause, erreur: motsDuServeur(erreur), echecLe: le },
      ...{ attendDepuis: null, attendTourDepuis: null, prise: null, prisLe: null, version: { increment: 1 } },
    },
  })
  if (count === 0) return
  const { detail, ...objet } = await sujetDuCourriel(tx, courrielId)
  await writeJournal(tx, SYSTEME, {
    acte: 'echouerCourriel',
    ...objet,
    detail: { ...detail, cause, erreur: motsDuServeur(erreur) },
    le,
  })
}

/** The job of this courriel died: nobody tries it any more by itself. One that was on its way may be gone, and that is what is told. */
export async function declarerCourrielEnEchec(
  { db, now }: Deps,
  { courrielId, motif }: { courrielId: string; motif: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const courriel = await tx.courriel.findUnique({ where: { id: courrielId }, select: { transmisLe: true } })
    if (!courriel) return
    const cause = courriel.transmisLe ? 'ISSUE_INCONNUE' : 'INTERROMPU'
    await ecrireEchec(tx, { courrielId, cause, erreur: motif, le: now() })
  })
}
