import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { propre } from '#fichiers/pdf/caracteres'
import type { BlocDePapier, ColonneDePapier, DocumentDePapier } from '#reports/document'

type Pdf = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

const require = createRequire(import.meta.url)

const MARGE = 50
const ENCRE = '#1b1b1f'
const GRIS = '#55555c'
const FILET = '#c8c8d0'
/** Height kept under a title, so that none stands alone at the foot of a page. */
const SOUS_TITRE = 60
/** What one cell may hold: a whole page of words is cut, since a row stands on one page. */
const CELLULE_MAX = 1_500

const coupe = (texte: string): string => (texte.length > CELLULE_MAX ? `${texte.slice(0, CELLULE_MAX)}…` : texte)

const largeur = (pdf: Pdf): number => pdf.page.width - 2 * MARGE
const bas = (pdf: Pdf): number => pdf.page.height - MARGE - 20

function place(pdf: Pdf, hauteur: number): void {
  if (pdf.y + hauteur > bas(pdf)) pdf.addPage()
}

/** One structure element around what `dessiner` writes; `parent` is where it stands in the document. */
function element(pdf: Pdf, parent: Element, nom: string, dessiner: () => void): void {
  parent.add(pdf.struct(nom, {}, dessiner))
}

/** A line that is drawn and that nobody reads aloud. */
function filet(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(MARGE, y)
    .lineTo(MARGE + largeur(pdf), y)
    .lineWidth(0.5)
    .strokeColor(FILET)
    .stroke()
  pdf.endMarkedContent()
}

type Cellule = { texte: string; part: number; gras: boolean; droite: boolean; nom: 'TH' | 'TD' }

/** A row on one page, as high as its highest cell; each cell an element of its own. */
function rangee(pdf: Pdf, table: Element, cellules: readonly Cellule[]): void {
  const total = largeur(pdf)
  const posees = cellules.map(({ part, ...cellule }) => ({ ...cellule, width: total * part - 8 }))
  const hauteur = Math.max(
    ...posees.map(({ texte, gras, width }) =>
      pdf.font(gras ? 'gras' : 'normal', 9).heightOfString(texte || ' ', { width }),
    ),
  )
  place(pdf, hauteur + 6)
  const y = pdf.y
  const ligne = pdf.struct('TR')
  table.add(ligne)
  let x = MARGE
  for (const { texte, gras, droite, nom, width } of posees) {
    const gauche = x
    element(pdf, ligne, nom, () => {
      pdf
        .font(gras ? 'gras' : 'normal', 9)
        .fillColor(ENCRE)
        .text(texte || '\u00a0', gauche, y + 2, { width, align: droite ? 'right' : 'left' })
    })
    x += width + 8
  }
  ligne.end()
  filet(pdf, y + hauteur + 4)
  pdf.x = MARGE
  pdf.y = y + hauteur + 6
}

function tableau(
  pdf: Pdf,
  parent: Element,
  colonnes: readonly ColonneDePapier[],
  rangees: readonly (readonly string[])[],
) {
  const table = pdf.struct('Table')
  parent.add(table)
  const enCellules = (textes: readonly string[], tete: boolean): Cellule[] =>
    colonnes.map(({ part, chiffres }, rang) => ({
      texte: coupe(propre(textes[rang] ?? '')),
      part,
      gras: tete,
      droite: chiffres === true,
      nom: tete ? 'TH' : 'TD',
    }))
  rangee(pdf, table, enCellules(colonnes.map(({ titre }) => titre), true)) // prettier-ignore
  for (const une of rangees) rangee(pdf, table, enCellules(une, false))
  table.end()
}

/** The name of a fact and its value on one row, without a head: the name is that of its row. */
function faits(pdf: Pdf, parent: Element, lignes: readonly (readonly [string, string])[]): void {
  const table = pdf.struct('Table')
  parent.add(table)
  for (const [nom, valeur] of lignes)
    rangee(pdf, table, [
      { texte: propre(nom), part: 0.34, gras: true, droite: false, nom: 'TH' },
      { texte: coupe(propre(valeur)), part: 0.66, gras: false, droite: false, nom: 'TD' },
    ])
  table.end()
}

function paragraphe(pdf: Pdf, parent: Element, texte: string, retrait = 0): void {
  const width = largeur(pdf) - retrait
  pdf.font('normal', 10)
  place(pdf, Math.min(pdf.heightOfString(texte, { width }), 120))
  element(pdf, parent, 'P', () => {
    pdf
      .font('normal', 10)
      .fillColor(ENCRE)
      .text(texte, MARGE + retrait, pdf.y, { width })
  })
  pdf.moveDown(0.25)
}

function ecrireBloc(pdf: Pdf, parent: Element, bloc: BlocDePapier): void {
  switch (bloc.nature) {
    case 'TEXTE':
      return paragraphe(pdf, parent, propre(bloc.texte))
    case 'LISTE':
      for (const ligne of bloc.lignes) paragraphe(pdf, parent, `– ${propre(ligne)}`, 8)
      return
    case 'FAITS':
      return faits(pdf, parent, bloc.faits)
    case 'TABLEAU':
      return tableau(pdf, parent, bloc.colonnes, bloc.rangees)
  }
}

/** The foot of each page, once their number is known. */
function pieds(pdf: Pdf, pied: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Under the margin a text would begin a page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .font('normal', 8)
      .fillColor(GRIS)
      .text(`${pied} – page ${page - start + 1} sur ${count}`, MARGE, pdf.page.height - MARGE, {
        width: largeur(pdf),
        align: 'right',
        lineBreak: false,
      })
    pdf.endMarkedContent()
  }
}

/**
 * A document as a PDF that can be read aloud and searched: tagged, in French, with its title, its fonts inside. A cell of more than a page is
 * cut with an ellipsis.
 */
export async function ecrirePdf({ titre, sousTitre, pied, parties }: DocumentDePapier): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGE, left: MARGE, right: MARGE, bottom: MARGE + 20 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    info: { Title: propre(titre) },
  })
  const octets = buffer(pdf)
  pdf.registerFont('normal', require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'))
  pdf.registerFont('gras', require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'))
  const racine = pdf.struct('Document')
  pdf.addStructure(racine)
  element(pdf, racine, 'H1', () => {
    pdf
      .font('gras', 16)
      .fillColor(ENCRE)
      .text(propre(titre), { width: largeur(pdf) })
  })
  element(pdf, racine, 'P', () => {
    pdf.font('normal', 10).fillColor(GRIS).text(propre(sousTitre))
  })
  for (const { titre: nom, blocs } of parties) {
    pdf.moveDown(0.8)
    place(pdf, SOUS_TITRE)
    element(pdf, racine, 'H2', () => {
      pdf
        .font('gras', 12)
        .fillColor(ENCRE)
        .text(propre(nom), MARGE, pdf.y, { width: largeur(pdf) })
    })
    pdf.moveDown(0.2)
    for (const bloc of blocs) ecrireBloc(pdf, racine, bloc)
  }
  racine.end()
  pieds(pdf, propre(pied))
  pdf.end()
  return octets
}
