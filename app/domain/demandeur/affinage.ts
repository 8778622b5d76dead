import type { EtatDit } from '#domain/demandeur/etat-dit'
import type { Dispositif } from '#domain/dispositif'
import { plier } from '#domain/texte'

/**
 * What the list of a structure’s demandes is narrowed to: words, their type, the word of the portal, and where they stand in what it was told; null and `''`
 * narrow nothing.
 */
export type Affinage = { mots: string; dispositif: Dispositif | null; statutPortail: string; etat: EtatDit | null }

/** Longest words that are looked for, in characters. */
export const LONGUEUR_MAX_MOTS = 100

type Cherchee = {
  numero: string | null
  objet: string
  dispositif: Dispositif
  statutPortail: string
  etat: EtatDit
}

/** The demandes whose number or object has every word, whatever its accents, and that answer to the rest; in their order. */
export function affiner<D extends Cherchee>(demandes: readonly D[], affinage: Affinage): D[] {
  const { mots, dispositif, statutPortail, etat } = affinage
  const voulus = plier(mots).split(' ').filter(Boolean)
  return demandes.filter((une) => {
    const dits = plier(`${une.numero ?? ''} ${une.objet}`)
    return (
      (etat === null || une.etat === etat) &&
      (dispositif === null || une.dispositif === dispositif) &&
      (statutPortail === '' || une.statutPortail === statutPortail) &&
      voulus.every((mot) => dits.includes(mot))
    )
  })
}
