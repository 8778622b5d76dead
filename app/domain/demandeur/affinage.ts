import type { EtatDit } from '#domain/demandeur/etat-dit'
import { plier } from '#domain/texte'

/** What the list of a structure’s demandes is narrowed to: words, and where they stand in what it was told; null and `''` narrow nothing. */
export type Affinage = { mots: string; etat: EtatDit | null }

/** Longest words that are looked for, in characters. */
export const LONGUEUR_MAX_MOTS = 100

type Cherchee = { numero: string | null; objet: string; etat: EtatDit }

/** The demandes whose number or object has every word, whatever its accents, and that stand there; in their order. */
export function affiner<D extends Cherchee>(demandes: readonly D[], { mots, etat }: Affinage): D[] {
  const voulus = plier(mots).split(' ').filter(Boolean)
  return demandes.filter((une) => {
    const dits = plier(`${une.numero ?? ''} ${une.objet}`)
    return (etat === null || une.etat === etat) && voulus.every((mot) => dits.includes(mot))
  })
}
