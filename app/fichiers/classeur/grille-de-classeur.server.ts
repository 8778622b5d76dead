import type { Entry } from 'yauzl-promise'
import { decaler } from '#domain/budget/lecture/formule'
import { positionDe, type Cellule, type Classeur as Grille, type Feuille } from '#domain/budget/lecture/grille'
import { COLONNES_MAX as COLONNES, LIGNES_MAX as LIGNES, rangDe, suivant } from '#fichiers/classeur/bornes-de-feuille'
import { lireXml, parcourirXml } from '#fichiers/classeur/feuille-xml'
import type { Classeur } from '#fichiers/classeur/garde-classeur'
import { lireCibles, lireTextes } from '#fichiers/classeur/parties-de-classeur'

type Entrees = Classeur['entrees']
type FeuilleDeclaree = { nom: string; visible: boolean; chemin: string }

/** Longer texts are cut: no line of a budget needs more. */
const TEXTE_MAX = 2_000
const COLONNES_MAX = 100
const CELLULES_MAX = 200_000
const FUSIONS_MAX = 2_000
const LIGNES_FUSIONNEES_MAX = 60

/** A workbook as the rules of the budget look at it: values as cached, formulas beside them, what is hidden said. */
export async function lireGrille({ entrees }: Classeur): Promise<Grille> {
  const cibles = await lireCibles(entrees)
  const { declarees, noms } = await lireSommaire(entrees, cibles)
  const textes = await lireTextes(entrees, TEXTE_MAX)
  const feuilles: Feuille[] = []
  let restantes = CELLULES_MAX
  for (const { nom, visible, chemin } of declarees) {
    const entree = entrees.get(chemin)
    if (!entree) continue
    const lue = await lireFeuille(entree, textes, restantes)
    restantes -= lue.compte
    const { lignes, lignesMasquees, colonnesMasquees } = lue
    feuilles.push({ nom, visible, lignes, lignesMasquees, colonnesMasquees })
  }
  return { feuilles, noms }
}

async function lireSommaire(entrees: Entrees, cibles: ReadonlyMap<string, string>) {
  const declarees: FeuilleDeclaree[] = []
  const noms = new Map<string, { feuille: string; ligne: number; colonne: number }>()
  let nomDefini: string | null = null
  let reference = ''
  await parcourirXml(entrees.get('xl/workbook.xml'), {
    ouvrir: (nom, attributs) => {
      if (nom === 'sheet') {
        const visible = !/hidden/i.test(attributs['state'] ?? '')
        declarees.push({ nom: attributs['name'] ?? '', visible, chemin: cibles.get(attributs['r:id'] ?? '') ?? '' })
      }
      if (nom === 'definedName') {
        nomDefini = (attributs['name'] ?? '').toUpperCase()
        reference = ''
      }
    },
    texte: (texte) => {
      if (nomDefini !== null && reference.length < TEXTE_MAX) reference += texte
    },
    fermer: (nom) => {
      if (nom !== 'definedName' || nomDefini === null) return
      const cible = lireReference(reference)
      if (cible) noms.set(nomDefini, cible)
      nomDefini = null
    },
  })
  return { declarees, noms }
}

/** `'Mon budget'!$C$14` → its sheet and place; a range, a constant or a broken name points at nothing. */
function lireReference(reference: string): { feuille: string; ligne: number; colonne: number } | null {
  const lu = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/i.exec(reference.trim())
  const position = lu?.[3] ? positionDe(lu[3]) : null
  return position && { feuille: (lu?.[1] ?? lu?.[2] ?? '').replaceAll("''", "'"), ...position }
}

type EnCours = {
  ligne: number
  colonne: number
  type: string
  brut: string
  formule: string
  /** The number of the formula it shares with other cells. */
  partagee?: string
}

function celluleLue({ ligne, colonne, type, brut, formule }: EnCours, textes: readonly string[]): Cellule | null {
  const commun = { ligne, colonne, ...(formule && { formule }) }
  const texte = type === 's' ? (textes[Number(brut)] ?? '') : brut
  if (texte === '') return formule ? { ...commun, valeur: null } : null
  if (type === 'e') return { ...commun, valeur: texte, erreur: true }
  if (type === 'b') return { ...commun, valeur: texte === '1' ? 'VRAI' : 'FAUX' }
  if (type === 's' || type === 'str' || type === 'inlineStr' || type === 'd') return { ...commun, valeur: texte }
  const nombre = Number(texte)
  return { ...commun, valeur: texte.trim() !== '' && Number.isFinite(nombre) ? nombre : texte }
}

type Partagees = Map<string, { formule: string; ligne: number; colonne: number }>

/** A formula written once for several cells: the first says it, the others say its number, and it slides with them. */
function formuleDe(cellule: EnCours, partagees: Partagees): string {
  const { partagee, formule, ligne, colonne } = cellule
  if (partagee === undefined) return formule
  if (formule !== '') {
    partagees.set(partagee, { formule, ligne, colonne })
    return formule
  }
  const modele = partagees.get(partagee)
  return modele ? decaler(modele.formule, { lignes: ligne - modele.ligne, colonnes: colonne - modele.colonne }) : ''
}

const estVrai = (attribut: string | undefined) => /^(1|true)$/i.test(attribut ?? '')

/** Reads the cells that hold something; beyond the limits the rest of the sheet is left aside. */
async function lireFeuille(entree: Entry, textes: readonly string[], max: number) {
  const lignes = new Map<number, Map<number, Cellule>>()
  const lignesMasquees = new Set<number>()
  const colonnesMasquees = new Set<number>()
  const fusions: string[] = []
  const partagees: Partagees = new Map()
  let compte = 0
  let ligne = 0
  let colonne = 0
  let cellule: EnCours | null = null
  let lit: 'brut' | 'formule' | null = null
  const lecture = lireXml(entree, {
    ouvrir: (nom, attributs) => {
      if (nom === 'row') {
        ligne = rangDe(attributs['r'], LIGNES) ?? suivant(ligne, LIGNES)
        colonne = 0
        if (estVrai(attributs['hidden'])) lignesMasquees.add(ligne)
      } else if (nom === 'c') {
        const position = positionDe(attributs['r'] ?? '')
        colonne = position?.colonne ?? suivant(colonne, COLONNES)
        cellule = { ligne: position?.ligne ?? ligne, colonne, type: attributs['t'] ?? 'n', brut: '', formule: '' }
      } else if (nom === 'f' && cellule && attributs['t'] === 'shared') cellule.partagee = attributs['si'] ?? ''
      else if (nom === 'col' && estVrai(attributs['hidden'])) masquer(colonnesMasquees, attributs)
      else if (nom === 'mergeCell' && fusions.length < FUSIONS_MAX) fusions.push(attributs['ref'] ?? '')
      lit = nom === 'v' || nom === 't' ? 'brut' : nom === 'f' ? 'formule' : null
    },
    fermer: (nom) => {
      lit = null
      if (nom !== 'c' || !cellule) return
      const formule = formuleDe(cellule, partagees)
      const lue = cellule.colonne <= COLONNES_MAX && compte < max ? celluleLue({ ...cellule, formule }, textes) : null
      cellule = null
      if (!lue) return
      compte += 1
      const rangee = lignes.get(lue.ligne) ?? new Map<number, Cellule>()
      lignes.set(lue.ligne, rangee.set(lue.colonne, lue))
    },
    texte: (texte) => {
      if (cellule && lit && cellule[lit].length < TEXTE_MAX) cellule[lit] += texte.slice(0, TEXTE_MAX)
    },
  })
  for await (const _ of lecture) if (compte >= max) break
  for (const fusion of fusions) etendre(lignes, fusion)
  return { lignes, lignesMasquees, colonnesMasquees, compte }
}

function masquer(colonnesMasquees: Set<number>, { min, max }: Readonly<Record<string, string>>) {
  const debut = rangDe(min, COLONNES)
  const fin = Math.min(rangDe(max, COLONNES) ?? 0, COLONNES_MAX)
  for (let c = debut ?? COLONNES; c <= fin; c += 1) colonnesMasquees.add(c)
}

/** A code or a label merged down several rows is said of each of them; an amount is of the first only. */
function etendre(lignes: Map<number, Map<number, Cellule>>, fusion: string) {
  const [debut, fin] = fusion.split(':').map(positionDe)
  if (!debut || !fin || debut.colonne !== fin.colonne || fin.ligne - debut.ligne > LIGNES_FUSIONNEES_MAX) return
  const source = lignes.get(debut.ligne)?.get(debut.colonne)
  if (!source || source.formule !== undefined || !estMotOuCode(source.valeur)) return
  for (let ligne = debut.ligne; ligne <= fin.ligne; ligne += 1) {
    const rangee = lignes.get(ligne)
    if (ligne === debut.ligne || !rangee?.has(debut.colonne))
      rangee?.set(debut.colonne, { ...source, ligne, fusionnee: true })
  }
}

const estMotOuCode = (valeur: Cellule['valeur']) =>
  typeof valeur === 'number'
    ? valeur >= 60 && valeur < 90 && Number.isInteger(valeur)
    : /\p{L}|^[678]\d{1,3}$/u.test(valeur ?? '')
