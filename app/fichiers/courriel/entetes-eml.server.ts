import type { ParsedMail } from 'mailparser'
import type { EntetesDeMachine } from '#domain/courriel-recu/automatisme'
import { decoderTexte, estMalDecode } from '#fichiers/courriel/jeu-de-caracteres'

const OBJET_MAX = 500
/** What is read of one header, in characters: a hundred references take twelve thousand. */
const ENTETE_MAX = 16_384
const REFERENCES_MAX = 100

/** A text without the characters that only harm: NUL, controls other than line breaks and tabs, direction marks, halves of pairs. */
export const texteSimple = (texte: string): string =>
  texte.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')

/** The identifiers of a header, without angle brackets, in their order. */
export function idsDe(entete: string | string[] | undefined): string[] {
  const texte = (Array.isArray(entete) ? entete.join(' ') : (entete ?? '')).slice(0, ENTETE_MAX * 4)
  return [
    ...new Set(
      texte.split(/[\s,]+/).map((id) =>
        texteSimple(id)
          .replace(/^<+|(?<!>)>+$/g, '')
          .slice(0, 500),
      ),
    ),
  ]
    .filter((id) => id !== '')
    .slice(0, REFERENCES_MAX)
}

const MACHINE = [
  'auto-submitted',
  'precedence',
  'x-autoreply',
  'x-auto-response-suppress',
  'list-id',
  'list-unsubscribe',
  'return-path',
  'content-type',
] as const

/** The headers that say a machine speaks, and when the mail was sent. */
export function entetesDe({ headerLines }: ParsedMail): EntetesDeMachine & { date: Date | null } {
  const valeurs = new Map<string, string>()
  for (const { key, line } of headerLines) if (!valeurs.has(key)) valeurs.set(key, valeurDe(line))
  const entetes: EntetesDeMachine = {}
  for (const nom of MACHINE) {
    const valeur = valeurs.get(nom)
    if (valeur !== undefined) entetes[nom] = valeur.slice(0, 500)
  }
  return { ...entetes, date: dateDe(valeurs.get('date')) ?? dateDe(valeurs.get('received')?.split(';').at(-1)) }
}

const valeurDe = (ligne: string): string =>
  texteSimple(
    ligne
      .slice(ligne.indexOf(':') + 1)
      .slice(0, ENTETE_MAX)
      .replace(/\r?\n[ \t]+/g, ' '),
  ).trim()

/** The instant of a Date header. mailparser puts the present moment where it cannot be read, which would make a late fiche of an old one. */
function dateDe(entete: string | undefined): Date | null {
  if (!entete) return null
  const date = new Date(sansCommentaires(entete).trim())
  const annee = date.getUTCFullYear()
  return annee >= 1990 && annee <= 2100 ? date : null
}

/** A value without what stands between brackets, `Mon, 5 May 2025 10:00:00 +0200 (CEST)`, even one inside the other. */
function sansCommentaires(entete: string): string {
  let profondeur = 0
  let dit = ''
  for (const signe of entete) {
    if (signe === '(') profondeur += 1
    else if (signe === ')') profondeur = Math.max(0, profondeur - 1)
    else if (profondeur === 0) dit += signe
  }
  return dit
}

/** The subject on one line, decoded again from its bytes when its declared charset is wrong. */
export function objetDe({ subject = '', headerLines }: ParsedMail): string {
  const lu = texteSimple(subject)
  const ligne = headerLines.find(({ key }) => key === 'subject')?.line
  const objet =
    ligne && estMalDecode(subject) ? decoderEntete(ligne.slice(ligne.indexOf(':') + 1).slice(0, ENTETE_MAX)) : lu
  return texteSimple(objet).replace(/\s+/gu, ' ').trim().slice(0, OBJET_MAX)
}

const MOT_CODE = /=\?([\w.:-]+)(?:\*[\w-]+)?\?([QB])\?([^?\r\n]*)\?=/gi

/** Encoded words (RFC 2047) and raw bytes, each read in the charset that its bytes show. */
function decoderEntete(ligne: string): string {
  const deplie = ligne.replace(/\r?\n[ \t]+/g, ' ').replace(/\?=\s+=\?/g, '?==?')
  const decode = deplie.replace(MOT_CODE, (_mot, charset: string, codage: string, corps: string) =>
    decoderTexte(octetsDe(codage, corps), charset),
  )
  const brut = Buffer.from(decode, 'latin1')
  return estMalDecode(decode) && brut.toString('latin1') === decode ? decoderTexte(brut, '') : decode
}

const octetsDe = (codage: string, corps: string): Buffer =>
  codage.toUpperCase() === 'B'
    ? Buffer.from(corps, 'base64')
    : Buffer.from(
        corps.replace(/_/g, ' ').replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      )
