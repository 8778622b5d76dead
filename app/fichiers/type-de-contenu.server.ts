import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its first bytes, whatever its name and the mail declare. `inconnu` when nothing says it. */
export async function typeReel(contenu: Buffer): Promise<string> {
  if (contenu.length === 0) return 'vide'
  const debut = contenu.subarray(0, 1_024)
  if (debut.includes('%PDF-')) return 'application/pdf'
  try {
    const lu = await fileTypeFromBuffer(contenu)
    if (lu) return lu.mime
  } catch {
    return 'inconnu'
  }
  const texte = debut.toString('latin1')
  if (/^\s*\{\\rtf/.test(texte)) return 'application/rtf'
  if (
    /^(?:[!-9;-~]+:[^\r\n]*\r?\n)+/.test(texte) &&
    /^(?:received|from|to|date|subject|message-id|return-path|mime-version):/im.test(texte)
  )
    return 'message/rfc822'
  if (/<html|<!doctype html/i.test(texte)) return 'text/html'
  return debut.includes(0) ? 'inconnu' : 'text/plain'
}
