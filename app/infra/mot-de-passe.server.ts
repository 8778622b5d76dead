import { hash, verify } from '@node-rs/argon2'
import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { longueur, plier } from '#domain/texte'

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

/** Under this score out of four, a guesser who tries thousands a second finds the password within days (zxcvbn's own scale). */
const SCORE_MIN = 3

/** Characters that a password counts at least beside the words that everybody knows of the person. */
const RESTE_MIN = 6

const sansEspace = (texte: string) => plier(texte).replace(/\s/g, '')

/** Loaded at the first password that somebody chooses: the lists of words weigh, and few requests need them. */
async function estimateur() {
  const [{ zxcvbn, zxcvbnOptions }, commun, francais] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ])
  zxcvbnOptions.setOptions({
    graphs: commun.adjacencyGraphs,
    dictionary: { ...commun.dictionary, ...francais.dictionary },
  })
  return zxcvbn
}

/**
 * True for a password that is on the lists of those that people choose, or made of what everybody knows of the person (CNIL,
 * délibération 2022-100: common passwords are refused).
 */
export async function estFacileADeviner(motDePasse: string, connu: readonly string[]): Promise<boolean> {
  const mots = [...connu, 'mcei', 'pas de calais', 'departement'].map(sansEspace).filter((mot) => mot.length >= 3)
  const reste = mots.reduce((texte, mot) => texte.replaceAll(mot, ''), sansEspace(motDePasse))
  if (longueur(reste) < RESTE_MIN) return true
  const estimer = await estimateur()
  return estimer(motDePasse, mots).score < SCORE_MIN
}

export type RefusMotDePasse = 'MOT_DE_PASSE_TROP_COURT' | 'MOT_DE_PASSE_TROP_COURANT'

/** Why this person may not have this password, officer or demandeur; null for one that may be theirs. */
export async function refusDuMotDePasse(
  motDePasse: string,
  { prenom, nom, courriel }: { prenom: string; nom: string; courriel: string },
): Promise<RefusMotDePasse | null> {
  if (longueur(motDePasse) < LONGUEUR_MOT_DE_PASSE) return 'MOT_DE_PASSE_TROP_COURT'
  const facile = await estFacileADeviner(motDePasse, [prenom, nom, ...courriel.split(/[@.]/)])
  return facile ? 'MOT_DE_PASSE_TROP_COURANT' : null
}
