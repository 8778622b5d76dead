import { SYSTEME } from '#domain/acces/acteur'
import { sujetDuCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'

/** A motif longer than this is a server's page, not a reason. */
const MOTIF_MAX = 500

/** Nobody will try this courriel again by itself: an officer sees why and may ask. One that is no longer waiting is left alone. */
export async function declarerCourrielEnEchec(
  { db, now }: Deps,
  { courrielId, motif }: { courrielId: string; motif: string },
) {
  await db.$transaction(async (tx) => {
    const erreur = motif.slice(0, MOTIF_MAX)
    const { count } = await tx.courriel.updateMany({
      where: { id: courrielId, etat: 'A_ENVOYER' },
      data: { etat: 'ECHEC', erreur, version: { increment: 1 } },
    })
    if (count === 0) return
    const { detail, ...objet } = await sujetDuCourriel(tx, courrielId)
    await writeJournal(tx, SYSTEME, { acte: 'echouerCourriel', ...objet, detail: { ...detail, erreur }, le: now() })
  })
}
