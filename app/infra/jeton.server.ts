import { createHash, randomBytes } from 'node:crypto'
import { getEnv } from '#infra/env'

/** A secret given to one person, such as an activation link: 256 bits drawn at random, safe in a URL. */
export const newJeton = () => randomBytes(32).toString('base64url')

/** What the database keeps of it: a stolen table opens nothing. */
export const hashJeton = (jeton: string) => createHash('sha256').update(jeton).digest('hex')

/** A page of the application as a mail may give it: null where it has no public address of its own. */
export function adressePublique(chemin: `/${string}`): `https://${string}` | null {
  const { PUBLIC_URL } = getEnv()
  return PUBLIC_URL?.startsWith('https://') ? (`${PUBLIC_URL}${chemin}` as `https://${string}`) : null
}

/** A page of the application as it is typed in a browser. */
function adresseTapee(chemin: `/${string}`): string {
  const { PUBLIC_URL, PORT } = getEnv()
  return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${chemin}`
}

/** The page where the officer who holds this token chooses a password. */
export const adresseDuLien = (jeton: string): string => adresseTapee(`/activation/${jeton}`)

/** The page where the demandeur who holds this token chooses a password. */
export const adresseDuMotDePasse = (jeton: string): string => adresseTapee(`/extranet/mot-de-passe/${jeton}`)

/** The page where who holds this token says that the address of their request for an account is theirs. */
export const adresseDeConfirmation = (jeton: string): string => adresseTapee(`/extranet/compte/confirmation/${jeton}`)

/** Where the provider of identity sends a demandeur back, as it is registered there: never what a request says of itself. */
export const adresseDuRetour = (): string => adresseTapee('/extranet/proconnect/retour')

/** Where it sends back who ended their session there, as it is registered. */
export const adresseDeDeconnexion = (): string => adresseTapee('/extranet/deconnexion')

/** The page where the expert who holds this token reads what is asked and answers. */
export const adresseDAvis = (jeton: string): string => adresseTapee(`/avis/${jeton}`)
