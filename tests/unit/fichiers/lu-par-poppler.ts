import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

type Element = { role: string; attributs: string[]; mots: string }

/**
 * The structure of a document as another reader than pdf.js finds it (`pdfinfo -struct-text`): each element with its attributes and its words, those of what it
 * holds with them, in the order in which they are read. Spaces are left out: where one stands at the end of a line, no reader says which it was.
 */
export async function lireParPoppler(octets: Uint8Array) {
  const dossier = await mkdtemp(path.join(tmpdir(), 'poppler-'))
  try {
    const fichier = path.join(dossier, 'document.pdf')
    await writeFile(fichier, octets)
    const { stdout } = await promisify(execFile)('pdfinfo', ['-enc', 'UTF-8', '-struct-text', fichier], {
      maxBuffer: 8_000_000,
    })
    return rangerElements(stdout)
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}

/** Each level stands two spaces further; a line between quotes is words, one after a slash an attribute, any other an element. */
function rangerElements(dit: string) {
  const elements: Element[] = []
  const ouverts: { retrait: number; element: Element }[] = []
  for (const ligne of dit.split('\n').filter((une) => une.trim() !== '')) {
    const retrait = ligne.length - ligne.trimStart().length
    const texte = ligne.trim()
    if (texte.startsWith('/')) {
      ouverts.at(-1)?.element.attributs.push(texte)
      continue
    }
    while ((ouverts.at(-1)?.retrait ?? -1) >= retrait) ouverts.pop()
    if (texte.startsWith('"')) {
      for (const { element } of ouverts) element.mots += sansEspace(texte.slice(1, -1))
      continue
    }
    const element = { role: texte.split(/\W/)[0] ?? '', attributs: [], mots: '' }
    elements.push(element)
    ouverts.push({ retrait, element })
  }
  const dits = (role: string) => elements.filter((un) => un.role === role)
  return { dits, tout: dits('Document').map(({ mots }) => mots).join('') } // prettier-ignore
}

/** Words as the two readers may be compared. */
export const sansEspace = (mots: string): string => mots.replace(/[\s\u200b]/g, '')
