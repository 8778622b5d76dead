import { fileTypeFromBuffer } from 'file-type'
import { mimeDe } from '#domain/piece/depot'
import { typeReel } from '#fichiers/type/contenu'
import { lireDebut, lireTout, type Octets } from '#fichiers/courriel/courriel-lu'

export const MSG = 'application/vnd.ms-outlook'

/** A stream that every .msg has at its root. */
const PROPRIETES_MSG = Buffer.from('__properties_version1.0', 'utf16le')

/** Past this size only the first bytes of an envelope (zip, OLE) are looked at. */
const ENTIER_MAX = 25 * 1024 * 1024

/** {@link mimeReel} of bytes kept elsewhere: whole only where the type stands inside an envelope. */
export async function typeDesOctets(octets: Octets): Promise<string> {
  const debut = await lireDebut(octets, 64 * 1024)
  const enveloppe = /^(?:504b0304|d0cf11e0)/.test(debut.toString('hex', 0, 4))
  return mimeReel(enveloppe && octets.taille <= ENTIER_MAX ? await lireTout(octets) : debut)
}

/** The MIME type of a file by its bytes, whatever its name and the mail declare; `application/octet-stream` when nothing says it. */
export async function mimeReel(contenu: Buffer): Promise<string> {
  const type = await typeReel(contenu)
  if (type === 'xls' || type === 'doc') return contenu.includes(PROPRIETES_MSG) ? MSG : mimeDe(type)
  if (type !== 'inconnu') return mimeDe(type)
  const debut = contenu.subarray(0, 1_024)
  const texte = debut.toString('latin1')
  if (/^\s*\{\\rtf/.test(texte)) return 'application/rtf'
  if (estUnCourriel(texte)) return 'message/rfc822'
  if (/<html|<!doctype html/i.test(texte)) return 'text/html'
  try {
    const lu = await fileTypeFromBuffer(contenu)
    if (lu) return lu.mime
  } catch {
    return mimeDe('inconnu')
  }
  return contenu.length === 0 || debut.includes(0) ? mimeDe('inconnu') : 'text/plain'
}

const estUnCourriel = (texte: string): boolean =>
  /^(?:[!-9;-~]+:[^\r\n]*\r?\n)+/.test(texte) &&
  /^(?:received|from|to|date|subject|message-id|return-path|mime-version):/im.test(texte)
