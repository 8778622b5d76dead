import { readParties } from '#fichiers/archive/archive-de-document'
import { zipBrut } from '#support/zip-brut'

const xml = (texte: string) => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const CONTROLE = /<w:sdt>.*?<\/w:sdt>/gs

/** The names under which a document holds controls, in its order. */
export const controlesDe = async (docx: Buffer): Promise<string[]> =>
  [...(await texteDe(docx)).matchAll(CONTROLE)].map(([controle]) => nomDe(controle))

const nomDe = (controle: string) => /<w:alias w:val="([^"]*)"\/>/.exec(controle)?.[1] ?? ''

/** One answer as Word saves it: a run for each stretch that it looked at by itself, its spelling marked, each line end a break. */
function tape(valeur: string): string {
  const run = (dedans: string) =>
    `<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:cstheme="minorHAnsi"/></w:rPr>${dedans}</w:r>`
  const ligne = (texte: string) =>
    (texte.match(/\S+\s*/g) ?? [])
      .map((mot) => `<w:proofErr w:type="spellStart"/>${run(`<w:t xml:space="preserve">${xml(mot)}</w:t>`)}`)
      .join('<w:proofErr w:type="spellEnd"/>')
  return valeur.split('\n').map(ligne).join(run('<w:br/>'))
}

/**
 * A control once its answer was typed, or chosen where it is a list: it has an id, nothing says any more that its words are to be replaced, and those that
 * were there are gone. One to which nothing is said is left as it was, with the id that Word gives to all.
 */
function remplir(controle: string, valeur: string, rang: number): string {
  const nomme = controle.replace('</w:sdtPr>', `<w:id w:val="${-1_200_000_000 + rang}"/></w:sdtPr>`)
  if (valeur === '') return nomme
  const choix = [...controle.matchAll(/<w:listItem w:displayText="([^"]*)"/g)].map(([, dit]) => dit)
  if (choix.length > 0 && !choix.includes(xml(valeur))) throw new Error(`${nomDe(controle)} offers no ${valeur}`)
  return nomme
    .replace('<w:showingPlcHdr/>', '')
    .replace('<w:dropDownList>', `<w:dropDownList w:lastValue="${xml(valeur)}">`)
    .replace(
      /<w:sdtContent>.*<\/w:sdtContent>/s,
      `<w:sdtContent><w:p w:rsidR="00C42D1B" w:rsidRDefault="007E5B3C">${tape(valeur)}</w:p></w:sdtContent>`,
    )
}

/** The same document after each of its controls was filled and it was saved: `valeurs` by the name of the control. */
export async function remplirDansWord(docx: Buffer, valeurs: Record<string, string>): Promise<Buffer> {
  const parties = await partiesDe(docx)
  const rempli = (await texteDe(docx)).replace(CONTROLE, (controle, rang: number) =>
    remplir(controle, valeurs[nomDe(controle)] ?? '', rang),
  )
  parties.set(CORPS, Buffer.from(rempli))
  return zipBrut([...parties].map(([nom, contenu]) => ({ nom, contenu })))
}

const CORPS = 'word/document.xml'

async function partiesDe(docx: Buffer): Promise<Map<string, Buffer>> {
  const parties = await readParties(docx, () => true)
  if (!parties.ok) throw new Error(parties.reason)
  return parties.value
}

const texteDe = async (docx: Buffer) => (await partiesDe(docx)).get(CORPS)?.toString('utf8') ?? ''
