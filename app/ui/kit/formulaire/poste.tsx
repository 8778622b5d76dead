import { createContext } from 'react'

/**
 * Who is signed in at this post: what is typed is kept for them and shown to nobody else. None on a page of before the sign-in. `entree`: the page on which
 * they sign in again; null where it is done over the page.
 */
export type AuPoste = { id: string; prenom: string; nom: string; courriel: string; entree: string | null }

export const Poste = createContext<AuPoste | null>(null)
