/** Elements one inside the other that are kept; what stands deeper keeps its words and loses its tags. Fewer than a document read as XML may have. */
const PROFONDEUR_MAX = 180
/** Tags that are kept: a mail of a hundred pages has some ten thousand. */
const ELEMENTS_MAX = 50_000
const ATTRIBUTS_MAX = 30
/** Longer attributes are left out: no style nor reference to a joined picture comes near. */
const ATTRIBUT_MAX = 4_000

const VIDES = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** Whose content is no markup, and nothing of which is shown. */
const OPAQUES = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext'])

const BLOCS = ['div', 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p']
/** Elements that end when this one begins, being never closed in many mails. */
const TERMINE = new Map<string, readonly string[]>([
  ...BLOCS.map((nom): [string, string[]] => [nom, ['p']]),
  ['li', ['li']],
  ['td', ['td', 'th']],
  ['th', ['td', 'th']],
  ['tr', ['td', 'th', 'tr']],
  ['tbody', ['thead', 'tbody']],
  ['tfoot', ['thead', 'tbody']],
  ['dt', ['dt', 'dd']],
  ['dd', ['dt', 'dd']],
  ['option', ['option']],
])

type Balise = { nom: string; ecrite: string; fin: number }

/**
 * The HTML of a mail written again so that no reader of HTML can be slowed by it: every element closed, at most PROFONDEUR_MAX one inside
 * the other and ELEMENTS_MAX in all, short attributes between quotes; no comment, declaration, script nor style. What a browser would show stays. One pass,
 * whatever the input.
 */
export function bornerHtml(html: string): string {
  const rendu: string[] = []
  const pile: { nom: string; gardee: boolean }[] = []
  const ouverts = new Map<string, number>()
  let elements = 0

  const depiler = () => {
    const derniere = pile.pop()
    if (!derniere) return
    ouverts.set(derniere.nom, (ouverts.get(derniere.nom) ?? 1) - 1)
    if (derniere.gardee) rendu.push(`</${derniere.nom}>`)
  }
  const ouvrir = ({ nom, ecrite }: Balise) => {
    const termines = TERMINE.get(nom) ?? []
    while (termines.includes(pile.at(-1)?.nom ?? '')) depiler()
    const gardee = pile.length < PROFONDEUR_MAX && elements < ELEMENTS_MAX
    if (gardee) {
      elements += 1
      rendu.push(ecrite)
    }
    if (VIDES.has(nom)) return
    pile.push({ nom, gardee })
    ouverts.set(nom, (ouverts.get(nom) ?? 0) + 1)
  }
  /** An end that closes nothing is left out: elements between are closed by the one they stand in. */
  const fermer = (nom: string) => {
    if (nom === 'br') rendu.push('<br>')
    if ((ouverts.get(nom) ?? 0) === 0) return
    while (pile.at(-1)?.nom !== nom) depiler()
    depiler()
  }

  let place = 0
  while (place < html.length) {
    const debut = html.indexOf('<', place)
    rendu.push(html.slice(place, debut < 0 ? undefined : debut))
    if (debut < 0) break
    const suite = html[debut + 1] ?? ''
    if (html.startsWith('<!--', debut)) place = apres(html, '-->', debut + 4)
    else if (suite === '!' || suite === '?') place = apres(html, '>', debut)
    else if (suite === '/') {
      fermer(nomEn(html, debut + 2))
      place = apres(html, '>', debut)
    } else if (/[a-z]/i.test(suite)) {
      const balise = lireBalise(html, debut)
      if (OPAQUES.has(balise.nom)) place = finOpaque(html, balise)
      else {
        if (balise.fin <= html.length) ouvrir(balise)
        place = balise.fin
      }
    } else {
      // Each is a token of its own for who reads the result.
      rendu.push(elements < ELEMENTS_MAX ? '&lt;' : ' ')
      elements += 1
      place = debut + 1
    }
  }
  while (pile.length > 0) depiler()
  return rendu.join('')
}

/** The place after this mark; beyond the end where it never comes, so that it is looked for once. */
function apres(html: string, marque: string, depuis: number): number {
  const fin = html.indexOf(marque, depuis)
  return fin < 0 ? html.length + 1 : fin + marque.length
}

function finOpaque(html: string, { nom, fin }: Balise): number {
  const marque = new RegExp(`</${nom}`, 'gi')
  marque.lastIndex = fin
  const trouvee = marque.exec(html)
  return trouvee ? trouvee.index : html.length + 1
}

const NOM = /[a-z][a-z0-9:-]{0,30}/iy

function nomEn(html: string, place: number): string {
  NOM.lastIndex = place
  return NOM.exec(html)?.[0].toLowerCase() ?? ''
}

const BLANC = /[\s/]*/y
const ATTRIBUT = /[^\s/>=]*/y
const EGAL = /\s*=\s*/y
const NU = /[^\s>]*/y

function lire(expression: RegExp, html: string, place: number): string {
  expression.lastIndex = place
  return expression.exec(html)?.[0] ?? ''
}

/** Reads the tag that begins here. Its end is beyond the text when nothing closes it. */
function lireBalise(html: string, debut: number): Balise {
  const nom = nomEn(html, debut + 1)
  const attributs: string[] = []
  let place = debut + 1 + lire(ATTRIBUT, html, debut + 1).length
  for (;;) {
    place += lire(BLANC, html, place).length
    const signe = html[place]
    if (signe === undefined) return { nom, ecrite: '', fin: html.length + 1 }
    if (signe === '>') break
    const cle = signe === '=' ? '=' : lire(ATTRIBUT, html, place)
    place += cle.length
    const egal = lire(EGAL, html, place)
    place += egal.length
    if (egal === '') continue
    const cite = html[place] === '"' || html[place] === "'" ? html[place] : ''
    const fin = cite ? apres(html, cite, place + 1) : place + lire(NU, html, place).length
    if (fin > html.length) return { nom, ecrite: '', fin }
    const valeur = cite ? html.slice(place + 1, fin - 1) : html.slice(place, fin)
    place = fin
    if (/^[a-z][\w:-]{0,30}$/i.test(cle) && valeur.length <= ATTRIBUT_MAX && attributs.length < ATTRIBUTS_MAX)
      attributs.push(` ${cle.toLowerCase()}="${valeur.replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`)
  }
  return { nom, ecrite: `<${nom}${attributs.join('')}>`, fin: place + 1 }
}
