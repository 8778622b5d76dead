/** Properties of a message or of a file in it ([MS-OXCDATA]) that the reading needs, by their tag. */
export const MAPI = { CORPS: 0x1000, CORPS_RTF: 0x1009, CORPS_HTML: 0x1013, NOM_LONG: 0x3707 } as const

const PROPRIETES_MAX = 2_000

/** Bytes of a value by its type, when it does not say its length. */
const TAILLES: Record<number, number> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x000a: 4,
  0x000b: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
}

/** Texts, bytes and objects: each is counted, then says its length. */
const LONGUES = new Set([0x001e, 0x001f, 0x0102, 0x000d])
const TEXTE_UTF16 = 0x001f
const PLUSIEURS = 0x1000
const NOMMEE = 0x8000

const arrondi = (taille: number): number => Math.ceil(taille / 4) * 4

/**
 * Reads the properties of a `winmail.dat` ([MS-OXTNEF] 2.1.3.4), texts in UTF-16 turned into UTF-8. Whatever the bytes, it ends: at the first
 * surprise, with what stands before it.
 */
export function lireProprietes(contenu: Buffer): Map<number, Buffer> {
  const lues = new Map<number, Buffer>()
  let place = 4
  const entier = (): number => {
    const valeur = place + 4 <= contenu.length ? contenu.readUInt32LE(place) : Number.NaN
    place += 4
    return valeur
  }
  for (let n = 0; n < PROPRIETES_MAX && place + 4 <= contenu.length; n += 1) {
    const type = contenu.readUInt16LE(place)
    const id = contenu.readUInt16LE(place + 2)
    place += 4
    if (id >= NOMMEE) {
      place += 16
      const nom = entier() === 0 ? 4 : arrondi(entier())
      place += nom
    }
    const base = type & ~PLUSIEURS
    const compte = type & PLUSIEURS || LONGUES.has(base) ? entier() : 1
    for (let i = 0; i < compte && i < PROPRIETES_MAX; i += 1) {
      const taille = LONGUES.has(base) ? entier() : TAILLES[base]
      if (taille === undefined || !(place + taille <= contenu.length)) return lues
      const valeur = contenu.subarray(place, place + taille)
      if (!lues.has(id))
        lues.set(id, base === TEXTE_UTF16 ? Buffer.from(valeur.toString('utf16le').replace(/(?<!\0)\0+$/, '')) : valeur)
      place += arrondi(taille)
    }
    if (!Number.isFinite(place)) return lues
  }
  return lues
}
