import type { Ligne } from '#domain/pre-projet/fiche'
import { type Result } from '#domain/result'
import { readPartie, type MotifArchive } from '#fichiers/archive-de-document'
import { redacteur } from '#fichiers/lignes-de-document'
import { readXml } from '#fichiers/xml'

/** Parts of a document that nobody sees, or that say a second time what is shown. */
const CACHES = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:ffData'])

/**
 * Reads the lines of a Word document: paragraphs, tables (nested ones too), text boxes, content controls. The grey words of a control
 * that was not filled are left out, as are deleted words.
 */
export async function readDocx(
  contenu: Buffer,
  fichier: string,
): Promise<Result<Ligne[], MotifArchive | 'XML_ILLISIBLE'>> {
  const partie = await readPartie(contenu, 'word/document.xml')
  if (!partie.ok) return partie
  const { lignes, ...page } = redacteur(fichier)
  let cachees = 0
  let dansTexte = false
  const controles: { aRemplir: boolean }[] = []
  const lue = readXml(partie.value, {
    ouvrir: (nom, attributs) => {
      if (CACHES.has(nom)) cachees += 1
      if (nom === 'w:sdt') controles.push({ aRemplir: false })
      const controle = controles.at(-1)
      if (nom === 'w:showingPlcHdr' && controle) controle.aRemplir = !['0', 'false'].includes(attributs['w:val'] ?? '')
      if (cachees > 0) return
      if (nom === 'w:tbl') page.ouvrirTableau()
      else if (nom === 'w:tc') page.ouvrirCellule()
      else if (nom === 'w:tab') page.texte('\t')
      else if (nom === 'w:br' || nom === 'w:cr') page.retour()
      else if (nom === 'w:noBreakHyphen') page.texte('-')
      else if (nom === 'w:sym') page.texte(caseDe(attributs['w:char']))
      else if (nom === 'w:t') dansTexte = true
    },
    fermer: (nom) => {
      if (CACHES.has(nom)) cachees -= 1
      if (nom === 'w:t') dansTexte = false
      if (nom === 'w:sdt') controles.pop()
      if (cachees > 0) return
      if (nom === 'w:p') page.retour()
      else if (nom === 'w:tc') page.fermerCellule()
      else if (nom === 'w:tr') page.fermerRangee()
      else if (nom === 'w:tbl') page.fermerTableau()
    },
    texte: (texte) => {
      if (dansTexte && cachees === 0 && !controles.some(({ aRemplir }) => aRemplir)) page.texte(texte)
    },
  })
  return lue.ok ? { ok: true, value: lignes() } : lue
}

/** The boxes that Word draws with a symbol font, as characters: ticked, or empty. */
const caseDe = (code: string | undefined): string =>
  ['F0FE', 'F0FD', 'F052', 'F053', 'F078'].includes((code ?? '').toUpperCase())
    ? '☒'
    : (code ?? '').toUpperCase() === 'F0A8'
      ? '☐'
      : ' '
