import { decompressRTF } from '@kenjiuno/decompressrtf'
import { lireProprietes, MAPI } from '#fichiers/courriel/proprietes-mapi'
import { texteDeRtf } from '#fichiers/courriel/texte-rtf'
import { decoderTexte } from '#fichiers/courriel/jeu-de-caracteres'

/** What Outlook wraps in `winmail.dat` ([MS-OXTNEF]): the files joined, and its text, plain or rich. */
export type Tnef = { pieces: { nom: string; contenu: Buffer }[]; texte: string }

const SIGNATURE = 0x223e9f78
const PIECES_MAX = 200
const ATTRIBUTS_MAX = 5_000

const DEBUT_DE_PIECE = 0x00069002
const TITRE = 0x00018010
const DONNEES = 0x0006800f
const CORPS = 0x0002800c
const PROPRIETES = 0x00069003
const PROPRIETES_DE_PIECE = 0x00069005
/** The mark of a rich text that is kept as it is ([MS-OXRTFCP]). */
const NON_COMPRESSE = 'MELA'
const RTF_MAX = 2_000_000

export const estTnef = (contenu: Buffer): boolean => contenu.length > 6 && contenu.readUInt32LE(0) === SIGNATURE

/** Reads a `winmail.dat`; null when it is none. One cut short gives what stands before the cut. Never throws, and copies nothing. */
export function lireTnef(contenu: Buffer): Tnef | null {
  if (!estTnef(contenu)) return null
  const tnef: Tnef = { pieces: [], texte: '' }
  let place = 6
  for (let n = 0; n < ATTRIBUTS_MAX && place + 9 <= contenu.length; n += 1) {
    const attribut = contenu.readUInt32LE(place + 1)
    const longueur = contenu.readUInt32LE(place + 5)
    const debut = place + 9
    if (longueur > contenu.length - debut) break
    garder(tnef, attribut, contenu.subarray(debut, debut + longueur))
    place = debut + longueur + 2
  }
  return tnef
}

function garder(tnef: Tnef, attribut: number, valeur: Buffer) {
  const piece = tnef.pieces.at(-1)
  if (attribut === DEBUT_DE_PIECE && tnef.pieces.length < PIECES_MAX)
    tnef.pieces.push({ nom: '', contenu: Buffer.alloc(0) })
  else if (attribut === TITRE && piece) piece.nom = jusquAuNul(valeur)
  else if (attribut === DONNEES && piece) piece.contenu = valeur
  else if (attribut === PROPRIETES_DE_PIECE && piece) {
    const nom = lireProprietes(valeur).get(MAPI.NOM_LONG)
    if (nom) piece.nom = jusquAuNul(nom)
  } else if (attribut === PROPRIETES) tnef.texte ||= texteDesProprietes(lireProprietes(valeur))
  else if (attribut === CORPS) tnef.texte = jusquAuNul(valeur)
}

function texteDesProprietes(proprietes: ReadonlyMap<number, Buffer>): string {
  const rtf = proprietes.get(MAPI.CORPS_RTF)
  const texte = proprietes.get(MAPI.CORPS)
  if (texte && texte.length > 0) return jusquAuNul(texte)
  return rtf && rtf.length <= RTF_MAX ? texteDuRtfCompresse(rtf) : ''
}

/** A body cut short is no text. */
function texteDuRtfCompresse(compresse: Buffer): string {
  try {
    if (compresse.toString('latin1', 8, 12) === NON_COMPRESSE) return texteDeRtf(compresse.toString('latin1', 16))
    return texteDeRtf(Buffer.from(decompressRTF([...compresse])).toString('latin1'))
  } catch {
    return ''
  }
}

/** A text ends at its first NUL. */
const jusquAuNul = (valeur: Buffer): string => decoderTexte(valeur, '').split('\0', 1).join()
