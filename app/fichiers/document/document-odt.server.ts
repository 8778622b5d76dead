import type { Ligne } from '#domain/pre-projet/fiche'
import { type Result } from '#domain/result'
import { readPartie, type MotifArchive } from '#fichiers/archive/archive-de-document'
import { redacteur } from '#fichiers/document/lignes-de-document'
import { readXml } from '#fichiers/document/xml'

/** Deleted words kept for review, notes and comments: not what the document says. */
const CACHES = new Set(['text:tracked-changes', 'office:annotation', 'text:note', 'office:forms', 'text:placeholder'])
const REPETITIONS_MAX = 50

/** Reads the lines of an OpenDocument text: paragraphs, titles, tables, text boxes, form controls. The words of an empty field to fill are left out. */
export async function readOdt(
  contenu: Buffer,
  fichier: string,
): Promise<Result<Ligne[], MotifArchive | 'XML_ILLISIBLE'>> {
  const partie = await readPartie(contenu, 'content.xml')
  if (!partie.ok) return partie
  const { lignes, ...page } = redacteur(fichier)
  let cachees = 0
  let dansTexte = 0
  const controles = new Map<string, string>()
  const repetitions: number[] = []
  const lue = readXml(partie.value, {
    ouvrir: (nom, attributs) => {
      const reponse = nom.startsWith('form:') ? reponseDe(nom, attributs) : null
      if (reponse !== null) for (const id of idsDe(attributs)) controles.set(id, reponse)
      if (CACHES.has(nom)) cachees += 1
      if (cachees > 0) return
      if (nom === 'table:table') page.ouvrirTableau()
      else if (nom === 'table:table-cell' || nom === 'table:covered-table-cell') {
        repetitions.push(Math.min(REPETITIONS_MAX, Number(attributs['table:number-columns-repeated'] ?? 1) || 1))
        page.ouvrirCellule()
      } else if (nom === 'text:p' || nom === 'text:h') dansTexte += 1
      else if (nom === 'draw:text-box') page.bloc()
      else if (nom === 'draw:control') page.texte(controles.get(attributs['draw:control'] ?? '') ?? '')
      else if (nom === 'text:tab') page.texte('\t')
      else if (nom === 'text:s')
        page.texte(' '.repeat(Math.min(REPETITIONS_MAX, Number(attributs['text:c'] ?? 1) || 1)))
      else if (nom === 'text:line-break') page.retour()
    },
    fermer: (nom) => {
      if (CACHES.has(nom)) cachees -= 1
      if (cachees > 0) return
      if (nom === 'text:p' || nom === 'text:h') {
        dansTexte -= 1
        page.retour()
      } else if (nom === 'table:table-cell' || nom === 'table:covered-table-cell') {
        page.fermerCellule()
        for (let n = repetitions.pop() ?? 1; n > 1; n -= 1) {
          page.ouvrirCellule()
          page.fermerCellule()
        }
      } else if (nom === 'table:table-row') page.fermerRangee()
      else if (nom === 'table:table') page.fermerTableau()
    },
    texte: (texte) => {
      if (dansTexte > 0 && cachees === 0) page.texte(texte)
    },
  })
  return lue.ok ? { ok: true, value: lignes() } : lue
}

type Attributs = Readonly<Record<string, string>>

const idsDe = (attributs: Attributs): string[] =>
  [attributs['xml:id'], attributs['form:id']].filter((id): id is string => id !== undefined)

const COCHABLES = ['form:checkbox', 'form:radio']

/** What a form control shows, where it is drawn: its text or choice, a box with its words. Null for what is no control. */
function reponseDe(nom: string, attributs: Attributs): string | null {
  if (COCHABLES.includes(nom)) {
    const etat = attributs['form:current-state'] ?? attributs['form:state'] ?? attributs['form:current-selected']
    const coche = etat === 'checked' || etat === 'true'
    return `${coche ? '☒' : '☐'} ${attributs['form:label'] ?? ''} `
  }
  return attributs['form:current-value'] ?? (idsDe(attributs).length > 0 ? (attributs['form:value'] ?? null) : null)
}
