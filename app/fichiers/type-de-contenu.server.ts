import { fileTypeFromBuffer } from 'file-type'
import { mimeDe, typeReel } from '#fichiers/contenu'

/** The MIME type of a file by its bytes, whatever its name and the mail declare; `application/octet-stream` when nothing says it. */
export async function mimeReel(contenu: Buffer): Promise<string> {
  const type = await typeReel(contenu)
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
