/** The portal's number of a deposited demande: year, hyphen, five digits (`2024-03451`), given only at validation (docs/domaine.md § 1.2). */
export type Numero = string

const FORME = /^\d{4}-\d{5}$/

export const estNumero = (texte: string): boolean => FORME.test(texte)

/** Reads a number, whatever hyphen or spaces surround it; null when it is not one. */
export function parseNumero(texte: string): Numero | null {
  const nu = texte.replace(/[\s\u200B]+/gu, '').replace(/[‐‑‒–—−_]/g, '-')
  return FORME.test(nu) ? nu : null
}

/** The numbers cited in a free text, once each, in their order: the object of a mail, a file name. */
export const numerosCites = (texte: string): Numero[] => [
  ...new Set(
    Array.from(texte.matchAll(/(?<!\d[-‐‑–]?)(\d{4})\s?[-‐‑–]\s?(\d{5})(?![-‐‑–]?\d)/g), ([, a, b]) => `${a}-${b}`),
  ),
]
