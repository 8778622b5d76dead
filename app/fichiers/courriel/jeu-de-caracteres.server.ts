import { Buffer } from 'node:buffer'
import { Transform, type TransformCallback } from 'node:stream'
import iconv from 'iconv-lite'

/** A name that no decoder knows, so that the bytes of every text of a mail come to us. */
const PREFIXE = 'x-octets-'

const UTF8_STRICT = new TextDecoder('utf-8', { fatal: true })

/** Signs that bytes were read in the wrong charset: the replacement character, or the pairs that UTF-8 makes in Windows-1252. */
export const estMalDecode = (texte: string): boolean =>
  /\uFFFD|Ã[\u0080-\u00BF ©®¨ª«§¢‰€™´¯]|â€[™œ¦“”˜\u0080-\u009F]|Â[\u00a0«»°]|[\u0080-\u009F]/u.test(texte)

/**
 * Decodes a text whose declared charset may be wrong. Bytes that are good UTF-8 with an accent are UTF-8, for no other charset gives that
 * by chance; otherwise the declared charset is believed if it can be, else Windows-1252, which French mail is written in.
 */
export function decoderTexte(octets: Buffer, declare: string): string {
  const utf8 = enUtf8(octets)
  const nom = declare.toLowerCase().replace(/[^a-z0-9]/g, '')
  const multioctet = /^(?:utf16|utf32|utf7|iso2022|big5|gb|shiftjis|euc)/.test(nom)
  if (utf8 !== null && !multioctet) return utf8
  const latin = ['', 'utf8', 'ascii', 'usascii', 'iso88591', 'latin1', 'unknown8bit'].includes(nom)
  const encodage = latin || nom.startsWith('utf7') || !iconv.encodingExists(declare) ? 'windows-1252' : declare
  return iconv.decode(octets, encodage)
}

function enUtf8(octets: Buffer): string | null {
  try {
    return UTF8_STRICT.decode(octets)
  } catch {
    return null
  }
}

/**
 * The same mail, with the charset of every text part renamed so that mailparser hands its bytes to {@link DecodeurDeTexte}. Only for reading
 * text again: attachments are taken from the mail as it is.
 */
export function renommerCharsets(mail: Buffer): Buffer {
  const brut = mail.toString('latin1')
  const entete = brut.slice(0, finDesEntetes(brut))
  const complet = /^content-type:/im.test(entete) ? brut : `Content-Type: text/plain\r\n${brut}`
  const renomme = complet.replace(
    /^content-type:[ \t]*text\/(plain|html)\b[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/gim,
    (ligne, genre: string) => {
      const charset = /charset\s*=\s*"?([\w.:-]+)"?/i.exec(ligne)?.[1] ?? ''
      const flowed = /format\s*=\s*"?flowed"?/i.test(ligne) ? '; format=flowed' : ''
      return `Content-Type: text/${genre}; charset="${PREFIXE}${charset}"${flowed}`
    },
  )
  return Buffer.from(renomme, 'latin1')
}

const finDesEntetes = (brut: string): number => {
  const fin = brut.search(/\r?\n\r?\n/)
  return fin < 0 ? brut.length : fin
}

/** Stands where mailparser expects the Iconv of the package `iconv`: a stream from the bytes of one text part to UTF-8. */
export class DecodeurDeTexte extends Transform {
  readonly #declare: string
  readonly #octets: Buffer[] = []

  constructor(charset: string) {
    super()
    this.#declare = charset.startsWith(PREFIXE) ? charset.slice(PREFIXE.length) : charset
  }

  override _transform(octets: Buffer, _encodage: BufferEncoding, fait: TransformCallback) {
    this.#octets.push(octets)
    fait()
  }

  override _flush(fait: TransformCallback) {
    this.push(Buffer.from(decoderTexte(Buffer.concat(this.#octets), this.#declare)))
    fait()
  }
}
