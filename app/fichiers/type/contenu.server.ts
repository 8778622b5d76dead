import { fromBuffer } from 'yauzl-promise'
import type { TypeContenu } from '#domain/piece/depot'

const commence = (contenu: Buffer, hex: string, position = 0) =>
  contenu.subarray(position, position + hex.length / 2).equals(Buffer.from(hex, 'hex'))

/** What a file is by its bytes. An office document is told from a plain zip by the parts it holds. */
export async function typeReel(contenu: Buffer): Promise<TypeContenu> {
  if (contenu.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (commence(contenu, 'ffd8ff')) return 'jpg'
  if (commence(contenu, '89504e470d0a1a0a')) return 'png'
  if (commence(contenu, 'd0cf11e0a1b11ae1'))
    return contenu.includes(Buffer.from('WordDocument', 'utf16le')) ? 'doc' : 'xls'
  return commence(contenu, '504b0304') ? typeDuZip(contenu) : 'inconnu'
}

async function typeDuZip(contenu: Buffer): Promise<TypeContenu> {
  const odf = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/.exec(
    contenu.toString('latin1', 0, 200),
  )
  if (odf) return odf[1] === 'text' ? 'odt' : 'ods'
  try {
    const zip = await fromBuffer(contenu, { validateFilenames: false })
    let lues = 0
    for await (const { filename } of zip) {
      if (filename === 'xl/workbook.xml') return 'xlsx'
      if (filename === 'word/document.xml') return 'docx'
      if ((lues += 1) > 2_000) break
    }
    return 'zip'
  } catch {
    return 'inconnu'
  }
}
