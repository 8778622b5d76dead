import { decoderTexte } from '#fichiers/courriel/jeu-de-caracteres'

/** What Outlook wraps in `winmail.dat` ([MS-OXTNEF]): the files joined, and the text when it is plain. */
export type Tnef = { pieces: { nom: string; contenu: Buffer }[]; texte: string }

const SIGNATURE = 0x223e9f78
const PIECES_MAX = 200
const ATTRIBUTS_MAX = 5_000

const DEBUT_DE_PIECE = 0x00069002
const TITRE = 0x00018010
const DONNEES = 0x0006800f
const CORPS = 0x0002800c

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
  else if (attribut === TITRE && piece) piece.nom = decoderTexte(valeur, '').replace(/\0.*$/s, '')
  else if (attribut === DONNEES && piece) piece.contenu = valeur
  else if (attribut === CORPS) tnef.texte = decoderTexte(valeur, '').replace(/\0.*$/s, '')
}
