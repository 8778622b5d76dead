import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { type FormulaireDePapier, nomSurPapier, type QuestionDePapier } from '#reports/formulaire-papier'

type Pdf = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

const require = createRequire(import.meta.url)

const MARGE = 50
const ENCRE = '#1b1b1f'
/** Heights of a box of one line and of one of several, in points. */
const LIGNE = 20
const LIGNES = 96

const largeur = (pdf: Pdf): number => pdf.page.width - 2 * MARGE

function place(pdf: Pdf, hauteur: number): void {
  if (pdf.y + hauteur > pdf.page.height - MARGE) pdf.addPage()
}

function mots(pdf: Pdf, parent: Element, nom: string, { texte, taille, couleur, gras }: Mots): void {
  parent.add(
    pdf.struct(nom, {}, () => {
      pdf
        .font(gras ? 'gras' : 'normal', taille)
        .fillColor(couleur)
        .text(texte, MARGE, pdf.y, { width: largeur(pdf) })
    }),
  )
}

type Mots = { texte: string; taille: number; couleur: string; gras: boolean }

/** A box to be filled under its question. Its name is the question; how to answer is told where a reader of PDF tells it, beside the pointer or aloud. */
function champ(pdf: Pdf, racine: Element, question: QuestionDePapier): void {
  const { nom, aide, valeur, long, choix } = question
  const hauteur = long ? LIGNES : LIGNE
  place(pdf, hauteur + 44)
  pdf.moveDown(0.4)
  mots(pdf, racine, 'P', { texte: nomSurPapier(question), taille: 10, couleur: ENCRE, gras: true })
  const options = {
    value: valeur,
    multiline: long,
    borderColor: '#7f7f7f',
    fontSize: 10,
    TU: new String(aide ? `${nom}. ${aide}` : nom),
  }
  const [x, y, l] = [MARGE, pdf.y + 2, largeur(pdf)]
  pdf.font('Helvetica')
  if (choix.length > 0) pdf.formCombo(nom, x, y, l, hauteur, { ...options, select: [...choix] })
  else pdf.formText(nom, x, y, l, hauteur, options)
  pdf.y = y + hauteur + 2
}

/** A form as a PDF to be filled in any reader: in French, tagged, with its title. */
export async function ecrireFormulairePdf(formulaire: FormulaireDePapier): Promise<Buffer> {
  const { titre, sousTitre, consignes, parties } = formulaire
  const nom = `${titre} – ${sousTitre}`
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGE, left: MARGE, right: MARGE, bottom: MARGE },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    info: { Title: nom },
  })
  const octets = buffer(pdf)
  pdf.registerFont('normal', require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'))
  pdf.registerFont('gras', require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'))
  // What is typed may be any letter of French: a font of every reader, and not one of which only some letters are inside.
  pdf.font('Helvetica').initForm()
  const racine = pdf.struct('Document')
  pdf.addStructure(racine)
  // On one line: two would be read as a question and its answer.
  mots(pdf, racine, 'H1', { texte: nom, taille: 16, couleur: ENCRE, gras: true })
  for (const texte of consignes) mots(pdf, racine, 'P', { texte, taille: 10, couleur: ENCRE, gras: false })
  for (const { titre: partie, questions } of parties) {
    pdf.moveDown(0.8)
    place(pdf, 90)
    mots(pdf, racine, 'H2', { texte: partie, taille: 13, couleur: ENCRE, gras: true })
    for (const une of questions) champ(pdf, racine, une)
  }
  racine.end()
  pdf.end()
  return octets
}
