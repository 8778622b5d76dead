import { createContext } from 'react'

/** Who is signed in at this post: what is typed is kept for them and shown to nobody else. None on a page of before the sign-in. */
export const Poste = createContext<{ id: string; prenom: string; nom: string; courriel: string } | null>(null)
