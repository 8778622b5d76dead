import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'
import { type FormulaireDePapier, nomSurPapier, type QuestionDePapier } from '#reports/formulaire-papier'

/** Characters that XML 1.0 cannot bear are left out; a line end is kept. */
const propre = (texte: string): string =>
  texte.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')

const xml = (texte: string): string =>
  propre(texte).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const RELATIONS_DU_TEXTE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const style = (id: string, nom: string, { avant, taille, gras }: { avant: number; taille: number; gras: boolean }) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${nom}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${avant}" w:after="80"/>${/^heading/.test(nom) ? `<w:outlineLvl w:val="${Number(nom.slice(-1)) - 1}"/>` : ''}</w:pPr><w:rPr>${gras ? '<w:b/>' : ''}<w:sz w:val="${taille}"/></w:rPr></w:style>`

const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${style('Titre', 'heading 1', { avant: 0, taille: 36, gras: true })}${style('Partie', 'heading 2', { avant: 280, taille: 26, gras: true })}</w:styles>`

const proprietes = (titre: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(titre)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`

/** Words as they stand, each line on its own. */
const suite = (texte: string, gris = false): string =>
  `<w:r>${gris ? '<w:rPr><w:color w:val="595959"/></w:rPr>' : ''}${propre(texte)
    .split('\n')
    .map((ligne) => `<w:t xml:space="preserve">${xml(ligne)}</w:t>`)
    .join('<w:br/>')}</w:r>`

const paragraphe = (texte: string, styleId = ''): string =>
  `<w:p>${styleId && `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`}${suite(texte)}</w:p>`

/** What a control is for its reader: a list to choose from, or words. */
const nature = ({ choix, long }: QuestionDePapier): string =>
  choix.length > 0
    ? `<w:dropDownList>${choix.map((un) => `<w:listItem w:displayText="${xml(un)}" w:value="${xml(un)}"/>`).join('')}</w:dropDownList>`
    : `<w:text${long ? ' w:multiLine="1"' : ''}/>`

/** Shown in grey where nothing is answered: it goes away with the first letter, and no reader takes it for an answer. */
const INVITE = 'Cliquez ici pour répondre.'

function reponse(question: QuestionDePapier): string {
  const { nom, aide, valeur } = question
  const vide = valeur === ''
  return `<w:sdt><w:sdtPr><w:alias w:val="${xml(nom)}"/>${vide ? '<w:showingPlcHdr/>' : ''}${nature(question)}</w:sdtPr><w:sdtContent><w:p>${vide ? suite(aide || INVITE, true) : suite(valeur)}</w:p></w:sdtContent></w:sdt>`
}

const CADRE = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((bord) => `<w:${bord} w:val="single" w:sz="4" w:color="7F7F7F"/>`)
  .join('')

const LARGEURS = [3000, 6600]

const cellule = (rang: number, contenu: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${LARGEURS[rang]}" w:type="dxa"/></w:tcPr>${contenu}</w:tc>`

const tableau = (questions: readonly QuestionDePapier[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${CADRE}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${LARGEURS.map((l) => `<w:gridCol w:w="${l}"/>`).join('')}</w:tblGrid>${questions
    .map(
      (une) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellule(0, paragraphe(nomSurPapier(une)))}${cellule(1, reponse(une))}</w:tr>`,
    )
    .join('')}</w:tbl>`

const texteDe = ({ titre, sousTitre, consignes, parties }: FormulaireDePapier): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document ${W}><w:body>${paragraphe(titre, 'Titre')}${paragraphe(sousTitre)}${consignes.map((une) => paragraphe(une)).join('')}${parties
    .map(({ titre: nom, questions }) => `${paragraphe(nom, 'Partie')}${tableau(questions)}`)
    .join(
      '',
    )}<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`

/** A form as a Word document: a table of questions and answers by part; what is not answered is a control to be filled. */
export async function ecrireDocx(formulaire: FormulaireDePapier): Promise<Buffer> {
  const zip = new ZipArchive({ zlib: { level: 6 } })
  const octets = buffer(zip)
  zip.append(TYPES, { name: '[Content_Types].xml' })
  zip.append(RELATIONS, { name: '_rels/.rels' })
  zip.append(proprietes(`${formulaire.titre} – ${formulaire.sousTitre}`), { name: 'docProps/core.xml' })
  zip.append(STYLES, { name: 'word/styles.xml' })
  zip.append(RELATIONS_DU_TEXTE, { name: 'word/_rels/document.xml.rels' })
  zip.append(texteDe(formulaire), { name: 'word/document.xml' })
  await zip.finalize()
  return octets
}
