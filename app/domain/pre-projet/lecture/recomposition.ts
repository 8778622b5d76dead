/** Paragraphs of a text, without what parts them. */
export const enParagraphes = (texte: string): string[] =>
  texte
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraphe) => paragraphe.trim())
    .filter(Boolean)

const assembler = (liste: readonly string[]) => liste.join('\n\n')

export type Difference = { sorte: 'GARDE' | 'AJOUT' | 'RETRAIT'; texte: string }

/** What changes from one text to the other, paragraph by paragraph, along their longest common sequence. */
export function differences(avant: string, apres: string): Difference[] {
  const [a, b] = [enParagraphes(avant), enParagraphes(apres)]
  const commun = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const au = (i: number, j: number) => commun[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const ligne = commun[i]
      if (ligne) ligne[j] = a[i] === b[j] ? au(i + 1, j + 1) + 1 : Math.max(au(i + 1, j), au(i, j + 1))
    }
  }
  const suite: Difference[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [ici, la] = [a[i], b[j]]
    if (ici !== undefined && ici === la) {
      suite.push({ sorte: 'GARDE', texte: ici })
      i += 1
      j += 1
    } else if (la === undefined || (ici !== undefined && au(i + 1, j) >= au(i, j + 1))) {
      if (ici !== undefined) suite.push({ sorte: 'RETRAIT', texte: ici })
      i += 1
    } else {
      suite.push({ sorte: 'AJOUT', texte: la })
      j += 1
    }
  }
  return suite
}

/**
 * Brings a text up to what the answers now say without losing what an officer wrote in it: paragraphs that the answers no longer give
 * go, if nobody touched them; those they now give come after the one they follow, if it is still there. Everything else stays.
 */
export function recomposer(corps: string, avant: string, apres: string): string {
  const suite = differences(avant, apres)
  const retires = suite.filter(({ sorte }) => sorte === 'RETRAIT').map(({ texte }) => texte)
  const resultat = enParagraphes(corps)
  for (const retire of retires) {
    const rang = resultat.indexOf(retire)
    if (rang >= 0) resultat.splice(rang, 1)
  }
  let precedents: string[] = []
  for (const { sorte, texte } of suite) {
    if (sorte === 'RETRAIT') continue
    if (sorte === 'AJOUT' && !resultat.includes(texte)) {
      const ancre = precedents.map((un) => resultat.lastIndexOf(un)).find((rang) => rang >= 0)
      resultat.splice(ancre === undefined ? 0 : ancre + 1, 0, texte)
    }
    precedents = [texte, ...precedents]
  }
  return assembler(resultat)
}

/** Where a reply stands against what its answers give. */
export type EtatRedaction =
  /** Nobody has touched it: it follows the answers. */
  | { sorte: 'COMPOSEE'; corps: string }
  /** An officer edited it, and the answers still give what they started from. */
  | { sorte: 'MODIFIEE'; corps: string }
  /** An officer edited it, then an answer changed: `apres` is what they give now. */
  | { sorte: 'A_RECOMPOSER'; corps: string; avant: string; apres: string }

const pareils = (a: string, b: string) => assembler(enParagraphes(a)) === assembler(enParagraphes(b))

/** The text to show, and what to offer. `redaction` is null before anybody wrote. */
export function etatRedaction(redaction: { corps: string; propose: string } | null, propose: string): EtatRedaction {
  if (!redaction || pareils(redaction.corps, redaction.propose)) return { sorte: 'COMPOSEE', corps: propose }
  const { corps, propose: avant } = redaction
  if (pareils(avant, propose) || pareils(corps, propose)) return { sorte: 'MODIFIEE', corps }
  return { sorte: 'A_RECOMPOSER', corps, avant, apres: propose }
}
