import ExcelJS from 'exceljs'
import { tableauWord, texteWord, unDocx, unOdt, unOdtDe } from '#support/documents'
import { paires, xml, type MiseEnPage, type Produit } from '#support/pre-projet/mise-en-page'

const run = (texte: string) => `<w:r><w:t xml:space="preserve">${xml(texte)}</w:t></w:r>`
const par = (contenu: string) => `<w:p>${contenu}</w:p>`
const sdt = (contenu: string, proprietes = '<w:text/>') =>
  `<w:sdt><w:sdtPr>${proprietes}</w:sdtPr><w:sdtContent>${contenu}</w:sdtContent></w:sdt>`
const cellule = (contenu: string) => `<w:tc>${contenu}</w:tc>`
const rangee = (...cellules: string[]) => `<w:tr>${cellules.join('')}</w:tr>`
const table = (...rangees: string[]) => `<w:tbl>${rangees.join('')}</w:tbl>`

const docx = (corps: string, parties?: { nom: string; xml: string }[]): Produit => ({
  nom: 'fiche.docx',
  contenu: unDocx(corps, parties),
})

const champWord = (valeur: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Texte1"/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(valeur)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const listeWord = (valeur: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Choisir"/><w:listEntry w:val="${xml(valeur)}"/><w:listEntry w:val="Autre réponse"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const zone = (lignes: string[]) => {
  const contenu = lignes.map((ligne) => par(run(ligne))).join('')
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${contenu}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${contenu}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

export const WORD: Record<string, MiseEnPage> = {
  'Word, table in two columns': (rs) =>
    docx(tableauWord(['FICHE PRÉ-PROJET'], ...rs.map((r) => [r.libelle, r.valeur]))),
  'Word, table in four columns': (rs) =>
    docx(tableauWord(...paires(rs).map(([a, b]) => [a.libelle, a.valeur, b?.libelle ?? '', b?.valeur ?? '']))),
  'Word, label : value': (rs) =>
    docx(texteWord('Fiche pré-projet', '', ...rs.map((r) => `${r.libelle} : ${r.valeur}`))),
  'Word, label, dots, value': (rs) => docx(texteWord(...rs.map((r) => `${r.libelle} ...... ${r.valeur} ......`))),
  'Word, label in bold then value without colon but a tab': (rs) =>
    docx(rs.map((r) => par(`${run(r.libelle)}<w:r><w:tab/></w:r>${run(r.valeur)}`)).join('')),
  'Word, label above value': (rs) => docx(texteWord(...rs.flatMap((r) => [r.libelle, r.valeur, '']))),
  'Word, label : above value': (rs) => docx(texteWord(...rs.flatMap((r) => [`${r.libelle} :`, r.valeur]))),
  'Word, numbered labels above values': (rs) =>
    docx(texteWord(...rs.flatMap((r, i) => [`${i + 1}. ${r.libelle}`, r.valeur]))),
  'Word, content controls after labels': (rs) =>
    docx(rs.map((r) => par(run(`${r.libelle} : `) + sdt(run(r.valeur)))).join('')),
  'Word, content controls that are cells': (rs) =>
    docx(table(...rs.map((r) => rangee(cellule(par(run(r.libelle))), sdt(cellule(par(run(r.valeur)))))))),
  'Word, content controls of blocks below labels': (rs) =>
    docx(
      rs
        .map((r) => par(run(r.libelle)) + sdt(par(run(r.valeur)), '<w:date w:fullDate="2025-09-03T00:00:00Z"/>'))
        .join(''),
    ),
  'Word, old form fields': (rs) =>
    docx(
      rs
        .map((r) =>
          par(
            run(`${r.libelle} : `) +
              (r.question === 'genre' || r.question === 'pays' ? listeWord(r.valeur) : champWord(r.valeur)),
          ),
        )
        .join(''),
    ),
  'Word, one text box per answer': (rs) => docx(rs.map((r) => par(run(`${r.libelle} : `) + zone([r.valeur]))).join('')),
  'Word, all in one text box': (rs) =>
    docx(par(run('Fiche') + zone(rs.map((r) => `${r.libelle} : ${r.valeur}`))) + par(run('fin'))),
  'Word, tables within a table': (rs) =>
    docx(
      table(
        ...paires(rs).map(([a, b]) =>
          rangee(
            cellule(table(rangee(cellule(par(run(a.libelle))), cellule(par(run(a.valeur))))) + par('')),
            cellule(b ? table(rangee(cellule(par(run(b.libelle))), cellule(par(run(b.valeur))))) + par('') : par('')),
          ),
        ),
      ),
    ),
  'Word, one column, label row over value row': (rs) =>
    docx(tableauWord(...rs.flatMap((r) => [[r.libelle], [r.valeur]]))),
  'Word, label and value in one cell': (rs) =>
    docx(
      tableauWord(...paires(rs).map(([a, b]) => [`${a.libelle}\n${a.valeur}`, b ? `${b.libelle}\n${b.valeur}` : ''])),
    ),
  'Word, label : value in the cells of two columns': (rs) =>
    docx(
      tableauWord(...paires(rs).map(([a, b]) => [`${a.libelle} : ${a.valeur}`, b ? `${b.libelle} : ${b.valeur}` : ''])),
    ),
  'Word, labels in a row over values in a row': (rs) =>
    docx(
      tableauWord(
        ...paires(rs).flatMap(([a, b]) => [
          [a.libelle, b?.libelle ?? ''],
          [a.valeur, b?.valeur ?? ''],
        ]),
      ),
    ),
  'Word, structure in the header': (rs) =>
    docx(texteWord(...rs.slice(3).map((r) => `${r.libelle} : ${r.valeur}`)), [
      {
        nom: 'word/header1.xml',
        xml: rs
          .slice(0, 3)
          .map((r) => par(run(`${r.libelle} : ${r.valeur}`)))
          .join(''),
      },
    ]),
  'Word, runs cut anywhere': (rs) =>
    docx(
      rs
        .map((r) => par(Array.from(`${r.libelle} : ${r.valeur}`.matchAll(/.{1,3}/gsu), ([m]) => run(m)).join('')))
        .join(''),
    ),
}

const odtTable = (rangees: string[][]) =>
  `<table:table>${rangees.map((cs) => `<table:table-row>${cs.map((c) => `<table:table-cell><text:p>${c}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`

const odt = (corps: string): Produit => ({ nom: 'fiche.odt', contenu: unOdtDe(corps) })

export const ODT: Record<string, MiseEnPage> = {
  'OpenDocument, paragraphs': (rs) => ({
    nom: 'fiche.odt',
    contenu: unOdt(...rs.map((r) => `${r.libelle} : ${r.valeur}`)),
  }),
  'OpenDocument, table': (rs) => odt(odtTable(rs.map((r) => [xml(r.libelle), xml(r.valeur)]))),
  'OpenDocument, form controls': (rs) =>
    odt(
      `<office:forms><form:form>${rs.map((r, i) => `<form:text xml:id="c${i}" form:id="c${i}" form:name="Zone ${i}" form:current-value="${xml(r.valeur).replace(/"/g, '&quot;')}"/>`).join('')}</form:form></office:forms>${odtTable(rs.map((r, i) => [xml(r.libelle), `<draw:control draw:control="c${i}"/>`]))}`,
    ),
  'OpenDocument, text boxes': (rs) =>
    odt(
      rs
        .map(
          (r) =>
            `<text:p>${xml(r.libelle)} :<draw:frame><draw:text-box><text:p>${xml(r.valeur)}</text:p></draw:text-box></draw:frame></text:p>`,
        )
        .join(''),
    ),
  'OpenDocument, input fields': (rs) =>
    odt(
      rs
        .map(
          (r) =>
            `<text:p>${xml(r.libelle)} : <text:text-input text:description="">${xml(r.valeur)}</text:text-input></text:p>`,
        )
        .join(''),
    ),
}

const classeur = async (remplir: (feuille: ExcelJS.Worksheet) => void): Promise<Produit> => {
  const fichier = new ExcelJS.Workbook()
  remplir(fichier.addWorksheet('Fiche'))
  return { nom: 'fiche.xlsx', contenu: Buffer.from(await fichier.xlsx.writeBuffer()) }
}

export const CLASSEUR: Record<string, MiseEnPage> = {
  'workbook, label left': (rs) =>
    classeur((f) => f.addRows([['FICHE PRÉ-PROJET'], [], ...rs.map((r) => ['', r.libelle, '', r.valeur])])),
  'workbook, label above': (rs) => classeur((f) => f.addRows(rs.flatMap((r) => [[r.libelle], [r.valeur], []]))),
  'workbook, four columns': (rs) =>
    classeur((f) => f.addRows(paires(rs).map(([a, b]) => [a.libelle, a.valeur, b?.libelle, b?.valeur]))),
  'workbook, one row of labels, one of values': (rs) =>
    classeur((f) => f.addRows([rs.map((r) => r.libelle), rs.map((r) => r.valeur)])),
}
