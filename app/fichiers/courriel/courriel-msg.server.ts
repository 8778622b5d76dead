import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReaderModule, { type FieldsData } from '@kenjiuno/msgreader'
import { ok } from '#domain/result'
import { identifier, lireEml, type CourrielOuRefus, type Lecture } from '#fichiers/courriel/courriel-eml'
import { lireTout, type Octets, type PieceGardee } from '#fichiers/courriel/courriel-lu'
import { texteSimple } from '#fichiers/courriel/entetes-eml'
import { estParcourable } from '#fichiers/courriel/garde-msg'
import { decoderTexte } from '#fichiers/courriel/jeu-de-caracteres'
import { nettoyerNom } from '#fichiers/type/nom-de-fichier'
import { Illisible, LIMITES_COURRIEL, refuser } from '#fichiers/courriel/refus-courriel'
import { texteDeRtf } from '#fichiers/courriel/texte-rtf'
import { typeDesOctets } from '#fichiers/courriel/type-de-contenu'

// The package is CommonJS: Node gives its whole exports where TypeScript sees the class.
const MsgReader = (MsgReaderModule as unknown as { default?: typeof MsgReaderModule }).default ?? MsgReaderModule

const TEXTE_MAX = 2_000_000
const RTF_MAX = 512 * 1024

/** Reads one Outlook .msg: headers, texts and files. Throws Illisible, or what the depot throws. */
export async function lireMsg(octets: Octets, { depot, mesure, profondeur }: Lecture): Promise<CourrielOuRefus> {
  if (octets.taille > LIMITES_COURRIEL.octets) return refuser('TROP_LOURD')
  const fichier = await lireTout(octets)
  if (!estParcourable(fichier)) return refuser('ABIME')
  const lecteur = new MsgReader(new DataView(fichier.buffer, fichier.byteOffset, fichier.byteLength))
  lecteur.parserConfig = { ansiEncoding: 'windows-1252' }
  const message = lecteur.getFileData()
  if (message.error || message.dataType !== 'msg') return refuser('PAS_UN_MESSAGE')

  const texte = enEml(message)
  const corps = await lireEml(
    {
      cle: octets.cle,
      taille: texte.length,
      stream: async (p) => Readable.from([p ? texte.subarray(p.start, p.end + 1) : texte]),
    },
    { depot, mesure, profondeur },
  )
  if (!corps.ok) return corps
  const pieces: PieceGardee[] = []
  for (const jointe of message.attachments ?? []) {
    mesure.pieces += 1
    if (mesure.pieces > LIMITES_COURRIEL.pieces) throw new Illisible('TROP_DE_PIECES')
    const { content, fileName } = lecteur.getAttachment(jointe)
    mesure.octets += content.length
    if (mesure.octets > LIMITES_COURRIEL.extraits) throw new Illisible('TROP_IMBRIQUE')
    const contenu = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    const garde = await depot(Readable.from([contenu]))
    pieces.push({
      nom: nettoyerNom(jointe.fileName ?? (fileName || jointe.name), `piece-${pieces.length + 1}`),
      octets: garde,
      type: texteSimple(jointe.attachMimeTag ?? 'application/octet-stream').slice(0, 100),
      typeReel: await typeDesOctets(garde),
      taille: garde.taille,
      sha256: createHash('sha256').update(contenu).digest('hex'),
      dansLeTexte: jointe.attachmentHidden === true && jointe.pidContentId !== undefined,
      ...(jointe.pidContentId !== undefined && { cid: texteSimple(jointe.pidContentId).slice(0, 200) }),
    })
  }
  return ok(identifier({ ...corps.value, pieces, taille: octets.taille }))
}

/** What the .msg says, as a mail without files: one way of reading headers and texts serves both. */
function enEml(message: FieldsData): Buffer {
  const { texte, html } = textesDe(message)
  const partie = (type: string, contenu: string) => [
    '--mcei-msg',
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(contenu).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ]
  const lignes = [
    ...entetesDe(message),
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="mcei-msg"',
    '',
    ...partie('plain', texte),
    ...(html ? partie('html', html) : []),
    '--mcei-msg--',
    '',
  ]
  return Buffer.from(lignes.join('\r\n'))
}

/** The headers it came with, but those of its form; else what Outlook knows of them. */
function entetesDe(message: FieldsData): string[] {
  const recus = (message.headers ?? '').replace(/\0/g, '').trim()
  if (/^(?:from|date|message-id|received):/im.test(recus)) {
    const deplies = recus.split(/\r?\n(?![ \t])/)
    return deplies.filter((ligne) => /^[!-9;-~]+:/.test(ligne) && !/^(?:content-|mime-version)/i.test(ligne))
  }
  const { senderName = '', subject = '', messageId, clientSubmitTime, messageDeliveryTime } = message
  const adresse = [message.senderSmtpAddress, message.creatorSMTPAddress, message.senderEmail].find((une) =>
    une?.includes('@'),
  )
  const date = messageDeliveryTime ?? clientSubmitTime
  return [
    `From: ${mots(senderName)} <${surUneLigne(adresse ?? 'inconnu@expediteur.invalid')}>`,
    `Subject: ${mots(subject)}`,
    ...(date ? [`Date: ${surUneLigne(date)}`] : []),
    ...(messageId ? [`Message-ID: ${surUneLigne(messageId)}`] : []),
  ]
}

const surUneLigne = (texte: string) => texteSimple(texte).replace(/\s+/g, ' ').trim().slice(0, 500)

/** RFC 2047, a few characters a word. */
const mots = (texte: string): string =>
  (surUneLigne(texte).match(/.{1,15}/gu) ?? [])
    .map((mot) => `=?utf-8?B?${Buffer.from(mot).toString('base64')}?=`)
    .join(' ')

function textesDe({ body, bodyHtml, html, compressedRtf }: FieldsData): { texte: string; html: string | null } {
  const enHtml = bodyHtml ?? (html ? htmlDe(Buffer.from(html)) : null)
  const texte = body?.trim() || !compressedRtf || compressedRtf.length > RTF_MAX ? (body ?? '') : rtfDe(compressedRtf)
  return { texte: texte.slice(0, TEXTE_MAX), html: enHtml?.slice(0, TEXTE_MAX) ?? null }
}

const htmlDe = (octets: Buffer): string =>
  decoderTexte(octets, /charset\s*=\s*["']?([\w-]+)/i.exec(octets.toString('latin1', 0, 4_096))?.[1] ?? '')

function rtfDe(compresse: Uint8Array): string {
  try {
    return texteDeRtf(Buffer.from(decompressRTF([...compresse])).toString('latin1'))
  } catch {
    return ''
  }
}
