import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

type Piece = { nom: string; contenu: Buffer }

/** An Outlook message made by hand: a subject, a text, headers, files. */
export function unMsg({
  objet,
  texte,
  entetes = '',
  pieces = [],
}: {
  objet: string
  texte: string
  entetes?: string
  pieces?: readonly Piece[]
}): Buffer {
  const entrees: Entry[] = []
  const flux = (name: string, contenu: Buffer): number =>
    entrees.push({
      name,
      type: TypeEnum.DOCUMENT,
      length: contenu.length,
      binaryProvider: () => new Uint8Array(contenu),
    }) - 1
  const mots = (name: string, dit: string) => flux(`__substg1.0_${name}001F`, Buffer.from(dit, 'utf16le'))
  const racine = { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] as number[] }
  entrees.push(racine)
  racine.children.push(
    flux('__properties_version1.0', Buffer.alloc(32)),
    mots('0037', objet),
    mots('1000', texte),
    ...(entetes ? [mots('007D', entetes)] : []),
  )
  for (const [rang, { nom, contenu }] of pieces.entries()) {
    const name = `__attach_version1.0_#${rang.toString(16).padStart(8, '0').toUpperCase()}`
    const dossier = { name, type: TypeEnum.DIRECTORY, length: 0, children: [] as number[] }
    racine.children.push(entrees.push(dossier) - 1)
    dossier.children.push(
      flux('__properties_version1.0', Buffer.alloc(8)),
      mots('3707', nom),
      flux('__substg1.0_37010102', contenu),
    )
  }
  return Buffer.from(burn(entrees))
}
