import type { Db } from '#infra/db'
import { avancerBoite } from '#infra/stores/courriel-recu/boite'
import { type CourrielArrive, recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'

/** A message of a mailbox, whole in the storage. */
export type MessageDeBoite = CourrielArrive & { boite: string; uid: number }

/**
 * Keeps one message of the mailbox: that it is there, the promise to read it, and how far the mailbox was read, in one commit. False when
 * these very bytes were kept before.
 */
export async function garderMessage(db: Db, { boite, uid, ...arrive }: MessageDeBoite): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { connu } = await recevoirCourriel(tx, arrive, { promettre: true })
    await avancerBoite(tx, boite, uid)
    return !connu
  })
}
