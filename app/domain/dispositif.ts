/** The two calls this software serves (docs/domaine.md § 1.2). */
export const DISPOSITIFS = ['MEI', 'JUMELAGES'] as const
export type Dispositif = (typeof DISPOSITIFS)[number]

export const estDispositif = (valeur: unknown): valeur is Dispositif =>
  (DISPOSITIFS as readonly unknown[]).includes(valeur)
