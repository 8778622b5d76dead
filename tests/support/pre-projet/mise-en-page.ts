import iconv from 'iconv-lite'
import type { Reponse } from '#support/pre-projet/fiches-variees'

/** A way of laying out a fiche: the file that comes with a mail, or the mail itself. */
export type MiseEnPage = (reponses: readonly Reponse[]) => Promise<Produit> | Produit
export type Produit = { nom: string; contenu: Buffer } | { courriel: Buffer }

export const xml = (texte: string) => texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Two by two, the last alone. */
export const paires = (reponses: readonly Reponse[]): [Reponse, Reponse | undefined][] =>
  reponses.flatMap((reponse, i): [Reponse, Reponse | undefined][] => (i % 2 === 0 ? [[reponse, reponses[i + 1]]] : []))

/** Standard fonts of PDF know Windows-1252 only. */
export const win = (texte: string) =>
  iconv.decode(
    iconv.encode(
      texte
        .replace(/\u202f/g, '\u00a0')
        .replace(/[șț]/g, (c) => (c === 'ș' ? 's' : 't'))
        .replace(/ă/g, 'a'),
      'windows-1252',
    ),
    'windows-1252',
  )

/** Lines of at most so many characters, cut between words. */
export const couperLong = (texte: string, max: number): string[] => {
  const lignes: string[] = []
  let courante = ''
  for (const mot of texte.split(' ')) {
    if (courante !== '' && courante.length + mot.length + 1 > max) {
      lignes.push(courante)
      courante = mot
    } else courante = courante === '' ? mot : `${courante} ${mot}`
  }
  return [...lignes, courante]
}
