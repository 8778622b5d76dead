import { parcourirXml } from '#fichiers/classeur/feuille-xml'
import type { Classeur } from '#fichiers/classeur/garde-classeur'

type Entrees = Classeur['entrees']

/** Where each part of the workbook stands in the zip, by the id that its summary gives it. */
export async function lireCibles(entrees: Entrees): Promise<Map<string, string>> {
  const cibles = new Map<string, string>()
  await parcourirXml(entrees.get('xl/_rels/workbook.xml.rels'), {
    ouvrir: (nom, { Id, Target = '' }) => {
      if (nom === 'Relationship' && Id) cibles.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return cibles
}

/** The shared strings, each cut at `max`; the phonetic readings that may stand beside a text are not part of it. */
export async function lireTextes(entrees: Entrees, max: number): Promise<string[]> {
  const textes: string[] = []
  let courant = ''
  let dansT = false
  let phonetique = false
  await parcourirXml(entrees.get('xl/sharedStrings.xml'), {
    ouvrir: (nom) => {
      if (nom === 'si') courant = ''
      if (nom === 'rPh') phonetique = true
      dansT = nom === 't' && !phonetique
    },
    fermer: (nom) => {
      if (nom === 'si') textes.push(courant.slice(0, max))
      if (nom === 'rPh') phonetique = false
      dansT = false
    },
    texte: (texte) => {
      if (dansT && courant.length < max) courant += texte.slice(0, max)
    },
  })
  return textes
}
