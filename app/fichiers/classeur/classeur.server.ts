import type { Cellule, Ligne } from '#domain/portail/cellule'
import { formatJour, jourDuTableur, parseJour } from '#domain/temps/jour'
import { COLONNES_MAX as COLONNES, LIGNES_MAX as LIGNES, rangDe, suivant } from '#fichiers/classeur/bornes-de-feuille'
import { parcourirXml, lireXml } from '#fichiers/classeur/feuille-xml'
import type { Classeur } from '#fichiers/classeur/garde-classeur'
import { lireCibles, lireTextes } from '#fichiers/classeur/parties-de-classeur'

/** One sheet, its rows read as they are asked for: 20 000 of them never stand in memory together. */
export type Feuille = { nom: string; lignes: () => AsyncGenerator<Ligne> }

/** Longer texts are cut: no field of a demande needs more, and a cell may hold 32 767 characters. */
export const MAX_CELLULE = 10_000
const MAX_COLONNES = 500

type Contexte = { textes: readonly string[]; dates: readonly boolean[]; systeme1904: boolean }

/** The sheets of an opened workbook, in their order. */
export async function feuillesDe({ entrees }: Classeur): Promise<Feuille[]> {
  const cibles = await lireCibles(entrees)
  const feuilles: { nom: string; chemin: string }[] = []
  let systeme1904 = false
  await parcourirXml(entrees.get('xl/workbook.xml'), {
    ouvrir: (nom, attributs) => {
      if (nom === 'workbookPr') systeme1904 = /^(1|true|on)$/i.test(attributs['date1904'] ?? '')
      if (nom === 'sheet')
        feuilles.push({ nom: attributs['name'] ?? '', chemin: cibles.get(attributs['r:id'] ?? '') ?? '' })
    },
  })
  const contexte = { systeme1904, textes: await lireTextes(entrees, MAX_CELLULE), dates: await lireFormats(entrees) }
  return feuilles.flatMap(({ nom, chemin }) => {
    const entree = entrees.get(chemin)
    return entree ? [{ nom, lignes: () => lireLignes(entree, contexte) }] : []
  })
}

type Entrees = Classeur['entrees']

const estFormatDate = (id: number, code: string | undefined) =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58) ||
  (code !== undefined && /[dmyj]/i.test(sansLitteraux(code)))

/** Characters of the longest code that Excel takes. */
const CODE_MAX = 255
const FERME: Record<string, string> = { '"': '"', '[': ']' }

/** A code of format without its quoted words, its escaped characters, its conditions between brackets and its `General`. */
function sansLitteraux(entier: string): string {
  const code = entier.slice(0, CODE_MAX)
  let nu = ''
  for (let i = 0; i < code.length; i += 1) {
    const signe = code[i] ?? ''
    const fin = FERME[signe] === undefined ? -1 : code.indexOf(FERME[signe], i + 1)
    if (signe === '\\') i += 1
    else if (fin > i) i = fin
    else nu += signe
  }
  return nu.replace(/general/gi, '')
}

/** For each style of cell, whether its number is a date. */
async function lireFormats(entrees: Entrees): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const dates: boolean[] = []
  let dansXfs = false
  await parcourirXml(entrees.get('xl/styles.xml'), {
    ouvrir: (nom, attributs) => {
      const id = Number(attributs['numFmtId'] ?? 0)
      if (nom === 'numFmt') codes.set(id, attributs['formatCode'] ?? '')
      if (nom === 'cellXfs') dansXfs = true
      if (nom === 'xf' && dansXfs) dates.push(estFormatDate(id, codes.get(id)))
    },
    fermer: (nom) => {
      if (nom === 'cellXfs') dansXfs = false
    },
  })
  return dates
}

/** `AB12` → 27. */
function indexDeColonne(reference: string): number {
  let index = 0
  for (const lettre of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') index = index * 26 + lettre.charCodeAt(0) - 64
  return index - 1
}

function cellule(type: string, style: number, brut: string, contexte: Contexte): Cellule {
  const texte = brut.slice(0, MAX_CELLULE)
  if (type === 's') return { texte: contexte.textes[Number(texte)] ?? '' }
  if (type === 'inlineStr' || type === 'str' || type === 'e') return { texte }
  if (type === 'b') return { texte: texte === '1' ? 'VRAI' : 'FAUX' }
  if (type === 'd') {
    const jour = parseJour(texte)
    return jour === null ? { texte } : { texte: formatJour(jour), date: jour }
  }
  const nombre = Number(texte)
  if (texte.trim() === '' || !Number.isFinite(nombre)) return { texte }
  const jour = contexte.dates[style] && nombre >= 1 ? jourDuTableur(nombre, contexte.systeme1904) : null
  return jour === null ? { texte: String(nombre), nombre } : { texte: formatJour(jour), date: jour }
}

async function* lireLignes(entree: Parameters<typeof lireXml>[0], contexte: Contexte): AsyncGenerator<Ligne> {
  let pretes: Ligne[] = []
  let numero = 0
  let cellules: Cellule[] = []
  let colonne = -1
  let type = ''
  let style = 0
  let brut = ''
  let lit = false
  const lecture = lireXml(entree, {
    ouvrir: (nom, attributs) => {
      if (nom === 'row') {
        numero = rangDe(attributs['r'], LIGNES) ?? suivant(numero, LIGNES)
        cellules = []
        colonne = -1
      } else if (nom === 'c') {
        colonne = attributs['r'] ? indexDeColonne(attributs['r']) : suivant(colonne, COLONNES)
        type = attributs['t'] ?? 'n'
        style = Number(attributs['s'] ?? 0)
        brut = ''
      }
      lit = nom === 'v' || nom === 't'
    },
    fermer: (nom) => {
      lit = false
      if (nom === 'c' && colonne >= 0 && colonne < MAX_COLONNES) {
        while (cellules.length < colonne) cellules.push({ texte: '' })
        cellules[colonne] = cellule(type, style, brut, contexte)
      } else if (nom === 'row' && cellules.length > 0) pretes.push({ numero, cellules })
    },
    texte: (texte) => {
      if (lit && brut.length < MAX_CELLULE) brut += texte
    },
  })
  for await (const _ of lecture) {
    yield* pretes
    pretes = []
  }
}
