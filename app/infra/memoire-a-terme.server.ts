/**
 * What a process keeps of answers that cost much and change little. It holds `entrees` answers at most (the one asked for longest ago
 * goes first), none older than `dureeMs`, and only those that `garder` lets in.
 */
export type MemoireATerme<V> = (cle: string, now: Date, calculer: () => Promise<V>) => Promise<V>

type Reglage<V> = { entrees: number; dureeMs: number; garder?: (valeur: V) => boolean }

/** Callers of one key at once share one computation; one that fails is forgotten, and so is an answer not to be kept. */
export function memoireATerme<V>({ entrees, dureeMs, garder = () => true }: Reglage<V>): MemoireATerme<V> {
  const connues = new Map<string, { depuis: number; valeur: Promise<V> }>()
  return (cle, now, calculer) => {
    const connue = connues.get(cle)
    const fraiche = connue && now.getTime() - connue.depuis < dureeMs ? connue : null
    const { depuis, valeur } = fraiche ?? { depuis: now.getTime(), valeur: calculer() }
    const entree = { depuis, valeur }
    connues.delete(cle)
    connues.set(cle, entree)
    const oublier = () => connues.get(cle)?.valeur === valeur && connues.delete(cle)
    if (!fraiche) valeur.then((lue) => garder(lue) || oublier(), oublier)
    const [ancienne] = connues.keys()
    if (connues.size > entrees && ancienne !== undefined) connues.delete(ancienne)
    return valeur
  }
}
