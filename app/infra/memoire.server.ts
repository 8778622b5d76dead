/**
 * What was worked out from the facts and still holds: an answer stands beside the revision of the facts it was made from (`revision_de` in the
 * database), and is given back only to who has read that same revision. At most `max` answers: the one asked longest ago goes first.
 */
export type Memoire<T> = {
  /** What was kept under this key, whatever its revision. */
  voir: (cle: string) => { revision: string; valeur: T } | undefined
  /** What was kept under this key, if it was made from this revision. */
  lire: (cle: string, revision: string) => T | undefined
  garder: (cle: string, revision: string, valeur: T) => void
}

function creerMemoire<T>(max: number): Memoire<T> {
  const gardes = new Map<string, { revision: string; valeur: T }>()
  const voir = (cle: string) => {
    const garde = gardes.get(cle)
    if (!garde) return undefined
    gardes.delete(cle)
    gardes.set(cle, garde)
    return garde
  }
  return {
    voir,
    lire: (cle, revision) => {
      const garde = voir(cle)
      return garde?.revision === revision ? garde.valeur : undefined
    },
    garder: (cle, revision, valeur) => {
      gardes.delete(cle)
      gardes.set(cle, { revision, valeur })
      for (const ancienne of gardes.keys()) {
        if (gardes.size <= max) break
        gardes.delete(ancienne)
      }
    },
  }
}

const DE = new WeakMap<object, Map<string, unknown>>()

/** The memory of this name beside a database client: one per process and per database, made the first time it is asked for. */
export function memoireDe<T>(db: object, nom: string, max: number): Memoire<T> {
  const siennes = DE.get(db) ?? new Map<string, unknown>()
  DE.set(db, siennes)
  const connue = siennes.get(nom) as Memoire<T> | undefined
  if (connue) return connue
  const neuve = creerMemoire<T>(max)
  siennes.set(nom, neuve)
  return neuve
}
