/**
 * Opens what an opaque S/MIME message signs (RFC 8551 § 3.5.2, RFC 5652 § 5): the mail itself stands, readable, inside the signature. Only the
 * way down to it is walked, once from left to right; nothing is said of who signed.
 */

/** One element of ASN.1 in BER. `fin` is null when its length is not said: its children go on until an empty one. */
type Element = { etiquette: number; debut: number; fin: number | null }

const SEQUENCE = 0x30
const ENSEMBLE = 0x31
const OCTETS = 0x04
const OCTETS_EN_MORCEAUX = 0x24
const EXPLICITE_0 = 0xa0
const IDENTIFIANT = 0x06

/** 1.2.840.113549.1.7.2 and 1.2.840.113549.1.7.1. */
const SIGNE = Buffer.from('2a864886f70d010702', 'hex')
const DONNEES = Buffer.from('2a864886f70d010701', 'hex')

/** Pieces in pieces: a signature has two, and a third is a trap. */
const PROFONDEUR_MAX = 4
const MORCEAUX_MAX = 100_000

/** The element at this place; null when there is none, or when it says more than there is. */
function elementEn(octets: Buffer, place: number, limite: number): Element | null {
  const etiquette = octets[place]
  const premier = octets[place + 1]
  if (etiquette === undefined || premier === undefined || (etiquette & 0x1f) === 0x1f || place + 2 > limite) return null
  if (premier < 0x80) return borner({ etiquette, debut: place + 2, fin: place + 2 + premier }, limite)
  if (premier === 0x80) return { etiquette, debut: place + 2, fin: null }
  const taille = premier - 0x80
  if (taille > 4 || place + 2 + taille > limite) return null
  const debut = place + 2 + taille
  return borner({ etiquette, debut, fin: debut + octets.readUIntBE(place + 2, taille) }, limite)
}

const borner = (element: Element & { fin: number }, limite: number): Element | null =>
  element.fin <= limite ? element : null

/** The first child with this tag, among brothers whose length is said. */
function enfant(octets: Buffer, { debut, fin }: Element, voulue: number): Element | null {
  const limite = fin ?? octets.length
  for (let place = debut; place < limite;) {
    const element = elementEn(octets, place, limite)
    if (!element || element.etiquette === 0) return null
    if (element.etiquette === voulue) return element
    if (element.fin === null) return null
    place = element.fin
  }
  return null
}

/** Whether the first identifier in this element is this one. */
function estDeType(octets: Buffer, element: Element, type: Buffer): boolean {
  const lu = enfant(octets, element, IDENTIFIANT)
  return lu !== null && lu.fin !== null && octets.subarray(lu.debut, lu.fin).equals(type)
}

/** The bytes of an octet string, whole or in pieces; gives the place after it, or null when it is broken. */
function rassembler(octets: Buffer, element: Element, morceaux: Buffer[], profondeur: number): number | null {
  if (element.etiquette === OCTETS && element.fin !== null) {
    morceaux.push(octets.subarray(element.debut, element.fin))
    return morceaux.length > MORCEAUX_MAX ? null : element.fin
  }
  if (element.etiquette !== OCTETS_EN_MORCEAUX || profondeur >= PROFONDEUR_MAX) return null
  const limite = element.fin ?? octets.length
  for (let place = element.debut; place < limite;) {
    const suivant = elementEn(octets, place, limite)
    if (!suivant) return null
    if (suivant.etiquette === 0) return suivant.fin
    const fin = rassembler(octets, suivant, morceaux, profondeur + 1)
    if (fin === null) return null
    place = fin
  }
  return element.fin
}

/** What stands inside the signature, as a mail is written; null when this is no signed message, or an encrypted one. Never throws. */
export function contenuSigne(octets: Buffer): Buffer | null {
  const racine = elementEn(octets, 0, octets.length)
  if (racine?.etiquette !== SEQUENCE || !estDeType(octets, racine, SIGNE)) return null
  const emballage = enfant(octets, racine, EXPLICITE_0)
  const signe = emballage && enfant(octets, emballage, SEQUENCE)
  // The version, the digests, then what is signed: a sequence too, after the set.
  const digests = signe && enfant(octets, signe, ENSEMBLE)
  if (!signe || !digests || digests.fin === null) return null
  const capsule = enfant(octets, { ...signe, debut: digests.fin }, SEQUENCE)
  if (!capsule || !estDeType(octets, capsule, DONNEES)) return null
  const contenu = enfant(octets, capsule, EXPLICITE_0)
  const chaine = contenu && elementEn(octets, contenu.debut, contenu.fin ?? octets.length)
  const morceaux: Buffer[] = []
  if (!chaine || rassembler(octets, chaine, morceaux, 0) === null) return null
  return Buffer.concat(morceaux)
}
