import { getDocumentProxy } from 'unpdf'
import { reconnaitreLibelle } from '#domain/pre-projet/lecture/libelle'
import type { Ligne } from '#domain/pre-projet/fiche'
import { no, ok, type Result } from '#domain/result'
import { estPdfPiege } from '#fichiers/pdf/garde-pdf'
import { motsDeLaPage } from '#fichiers/pdf/mots-de-page'
import { rangeesDePage, type Mots } from '#fichiers/pdf/rangees-de-page'

export type MotifPdf = 'PDF_PROTEGE' | 'PDF_ILLISIBLE' | 'PDF_TROP_LONG' | 'PDF_PIEGE' | 'SANS_TEXTE'

const PAGES_MAX = 60
const CHAMPS_MAX = 500
const DELAI_MS = 20_000

type ChampDeFormulaire = { nom: string; valeur: string; page: number; x: number; y: number; hauteur: number }

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Reads the lines of a PDF: its text row by row, and the values of its form. SANS_TEXTE is a scan: nothing is guessed from an image.
 * Scripts are never run, and a document that takes too long is given up.
 */
export async function readPdf(contenu: Buffer, fichier: string): Promise<Result<Ligne[], MotifPdf>> {
  if (estPdfPiege(contenu)) return no('PDF_PIEGE')
  let pdf: Pdf | null = null
  let minuteur: NodeJS.Timeout | undefined
  const delai = new Promise<Result<Ligne[], MotifPdf>>((resolve) => {
    minuteur = setTimeout(() => resolve(no('PDF_ILLISIBLE')), DELAI_MS)
  })
  try {
    pdf = await getDocumentProxy(new Uint8Array(contenu), {
      isEvalSupported: false,
      enableXfa: false,
      maxImageSize: 1,
      verbosity: 0,
    })
    if (pdf.numPages > PAGES_MAX) return no('PDF_TROP_LONG')
    return await Promise.race([lire(pdf, fichier), delai])
  } catch (error) {
    return no(error instanceof Error && error.name === 'PasswordException' ? 'PDF_PROTEGE' : 'PDF_ILLISIBLE')
  } finally {
    clearTimeout(minuteur)
    await pdf?.destroy().catch(() => undefined)
  }
}

async function lire(pdf: Pdf, fichier: string): Promise<Result<Ligne[], MotifPdf>> {
  const champs = await champsDe(pdf)
  const nommes = champs.filter(({ nom }) => reconnaitreLibelle(nom))
  const places = champs.filter((champ) => !nommes.includes(champ))
  const ligneDuChamp = ({ nom, valeur }: ChampDeFormulaire, i: number): Ligne => ({
    cellules: [nom, valeur],
    source: { fichier, endroit: `champ «\u00a0${nom}\u00a0» du formulaire` },
    tableau: -1 - i,
  })
  const lignes = nommes.map(ligneDuChamp)
  for (let i = 0; i < pdf.numPages; i += 1) {
    const mots = await motsDeLaPage(
      await pdf.getPage(i + 1),
      places.filter((champ) => champ.page === i).map(motsDuChamp),
    )
    lignes.push(...rangeesDePage(mots, { source: { fichier, endroit: `page ${i + 1}` }, tableau: i + 1 }))
  }
  const parlants = places.filter(({ nom }) => PARLANT.test(nom) && !MUET.test(nom))
  lignes.push(...parlants.map((champ, i) => ligneDuChamp(champ, nommes.length + i)))
  return lignes.some(({ cellules }) => cellules.some((cellule) => /[\p{L}\d]{2}/u.test(cellule)))
    ? ok(lignes)
    : no('SANS_TEXTE')
}

/** A field whose name is made of words asks for something, even when nobody knows what; `Zone de texte` does not. */
const PARLANT = /^\p{Lu}[\p{L}'’]*(?: [\p{L}'’]+){1,12} ?\??$/u
const MUET =
  /^(?:champ|zone|texte?|text|case|check|list|combo|drop|undefined|form|groupe?|button|date|field|signature)\b/i

/** The value of a field without a telling name, put where it stands on the page: its label is beside it or above. */
const motsDuChamp = ({ valeur, x, y, hauteur }: ChampDeFormulaire): Mots => ({
  texte: valeur,
  x: x + 2,
  y: hauteur > 30 ? y + hauteur - 12 : y + hauteur / 2 - 3.5,
  largeur: Math.max(10, valeur.length * 5),
  corps: 10,
})

async function champsDe(pdf: Pdf): Promise<ChampDeFormulaire[]> {
  const objets = Object.entries((await pdf.getFieldObjects()) ?? {}).slice(0, CHAMPS_MAX)
  return objets.flatMap(([chemin, instances]) => {
    const nom = nomDeChamp(chemin)
    const cases = instances.flatMap((instance) => caseDe(instance) ?? [])
    if (cases.length > 0) return cases.map((boite) => ({ ...boite, nom: '' }))
    const rempli = instances.map(valeurDe).find((instance) => instance !== null)
    return rempli ? [{ ...rempli, nom }] : []
  })
}

type Objet = { value?: unknown; page?: unknown; rect?: unknown; type?: unknown; exportValues?: unknown }

/** A text or a choice that was filled. */
function valeurDe(objet: object): Omit<ChampDeFormulaire, 'nom'> | null {
  const { value, type } = objet as Objet
  const valeur = Array.isArray(value) ? value.filter((v) => typeof v === 'string').join(', ') : value
  if (typeof valeur !== 'string' || valeur.trim() === '' || valeur === 'Off' || type === 'button') return null
  return { valeur: valeur.slice(0, 6_000), ...placeDe(objet) }
}

/** A box or a round to tick, as the character that shows whether it is: the words beside it are on the page. */
function caseDe(objet: object): Omit<ChampDeFormulaire, 'nom'> | null {
  const { value, type, exportValues } = objet as Objet
  if (type !== 'checkbox' && type !== 'radiobutton') return null
  const valeurs: unknown[] = Array.isArray(exportValues) ? exportValues : [exportValues]
  const coche =
    typeof value === 'string' &&
    value !== '' &&
    value !== 'Off' &&
    (valeurs[0] === undefined || valeurs.includes(value))
  return { valeur: coche ? '☒' : '☐', ...placeDe(objet) }
}

function placeDe(objet: object): { page: number; x: number; y: number; hauteur: number } {
  const { page, rect } = objet as Objet
  const [x = 0, y = 0, , haut = 0] = Array.isArray(rect) ? rect.map(Number) : []
  return { page: Number(page) || 0, x, y, hauteur: haut - y }
}

/** `form1[0].page[0].nomDeLaStructure[0]` and `nom_de_la_structure` read `nom de la structure`. */
const nomDeChamp = (chemin: string): string =>
  (chemin.split('.').at(-1) ?? chemin)
    .replace(/\[\d+\]/g, '')
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .replace(/[\s_-]+/g, ' ')
    .trim()
