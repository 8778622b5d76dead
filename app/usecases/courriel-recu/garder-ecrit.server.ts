import { createHash } from 'node:crypto'
import type { FicheDeposee } from '#domain/pre-projet/fiche-deposee'
import type { DepsFichiers } from '#infra/deps'
import { DisquePlein } from '#infra/errors'
import { newKey } from '#infra/storage'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'

type Ecrit = {
  octets: Buffer
  nomFichier: string
  /** The fiche it was made of, when it was filled on line. */
  deposee?: FicheDeposee
  le: Date
}

/**
 * Keeps what somebody wrote on a page of ours as the mail that they would have sent, and promises that it is read; false where there is no room. A file
 * that no row names does not stay.
 */
export async function garderEcrit(
  { db, storage }: DepsFichiers,
  { octets, nomFichier, deposee, le }: Ecrit,
): Promise<boolean> {
  const cle = newKey('courriels', 'eml')
  try {
    await storage.put(cle, octets)
  } catch (error) {
    if (error instanceof DisquePlein) return false
    throw error
  }
  const sha256 = createHash('sha256').update(octets).digest('hex')
  const arrive = { cle, nomFichier, taille: octets.length, sha256, recuLe: le, ...(deposee && { deposee }), le }
  const ecrire = db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: true }))
  const { connu } = await ecrire.catch(async (error: unknown) => {
    await storage.remove(cle)
    throw error
  })
  if (connu) await storage.remove(cle)
  return true
}
