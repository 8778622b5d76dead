import { createContext, useContext } from 'react'

/** An act that takes back what was just done: what it posts is what the page showed, with its version. */
export type ActeDuMot = { texte: string; action: string; champs: Record<string, string> }

/** A word on what just happened. `lien` leads to what it speaks of, `acte` takes it back. */
export type Mot = {
  texte: string
  genre: 'success' | 'info' | 'warning'
  lien?: { texte: string; vers: string }
  acte?: ActeDuMot
}

const Dire = createContext<(mot: Mot) => void>(() => undefined)

/** Whoever stands above the page, and shows what it is told. */
export const DireProvider = Dire.Provider

/** Says a word to the officer, in the corner of the page and to a screen reader. */
export const useDire = () => useContext(Dire)
