import { createHash } from 'node:crypto'
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser'
import { no, ok, type Result } from '#domain/result'
import type { CourrielLu, PieceLue } from '#fichiers/courriel-lu'
import { entetesDe, idsDe, objetDe, texteSimple } from '#fichiers/entetes-eml'
import { DecodeurDeTexte, estMalDecode, renommerCharsets } from '#fichiers/jeu-de-caracteres'
import { nettoyerNom } from '#fichiers/nom-de-fichier'
import { mimeReel } from '#fichiers/type-de-contenu'

/** Why a file given as a mail cannot be read. The sentence to show is in `detail`. */
export type MotifIllisible =
  'VIDE' | 'TROP_LOURD' | 'PAS_UN_MESSAGE' | 'MAL_DECOUPE' | 'TROP_IMBRIQUE' | 'TROP_DE_PIECES' | 'ABIME'

/** Limits of one mail: bytes of the file, files joined, parts within parts, mails joined to a mail. */
export const LIMITES_COURRIEL = { octets: 60 * 1024 * 1024, pieces: 200, imbrication: 20, courrielsJoints: 3 }

const HTML_MAX = 2_000_000
const TEXTE_MAX = 1_000_000
const PARTIES_MAX = 400

const PHRASES: Record<MotifIllisible, string> = {
  VIDE: 'Le fichier est vide\u00A0: réenregistrez le message depuis la messagerie.',
  TROP_LOURD:
    'Le message dépasse 60\u00A0Mo\u00A0: demandez à l’expéditeur d’envoyer ses fichiers en plusieurs messages.',
  PAS_UN_MESSAGE:
    'Ce fichier n’est pas un message (.eml)\u00A0: enregistrez le message au format .eml depuis la messagerie.',
  MAL_DECOUPE:
    'Le message est tronqué ou abîmé\u00A0: ses parties ne peuvent pas être séparées. Demandez à l’expéditeur de le renvoyer.',
  TROP_IMBRIQUE:
    'Le message contient trop de messages les uns dans les autres\u00A0: demandez à l’expéditeur de joindre la fiche directement.',
  TROP_DE_PIECES:
    'Le message contient plus de 200 pièces jointes\u00A0: demandez à l’expéditeur de n’envoyer que la fiche.',
  ABIME: 'Le message est abîmé et ne peut pas être lu\u00A0: demandez à l’expéditeur de le renvoyer.',
}

const refuser = (motif: MotifIllisible) => no(motif, PHRASES[motif])

/** Reads a mail saved as .eml. Whatever the bytes, the answer is a mail or a refusal with its sentence: it never throws. */
export async function readEml(contenu: Buffer): Promise<Result<CourrielLu, MotifIllisible>> {
  return lireCourriel(contenu, 0)
}

async function lireCourriel(brut: Buffer, profondeur: number): Promise<Result<CourrielLu, MotifIllisible>> {
  const contenu = sansEnveloppeMbox(brut)
  const refus = refusDe(contenu)
  if (refus) return refuser(refus)
  try {
    const mail = await parser(contenu)
    if (mail.attachments.length > LIMITES_COURRIEL.pieces) return refuser('TROP_DE_PIECES')
    if (mail.attachments.some(({ partId }) => (partId ?? '').split('.').length > LIMITES_COURRIEL.imbrication))
      return refuser('TROP_IMBRIQUE')
    const { texte, html } = await textesDe(mail, contenu)
    const pieces = await Promise.all(mail.attachments.map(pieceDe))
    const jointes = await piecesDesCourrielsJoints(pieces, profondeur)
    if (!jointes.ok) return jointes
    return ok(composer({ mail, contenu, texte, html, pieces: [...pieces, ...jointes.value] }))
  } catch {
    return refuser('ABIME')
  }
}

const ENVELOPPE_MBOX = /^(?:\xEF\xBB\xBF)?(?:From [^\r\n]{1,200}\r?\n|\s+)/

function sansEnveloppeMbox(contenu: Buffer): Buffer {
  const trouve = ENVELOPPE_MBOX.exec(
    contenu
      .subarray(0, 400)
      .toString('latin1')
      .replace(/^\xEF\xBB\xBF/, ''),
  )
  const marque = contenu.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  return contenu.subarray(marque + (trouve?.[0].length ?? 0))
}

/** What can be said before anything is parsed. */
function refusDe(contenu: Buffer): MotifIllisible | null {
  if (contenu.length === 0) return 'VIDE'
  if (contenu.length > LIMITES_COURRIEL.octets) return 'TROP_LOURD'
  const texte = contenu.subarray(0, 256 * 1024).toString('latin1')
  const fin = texte.search(/\r?\n\r?\n/)
  const entete = fin < 0 ? texte : texte.slice(0, fin)
  if (
    entete.includes('\0') ||
    !/^(?:from|to|subject|date|message-id|received|return-path|mime-version|content-type):/im.test(entete)
  )
    return 'PAS_UN_MESSAGE'
  const type = /^content-type:[ \t]*(multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(entete)?.[1]
  if (type !== undefined && !delimiteurPresent(type, contenu)) return 'MAL_DECOUPE'
  return tropDeParties(contenu) ? 'TROP_IMBRIQUE' : null
}

function delimiteurPresent(type: string, contenu: Buffer): boolean {
  const [, cite, nu] = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(type) ?? []
  const delimiteur = cite ?? nu
  return delimiteur !== undefined && contenu.includes(`\n--${delimiteur}`, 0, 'latin1')
}

/** Counts the parts made of parts: a few in a real mail. */
function tropDeParties(contenu: Buffer): boolean {
  let trouvees = 0
  for (let i = contenu.indexOf('ultipart/'); i >= 0 && trouvees <= PARTIES_MAX; i = contenu.indexOf('ultipart/', i + 9))
    trouvees += 1
  return trouvees > PARTIES_MAX
}

const parser = (contenu: Buffer): Promise<ParsedMail> =>
  simpleParser(contenu, {
    Iconv: DecodeurDeTexte,
    checksumAlgo: false,
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: HTML_MAX,
  })

async function textesDe(mail: ParsedMail, contenu: Buffer): Promise<{ texte: string; html: string | null }> {
  const lus = (lu: ParsedMail) => ({
    texte: texteSimple(lu.text ?? '').slice(0, TEXTE_MAX),
    html: typeof lu.html === 'string' ? lu.html.slice(0, HTML_MAX) : null,
  })
  const premiers = lus(mail)
  if (!estMalDecode(premiers.texte) && !estMalDecode(premiers.html ?? '')) return premiers
  return lus(await parser(renommerCharsets(contenu)))
}

const sha256 = (contenu: Buffer | string): string => createHash('sha256').update(contenu).digest('hex')

async function pieceDe(jointe: Attachment, rang: number): Promise<PieceLue> {
  const { content, contentType, filename, cid, contentDisposition } = jointe
  return {
    nom: nettoyerNom(filename, `piece-${rang + 1}`),
    contenu: content,
    type: texteSimple(contentType).slice(0, 100),
    typeReel: await mimeReel(content),
    taille: content.length,
    sha256: sha256(content),
    dansLeTexte: contentDisposition === 'inline' && cid !== undefined,
    ...(cid !== undefined && { cid: texteSimple(cid).slice(0, 200) }),
  }
}

/** The files of the mails joined to this one (a forward as attachment), which are looked at like its own. */
async function piecesDesCourrielsJoints(
  pieces: readonly PieceLue[],
  profondeur: number,
): Promise<Result<PieceLue[], MotifIllisible>> {
  const joints = pieces.filter(({ type, typeReel }) => type === 'message/rfc822' || typeReel === 'message/rfc822')
  if (joints.length === 0) return ok([])
  if (profondeur >= LIMITES_COURRIEL.courrielsJoints) return ok([])
  const trouvees: PieceLue[] = []
  for (const { contenu } of joints) {
    const lu = await lireCourriel(contenu, profondeur + 1)
    if (lu.ok) trouvees.push(...lu.value.pieces)
    if (trouvees.length + pieces.length > LIMITES_COURRIEL.pieces) return refuser('TROP_DE_PIECES')
  }
  return ok(trouvees)
}

type Lu = { mail: ParsedMail; contenu: Buffer; texte: string; html: string | null; pieces: PieceLue[] }

function composer({ mail, contenu, texte, html, pieces }: Lu): CourrielLu {
  const { date, ...entetes } = entetesDe(mail)
  const expediteur = mail.from?.value
    .flatMap(({ address, name, group }) => group ?? [{ address, name }])
    .find(({ address }) => address)
  const de = {
    adresse: texteSimple(expediteur?.address ?? '')
      .toLowerCase()
      .slice(0, 254),
    nom: texteSimple(expediteur?.name ?? '').slice(0, 200),
  }
  const empreinte = sha256(
    [de.adresse, texte.replace(/\s+/g, ' ').trim(), ...pieces.map((piece) => piece.sha256).sort()].join('\n'),
  )
  const [messageId] = idsDe(mail.messageId)
  return {
    messageId: messageId ?? `${empreinte}@sans-identifiant.invalid`,
    messageIdDerive: messageId === undefined,
    de,
    objet: objetDe(mail),
    date,
    inReplyTo: idsDe(mail.inReplyTo)[0] ?? null,
    references: idsDe(mail.references),
    entetes,
    texte,
    html,
    pieces,
    taille: contenu.length,
    empreinte,
    sha256: sha256(contenu),
  }
}
