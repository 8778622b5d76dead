import iconv from 'iconv-lite'
import { unCourriel } from '#support/courriels'
import type { Reponse } from '#support/pre-projet/fiches-variees'
import { couperLong, win, xml, type MiseEnPage, type Produit } from '#support/pre-projet/mise-en-page'
import { CLASSEUR, ODT, WORD } from '#support/pre-projet/mises-en-page-bureau'
import { PDF } from '#support/pre-projet/mises-en-page-pdf'

const enHtml = (corps: string): Produit => ({
  courriel: unCourriel({
    texte: `<html><body>${corps}</body></html>`,
    entetes: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Transfer-Encoding': '8bit' },
  }),
})

const HTML: Record<string, MiseEnPage> = {
  'HTML, table': (rs) =>
    enHtml(
      `<table>${rs.map((r) => `<tr><td><b>${xml(r.libelle)}</b></td><td>${xml(r.valeur)}</td></tr>`).join('')}</table>`,
    ),
  'HTML, divs': (rs) =>
    enHtml(rs.map((r) => `<div><span>${xml(r.libelle)}</span>&nbsp;: <span>${xml(r.valeur)}</span></div>`).join('')),
  'HTML, divs within divs': (rs) =>
    enHtml(
      `<div>${rs.map((r) => `<div><div><strong>${xml(r.libelle)}</strong></div><div>${xml(r.valeur)}</div></div>`).join('')}</div>`,
    ),
  'HTML, definition list': (rs) =>
    enHtml(`<dl>${rs.map((r) => `<dt>${xml(r.libelle)}</dt><dd>${xml(r.valeur)}</dd>`).join('')}</dl>`),
  'HTML, breaks': (rs) =>
    enHtml(
      `<p>Bonjour,</p><p>${rs.map((r) => `<b>${xml(r.libelle)} :</b> ${xml(r.valeur)}`).join('<br>')}</p><p>Cordialement</p>`,
    ),
  'HTML, list': (rs) => enHtml(`<ul>${rs.map((r) => `<li>${xml(r.libelle)} : ${xml(r.valeur)}</li>`).join('')}</ul>`),
}

const replier = (texte: string, max = 72) => couperLong(texte, max).join('\r\n')
const enTexte = (texte: string, charset: string | null = 'utf-8', encodage = charset ?? 'utf-8'): Produit => ({
  courriel: unCourriel({
    texte: iconv.encode(texte, encodage),
    entetes: {
      ...(charset !== null && { 'Content-Type': `text/plain; charset=${charset}` }),
      'Content-Transfer-Encoding': '8bit',
    },
  }),
})
const lignesDe = (rs: readonly Reponse[]) => rs.map((r) => `${r.libelle} : ${r.valeur}`).join('\r\n')
const TEXTE: Record<string, MiseEnPage> = {
  'text, label : value': (rs) => enTexte(`Bonjour,\r\n\r\n${lignesDe(rs)}\r\n\r\nCordialement,\r\nCamille`),
  'text, wrapped at 72': (rs) =>
    enTexte(`Bonjour,\r\n\r\n${rs.map((r) => replier(`${r.libelle} : ${r.valeur}`)).join('\r\n')}`),
  'text, dashes and bullets': (rs) => enTexte(rs.map((r) => `- ${r.libelle} - ${r.valeur}`).join('\r\n')),
  'text, forwarded': (rs) =>
    enTexte(
      `Pour suite à donner.\r\n\r\n---------- Forwarded message ---------\r\nDe : Jean Essai <jean@exemple.test>\r\nDate: mar. 6 mai 2025 à 11:02\r\nSubject: fiche\r\nTo: <autre@exemple.test>\r\n\r\n${lignesDe(rs)}`,
    ),
  'text, over a quoted message': (rs) =>
    enTexte(
      `${lignesDe(rs)}\r\n\r\nLe 5 mai 2025 à 10:00, MCEI <mcei@exemple.test> a écrit :\r\n> Pays : Espagne\r\n> Nombre de jeunes : 3`,
    ),
  'text, quoted whole': (rs) => enTexte(`voir ci-dessous\r\n\r\n${lignesDe(rs).replace(/^/gm, '> ')}`),
  'text in Windows-1252 that says ISO-8859-1': (rs) => enTexte(win(lignesDe(rs)), 'iso-8859-1', 'windows-1252'),
  'text in Windows-1252 that says UTF-8': (rs) => enTexte(win(lignesDe(rs)), 'utf-8', 'windows-1252'),
  'text in UTF-8 that says ISO-8859-1': (rs) => enTexte(lignesDe(rs), 'iso-8859-1', 'utf-8'),
  'text in UTF-8 that says nothing': (rs) => enTexte(lignesDe(rs), null),
  'text in ISO-8859-15': (rs) =>
    enTexte(
      lignesDe(rs)
        .replace(/[’]/g, "'")
        .replace(/\u202f/g, ' ')
        .replace(/ș/g, 's')
        .replace(/ț/g, 't')
        .replace(/ă/g, 'a')
        .replace(/–/g, '-'),
      'iso-8859-15',
    ),
  'text without accents': (rs) => enTexte(lignesDe(rs).normalize('NFD').replace(/\p{M}/gu, ''), 'us-ascii', 'utf-8'),
  'text in capitals': (rs) => enTexte(rs.map((r) => `${r.libelle.toUpperCase()} : ${r.valeur}`).join('\r\n')),
}

export const MISES_EN_PAGE: Record<string, MiseEnPage> = { ...WORD, ...ODT, ...PDF, ...CLASSEUR, ...HTML, ...TEXTE }
