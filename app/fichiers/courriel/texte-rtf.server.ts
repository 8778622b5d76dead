import iconv from 'iconv-lite'

/** Groups that hold no text of the document. */
const SANS_TEXTE = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'generator',
  'header',
  'footer',
])

const MOTS: Record<string, string> = {
  par: '\n',
  line: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
}

const JETON =
  /\\'([\da-f]{2})|\\u(-?\d{1,6}) ?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi

type Groupe = { muet: boolean; saut: number }

/** The text of an RTF document; one made from HTML gives the text of its HTML ([MS-OXRTFEX]). */
export function texteDeRtf(rtf: string): string {
  const groupes: Groupe[] = [{ muet: false, saut: 1 }]
  let htmlrtf = false
  let aSauter = 0
  let texte = ''
  const dire = (mots: string) => {
    const groupe = groupes.at(-1)
    if (aSauter > 0) aSauter -= 1
    else if (groupe && !groupe.muet && !htmlrtf) texte += mots
  }
  for (const [, hex, unicode, mot, nombre, signe, accolade, brut] of rtf.matchAll(JETON)) {
    const groupe = groupes.at(-1) ?? { muet: false, saut: 1 }
    if (accolade === '{') groupes.push({ ...groupe })
    else if (accolade === '}') {
      if (groupes.length > 1) groupes.pop()
    } else if (hex !== undefined) dire(iconv.decode(Buffer.from(hex, 'hex'), 'windows-1252'))
    else if (unicode !== undefined) {
      dire(String.fromCharCode(Number(unicode) & 0xffff))
      aSauter = groupe.saut
    } else if (mot === 'htmlrtf') htmlrtf = nombre !== '0'
    else if (mot === 'uc') groupe.saut = Math.min(Number(nombre ?? 1), 8)
    else if (mot !== undefined && SANS_TEXTE.has(mot)) groupe.muet = true
    else if (signe === '*') groupe.muet = true
    else if (mot !== undefined || signe !== undefined) {
      const dit = MOTS[mot ?? signe ?? ''] ?? (signe !== undefined && /[\\{}]/.test(signe) ? signe : '')
      if (dit) dire(dit)
    } else if (brut !== undefined) {
      const saute = Math.min(aSauter, brut.length)
      aSauter -= saute
      if (brut.length > saute) dire(brut.slice(saute))
    }
  }
  return texte.replace(/\n{3,}/g, '\n\n').trim()
}
