import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser'
import { ok, type Result } from '#domain/result'
import {
  adressesDArrivee,
  adressesEnEchec,
  lireRemise,
  texteDeRapport,
  TYPE_DE_RAPPORT,
} from '#fichiers/courriel/avis-de-remise'
import { alleger, numeroDe, type Allege, type Mesure } from '#fichiers/courriel/courriel-allege'
import { lireDebut, type CourrielLu, type Depot, type Octets, type PieceGardee } from '#fichiers/courriel/courriel-lu'
import { entetesDe, idsDe, objetDe, texteSimple } from '#fichiers/courriel/entetes-eml'
import { DecodeurDeTexte, estMalDecode, renommerCharsets } from '#fichiers/courriel/jeu-de-caracteres'
import { nettoyerNom } from '#fichiers/type/nom-de-fichier'
import { LIMITES_COURRIEL, refuser, type MotifIllisible } from '#fichiers/courriel/refus-courriel'
import { typeDesOctets } from '#fichiers/courriel/type-de-contenu'

const HTML_MAX = 2_000_000
const TEXTE_MAX = 1_000_000
const TETE = 256 * 1024

/** Where the reading of a mail within a mail stands. */
export type Lecture = { depot: Depot; mesure: Mesure; profondeur: number }

export type CourrielOuRefus = Result<CourrielLu, MotifIllisible>

/** Reads one .eml, its files going to the depot as it streams by. Throws Illisible, or what the depot throws. */
export async function lireEml(octets: Octets, { depot, mesure }: Lecture): Promise<CourrielOuRefus> {
  if (octets.taille > LIMITES_COURRIEL.octets) return refuser('TROP_LOURD')
  const tete = await lireDebut(octets, TETE)
  const debut = finDeLEnveloppe(tete)
  const refus = refusDe(tete.subarray(debut))
  if (refus) return refuser(refus)
  const source = await octets.stream({ start: debut, end: octets.taille - 1 })
  const allege = await alleger(source, depot, mesure)
  if (!estDecoupe(tete.subarray(debut), allege.contenu)) return refuser('MAL_DECOUPE')
  const mail = await parser(allege.contenu)
  const { texte, html } = await textesDe(mail, allege.contenu)
  const pieces: PieceGardee[] = []
  const rapports: string[] = []
  for (const [rang, jointe] of mail.attachments.entries()) {
    const piece = await pieceDe(jointe, { rang, allege, depot })
    // A report is words of the mail, not a file.
    if (TYPE_DE_RAPPORT.test(piece.type)) rapports.push(await texteDeRapport(piece))
    else pieces.push(piece)
  }
  const entier = [texte, ...rapports].join('\n').slice(0, TEXTE_MAX)
  const lu = composer({ mail, taille: octets.taille, texte: entier, html, pieces })
  const arrivee = { adresses: adressesDArrivee(mail), enEchec: adressesEnEchec(mail), rapport: rapports[0] ?? null }
  return ok({ ...lu, remise: await lireRemise(lu, arrivee) })
}

const ENVELOPPE_MBOX = /^(?:\xEF\xBB\xBF)?(?:From [^\r\n]{1,200}\r?\n|\s+)/

/** Bytes before the first header: a byte order mark, the line that an mbox puts there. */
function finDeLEnveloppe(tete: Buffer): number {
  const marque = tete.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  return marque + (ENVELOPPE_MBOX.exec(tete.subarray(marque, marque + 400).toString('latin1'))?.[0].length ?? 0)
}

const enteteDe = (tete: Buffer): string => {
  const texte = tete.toString('latin1')
  const fin = texte.search(/\r?\n\r?\n/)
  return fin < 0 ? texte : texte.slice(0, fin)
}

/** What can be said from the first bytes. */
function refusDe(tete: Buffer): MotifIllisible | null {
  if (tete.length === 0) return 'VIDE'
  const entete = enteteDe(tete)
  const estUnMessage =
    !entete.includes('\0') &&
    /^(?:from|to|subject|date|message-id|received|return-path|mime-version|content-type):/im.test(entete)
  return estUnMessage ? null : 'PAS_UN_MESSAGE'
}

/** Whether the boundary that the mail announces is ever met. */
function estDecoupe(tete: Buffer, contenu: Buffer): boolean {
  const type = /^content-type:[ \t]*(multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im.exec(enteteDe(tete))?.[1]
  if (type === undefined) return true
  const [, cite, nu] = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/i.exec(type) ?? []
  const delimiteur = cite ?? nu
  return delimiteur !== undefined && contenu.includes(`\n--${delimiteur}`, 0, 'latin1')
}

const parser = (contenu: Buffer): Promise<ParsedMail> =>
  simpleParser(contenu, {
    Iconv: DecodeurDeTexte,
    checksumAlgo: false,
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    keepDeliveryStatus: true,
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

type Place = { rang: number; allege: Allege; depot: Depot }

async function pieceDe(jointe: Attachment, { rang, allege, depot }: Place): Promise<PieceGardee> {
  const { content, contentType, filename, cid, contentDisposition } = jointe
  const numero = numeroDe(content)
  const extrait = (numero === null ? undefined : allege.extraits[numero]) ?? {
    octets: await depot(Readable.from([content])),
    sha256: sha256(content),
  }
  return {
    nom: nettoyerNom(filename, `piece-${rang + 1}`),
    octets: extrait.octets,
    type: texteSimple(contentType).slice(0, 100),
    typeReel: await typeDesOctets(extrait.octets),
    taille: extrait.octets.taille,
    sha256: extrait.sha256,
    dansLeTexte: contentDisposition !== 'attachment' && cid !== undefined && contentType.startsWith('image/'),
    ...(cid !== undefined && { cid: texteSimple(cid).slice(0, 200) }),
  }
}

type Lu = { mail: ParsedMail; taille: number; texte: string; html: string | null; pieces: PieceGardee[] }

function composer({ mail, taille, texte, html, pieces }: Lu): CourrielLu {
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
  const [messageId] = idsDe(mail.messageId)
  return identifier({
    messageId: messageId ?? '',
    messageIdDerive: messageId === undefined,
    de,
    objet: objetDe(mail),
    date,
    inReplyTo: idsDe(mail.inReplyTo)[0] ?? null,
    references: idsDe(mail.references),
    joints: [],
    remise: null,
    entetes,
    texte,
    html,
    pieces,
    taille,
  })
}

/** Names the mail by what it says: its sender, its text and its files. */
export function identifier(lu: Omit<CourrielLu, 'empreinte'>): CourrielLu {
  const { de, texte, pieces, messageIdDerive } = lu
  const empreinte = sha256(
    [de.adresse, texte.replace(/\s+/g, ' ').trim(), ...pieces.map((piece) => piece.sha256).sort()].join('\n'),
  )
  return { ...lu, empreinte, ...(messageIdDerive && { messageId: `${empreinte}@sans-identifiant.invalid` }) }
}
