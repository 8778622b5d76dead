import { hash, verify } from '@node-rs/argon2'

/** OWASP's first choice for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashMotDePasse = (motDePasse: string) => hash(motDePasse, OPTIONS)

/** What an unknown address is compared with, so that it costs the same time as a known one. */
const leurre = hashMotDePasse('personne n’a ce mot de passe')

/** Compares a password with a stored hash; without a hash the work is done all the same and the answer is no. */
export async function verifyMotDePasse(stored: string | null | undefined, motDePasse: string): Promise<boolean> {
  const same = await verify(stored ?? (await leurre), motDePasse).catch(() => false)
  return same && Boolean(stored)
}
