/** How long somebody may take to come back from the provider of identity, in milliseconds. */
export const DUREE_DEPART_MS = 10 * 60 * 1000

/** What somebody is sent to the provider of identity for: to be signed in, or to link their account, which they are signed in to. */
export type But = { genre: 'CONNEXION' } | { genre: 'RELIER'; demandeurId: string }

/** Who came back, as the provider of identity says and signs it. Nothing of it but `issuer` and `sub` together tells who they are here. */
export type Identite = {
  issuer: string
  sub: string
  courriel: string
}

/**
 * PERDU: nobody was sent from this browser, or they took too long, or they came back already. NON_RELIE: linked to no open account. PRISE: linked to the
 * account of somebody else. AUTRE_SESSION: who left is not who is signed in.
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
