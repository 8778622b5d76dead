import { constants, inflateSync } from 'node:zlib'

/** Bytes that the streams of one PDF may come to, images apart: a hundred times what a long letter needs. */
const DECOMPRESSE_MAX = 60 * 1024 * 1024
const FLUX_MAX = 20_000
/** Bytes that one image may come to when the page is drawn: a sheet in colour at 600 points an inch is a hundred million. */
const IMAGE_MAX = 160 * 1024 * 1024
/** Deflate gives at most this many times what it was given. */
const RATIO_MAX = 1_032
const DICTIONNAIRE = 400

/**
 * True when the compressed streams of a PDF unfold into more than a document holds, or are compressed twice over: a bomb. Images are not
 * counted when only words are read, for nothing unfolds them; when the page is to be drawn (`images`), each is measured alone.
 */
export function estPdfPiege(contenu: Buffer, { images = false } = {}): boolean {
  let reste = DECOMPRESSE_MAX
  let flux = 0
  for (let i = contenu.indexOf('stream'); i >= 0; i = contenu.indexOf('stream', i + 6)) {
    if (contenu.subarray(Math.max(0, i - 3), i).toString('latin1') === 'end') continue
    if ((flux += 1) > FLUX_MAX) return true
    const dictionnaire =
      contenu
        .subarray(Math.max(0, i - DICTIONNAIRE), i)
        .toString('latin1')
        .split('endobj')
        .at(-1) ?? ''
    const filtres = dictionnaire.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (filtres > 1) return true
    if (filtres === 0) continue
    if (/\/Subtype\s*\/Image/.test(dictionnaire)) {
      if (images && estImagePiegee(contenu, i + 6)) return true
      continue
    }
    const taille = tailleDecompressee(contenu, i + 6, reste)
    if (taille === null) return true
    reste -= taille
  }
  return false
}

function estImagePiegee(contenu: Buffer, apresMot: number): boolean {
  const fin = contenu.indexOf('endstream', apresMot)
  const longueur = (fin < 0 ? contenu.length : fin) - apresMot
  return longueur * RATIO_MAX > IMAGE_MAX && tailleDecompressee(contenu, apresMot, IMAGE_MAX) === null
}

/** The size of a stream once unfolded, zero when it is no such stream, null when it passes the limit. */
function tailleDecompressee(contenu: Buffer, apresMot: number, max: number): number | null {
  const debut = apresMot + (contenu[apresMot] === 0x0d ? 1 : 0) + 1
  const fin = contenu.indexOf('endstream', debut)
  try {
    return inflateSync(contenu.subarray(debut, fin < 0 ? undefined : fin), {
      maxOutputLength: Math.max(1, max),
      finishFlush: constants.Z_SYNC_FLUSH,
    }).length
  } catch (error) {
    return error instanceof RangeError ? null : 0
  }
}
