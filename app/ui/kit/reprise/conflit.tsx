/** Who changed what an officer was looking at, when, and `dit` how; null where nothing tells. */
export type Conflit = { acteur: string; dit: string; le: Date | string }

const etat: { dit: { conflit: Conflit | null } | null } = { dit: null }
const ecoutes = new Set<() => void>()

function poser(dit: { conflit: Conflit | null } | null) {
  etat.dit = dit
  for (const ecoute of ecoutes) ecoute()
}

export const signalerConflit = (conflit: Conflit | null) => poser({ conflit })
export const conflitLu = () => poser(null)
export const conflitCourant = () => etat.dit

export function ecouterConflit(ecoute: () => void): () => void {
  ecoutes.add(ecoute)
  return () => ecoutes.delete(ecoute)
}
