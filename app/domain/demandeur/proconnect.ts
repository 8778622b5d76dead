import { no, ok, type Result } from '#domain/result'

/** How long somebody may take to come back from the provider of identity, in milliseconds. */
export const DUREE_DEPART_MS = 10 * 60 * 1000

/** What ProConnect calls the assurance that a person legally represents the body of the SIRET that it gives. */
export const CERTIFICATION_DIRIGEANT = 'https://proconnect.gouv.fr/assurance/certification-dirigeant'

/** What who is signed in is sent to the provider of identity for: to link their account, or to prove that they represent the structure of this SIRET. */
export type ButDuCompte = { genre: 'RELIER' } | { genre: 'CERTIFIER'; siret: string }

/** What somebody is sent to the provider of identity for: to be signed in, or something of the account that they are signed in to. */
export type But = { genre: 'CONNEXION' } | (ButDuCompte & { demandeurId: string })

/** Who came back, as the provider of identity says and signs it. Nothing of it but `issuer` and `sub` together tells who they are here. */
export type Identite = {
  issuer: string
  sub: string
  courriel: string
  prenom: string
  nom: string
  /** Of the body that they work for, its figures alone; empty for none. */
  siret: string
  /** The level of assurance, as the id_token says it; empty for none. */
  acr: string
  /** The id_token itself, which ends the session of the provider. */
  jeton: string
}

/**
 * Whether this identity proves that its person legally represents the structure of this SIRET: the assurance was asked, but what was asked is not what was given
 * (OpenID Connect Core 1.0, section 5.5.1.1).
 */
export function prouve({ acr, siret }: Pick<Identite, 'acr' | 'siret'>, attendu: string): Result<true, RefusDePreuve> {
  if (acr !== CERTIFICATION_DIRIGEANT) return no('SANS_PREUVE')
  return siret === attendu ? ok(true) : no('AUTRE_SIRET')
}

/** SANS_PREUVE: the assurance was not given. AUTRE_SIRET: it is of another body than the structure. */
export type RefusDePreuve = 'SANS_PREUVE' | 'AUTRE_SIRET'

/**
 * PERDU: nobody was sent from this browser, or they took too long, or they came back already. NON_RELIE: linked to no open account. PRISE: linked to the
 * account of somebody else. AUTRE_SESSION: who left is not who is signed in. AUTRE_IDENTITE: not the one that the account is linked to. PAS_REPRESENTANT: they are
 * no représentant légal of that structure, nor ask to be.
 */
export type RefusProConnect =
  | 'PERDU'
  | 'ABANDONNE'
  | 'NON_VERIFIE'
  | 'INJOIGNABLE'
  | 'NON_RELIE'
  | 'PRISE'
  | 'DEJA_RELIE'
  | 'PAS_RELIE'
  | 'AUTRE_SESSION'
  | 'AUTRE_IDENTITE'
  | 'PAS_REPRESENTANT'
  | RefusDePreuve
