import type { Ligne } from '#domain/pre-projet/fiche'
import { ok, type Result } from '#domain/result'
import { readParties, type MotifArchive } from '#fichiers/archive/archive-de-document'
import { champWord } from '#fichiers/document/champs-word'
import { redacteur, type Redacteur } from '#fichiers/document/lignes-de-document'
import { readXml } from '#fichiers/document/xml'

/** Parts of a document that nobody sees, or that say a second time what is shown. */
const CACHES = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:ffData'])

const RELATIONS = '_rels/.rels'
const CORPS = 'word/document.xml'
const CORPS_POSSIBLE = /^word\/[\w.-]*document[\w.-]*\.xml$/i
/** Read after the body: what a head or a foot says is said once, however many pages bear it. */
const MARGES = /^word\/(?:header|footer)\d*\.xml$/

/**
 * Reads the lines of a Word document: paragraphs, tables (nested ones too), text boxes, content controls, old form fields, then what stands in
 * the heads and feet of pages. The grey words of a control that was not filled are left out, as are deleted words.
 */
export async function readDocx(
  contenu: Buffer,
  fichier: string,
): Promise<Result<Ligne[], MotifArchive | 'XML_ILLISIBLE'>> {
  const parties = await readParties(contenu, (nom) => nom === RELATIONS || CORPS_POSSIBLE.test(nom) || MARGES.test(nom))
  if (!parties.ok) return parties
  const corps = parties.value.get(nomDuCorps(parties.value.get(RELATIONS))) ?? parties.value.get(CORPS)
  if (!corps) return { ok: false, reason: 'PARTIE_ABSENTE' }
  const page = redacteur(fichier)
  const lu = lirePartie(corps, page)
  if (!lu.ok) return lu
  for (const [nom, marge] of parties.value) if (MARGES.test(nom)) lirePartie(marge, page)
  return ok(page.lignes())
}

/** The part that the document says is its text (Word on the web calls it `word/document2.xml`), whatever way its target is written. */
function nomDuCorps(relations: Buffer | undefined): string {
  let cible = CORPS
  if (relations)
    readXml(relations, {
      ouvrir: (nom, { Type = '', Target = '' }) => {
        if (/(?:^|:)Relationship$/.test(nom) && /\/officeDocument$/.test(Type)) cible = Target.replace(/^\//, '')
      },
      fermer: () => undefined,
      texte: () => undefined,
    })
  return cible
}

function lirePartie(partie: Buffer, page: Omit<Redacteur, 'lignes'>): Result<undefined, 'XML_ILLISIBLE'> {
  let cachees = 0
  let dansTexte = false
  const controles: { aRemplir: boolean }[] = []
  const champ = champWord()
  return readXml(partie, {
    ouvrir: (nom, attributs) => {
      champ.ouvrir(nom, attributs)
      if (CACHES.has(nom)) cachees += 1
      if (nom === 'w:sdt') controles.push({ aRemplir: false })
      const controle = controles.at(-1)
      if (nom === 'w:showingPlcHdr' && controle) controle.aRemplir = !['0', 'false'].includes(attributs['w:val'] ?? '')
      if (cachees > 0) return
      if (nom === 'w:tbl') page.ouvrirTableau()
      else if (nom === 'w:tc') page.ouvrirCellule()
      else if (nom === 'w:txbxContent') page.bloc()
      else if (nom === 'w:tab') page.texte('\t')
      else if (nom === 'w:br' || nom === 'w:cr') page.retour()
      else if (nom === 'w:noBreakHyphen') page.texte('-')
      else if (nom === 'w:sym') page.texte(caseDe(attributs['w:char']))
      else if (nom === 'w:t') dansTexte = true
    },
    fermer: (nom) => {
      const reponse = champ.fermer(nom)
      if (CACHES.has(nom)) cachees -= 1
      if (nom === 'w:t') dansTexte = false
      if (nom === 'w:sdt') controles.pop()
      if (cachees > 0) return
      if (reponse !== '') page.texte(reponse)
      if (nom === 'w:p') page.retour()
      else if (nom === 'w:tc') page.fermerCellule()
      else if (nom === 'w:tr') page.fermerRangee()
      else if (nom === 'w:tbl') page.fermerTableau()
    },
    texte: (texte) => {
      if (dansTexte && cachees === 0 && !controles.some(({ aRemplir }) => aRemplir)) page.texte(texte)
    },
  })
}

/** The boxes that Word draws with a symbol font, as characters: ticked, or empty. */
const caseDe = (code: string | undefined): string =>
  ['F0FE', 'F0FD', 'F052', 'F053', 'F078', 'F0FC', '2612', '2611'].includes((code ?? '').toUpperCase())
    ? '☒'
    : ['F0A8', 'F06F', 'F071', 'F0A3', '2610'].includes((code ?? '').toUpperCase())
      ? '☐'
      : ' '
