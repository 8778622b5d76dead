import type { DepsFichiers } from '#infra/deps'
import { cleDeTeleversement, noterRecu } from '#infra/stores/demande-en-ligne/televersement'

/** How often what has come is written on the row, in ms: a deposit looks at it, and so does who sends. */
export const NOTER_MS = 5_000

type Morceau = {
  /** The byte that it begins at. */
  depuis: number
  flux: AsyncIterable<Uint8Array>
  /** False from when who writes may not any more. */
  continuer: () => boolean
}

/**
 * Goes on with a file that is on its way, for who holds it: two at once would write over each other. Gives how many bytes there are then; a connection that
 * breaks leaves what came.
 */
export async function recevoirMorceau(
  { db, storage, now }: DepsFichiers,
  { id, taille }: { id: string; taille: number },
  { depuis, flux, continuer }: Morceau,
): Promise<number> {
  async function* suivi() {
    let recu = depuis
    let dit = now().getTime()
    for await (const morceau of flux) {
      yield morceau
      recu = Math.min(taille, recu + morceau.length)
      const le = now()
      if (le.getTime() - dit < NOTER_MS) continue
      dit = le.getTime()
      await noterRecu(db, id, { recu, le })
    }
  }
  const recu = await storage.append(cleDeTeleversement(id), { depuis, max: taille, contenu: suivi(), continuer })
  await noterRecu(db, id, { recu, le: now() })
  return recu
}
