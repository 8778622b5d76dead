import { getDocumentProxy } from 'unpdf'
import type { PdfRecu } from '#domain/dossier/lettre-signee'
import { estPdfPiege } from '#fichiers/pdf/garde-pdf'
import { typeReel } from '#fichiers/type/contenu'

/** What a file that should be a PDF is, by its bytes alone: never by its name. One that is encrypted is PROTEGE, even where it opens without a word. */
export async function examinerPdfRecu(contenu: Buffer): Promise<PdfRecu> {
  if ((await typeReel(contenu)) !== 'pdf') return 'PAS_UN_PDF'
  if (estPdfPiege(contenu)) return 'ILLISIBLE'
  try {
    const options = { isEvalSupported: false, enableXfa: false, maxImageSize: 1, verbosity: 0 }
    const pdf = await getDocumentProxy(new Uint8Array(contenu), options)
    try {
      await pdf.getPage(1)
      const { info } = await pdf.getMetadata()
      return 'EncryptFilterName' in info && info.EncryptFilterName !== null ? 'PROTEGE' : 'LISIBLE'
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'PROTEGE' : 'ILLISIBLE'
  }
}
