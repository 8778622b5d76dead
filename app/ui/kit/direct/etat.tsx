import { startTransition, useEffect, useState } from 'react'

/** What a page shows, as `dossier:<id>`; the version it shows; whether a work goes on in it, so that it is looked at once the stream is there. */
type Montre = { sujet: string; version: number | null; enCours: boolean }

export type Present = { id: string; prenom: string; nom: string; ecrit: boolean }
export type Autre = { entree: string; parId: string | null; par: string; dit: string; details: string[]; le: number }

/** What the stream of this tab has said, and what draws it (#ui/kit/direct/flux), once it is there. */
type Etat = {
  montre: Montre | null
  /** The figures of the frame, newer than those it came with; null for none. */
  compteurs: unknown
  presents: readonly Present[]
  /** What others did since the page was opened, and whether it still shows what it did before, because words are typed in it. */
  autres: readonly Autre[]
  perime: boolean
  /** How many times the frame was read. */
  lectures: number
  /** The officer is leaving the post: nothing more is asked under a session that ends. */
  partance: boolean
}

const RIEN: Etat = {
  montre: null,
  compteurs: null,
  presents: [],
  autres: [],
  perime: false,
  lectures: 0,
  partance: false,
}
let etat = RIEN
const ecoutes = new Set<() => void>()

export const lireEtat = () => etat

export function poser(suite: Partial<Etat>) {
  etat = { ...etat, ...suite }
  for (const ecoute of ecoutes) ecoute()
}

export function ecouter(ecoute: () => void): () => void {
  ecoutes.add(ecoute)
  return () => ecoutes.delete(ecoute)
}

/** One thing the stream says. It never makes a page that is still coming to life start again. */
export function useDirect<C extends keyof Etat>(cle: C): Etat[C] {
  const [vu, voir] = useState(RIEN[cle])
  useEffect(() => {
    const suivre = () => startTransition(() => voir(etat[cle]))
    suivre()
    return ecouter(suivre)
  }, [cle])
  return vu
}

const { presents, autres } = RIEN
const OUBLI = { presents, autres, perime: false }

/** The page shows this, at this version: it is told what happens on it. */
export function useSujet(sujet: string, version: number | null = null, enCours = false) {
  useEffect(() => poser({ montre: { sujet, version, enCours }, perime: false }), [sujet, version, enCours])
  useEffect(() => () => poser({ montre: null, ...OUBLI }), [sujet])
}
