import { enEuros } from '#domain/budget/montant'
import { texteDeCellule } from '#fichiers/classeur/valeur-de-cellule'
import type { Graphique, Serie } from '#reports/graphique'
import type { Case, Page } from '#reports/page'

const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const GRIS = '44546A'
const EUROS = '#,##0 "€"'

/** A text inside an element or an attribute. */
export const enXml = (texte: string) =>
  texteDeCellule(texte)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const fond = (couleur: string) => `<a:solidFill><a:srgbClr val="${couleur}"/></a:solidFill>`

/** The letters of a chart: their size in hundredths of a point. */
const lettres = (taille: number, gras = false) =>
  `<a:defRPr sz="${taille}" b="${gras ? 1 : 0}">${fond(GRIS)}</a:defRPr>`
const textes = (taille: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${lettres(taille)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`

/** What a cell of the page shows, as a number; 0 where it holds none. */
function nombreDe(une: Case | undefined): number {
  const valeur = une?.valeur ?? null
  const nu = valeur !== null && typeof valeur === 'object' && 'resultat' in valeur ? valeur.resultat : valeur
  return typeof nu === 'bigint' ? enEuros(nu) : typeof nu === 'number' ? nu : 0
}

/** The cells of a column between two rows, with what they hold: a viewer that calculates nothing draws from it. */
function cache(points: readonly (string | number)[]): string {
  const dits = points.map((point, i) => `<c:pt idx="${i}"><c:v>${enXml(String(point))}</c:v></c:pt>`)
  return `<c:ptCount val="${points.length}"/>${dits.join('')}`
}

const LETTRE_A = 65

function ecrireSerie({ lignes }: Page, feuille: string, graphique: Graphique, [rang, serie]: [number, Serie]): string {
  const { premiere, derniere, libelles, series } = graphique
  const plage = (lettre: string) => enXml(`${feuille}!$${lettre}$${premiere}:$${lettre}$${derniere}`)
  const colonne = (lettre: string) =>
    lignes.slice(premiere - 1, derniere).map(({ cases }) => cases[lettre.charCodeAt(0) - LETTRE_A])
  const noms = colonne(libelles).map((une) => (typeof une?.valeur === 'string' ? une.valeur : ''))
  const chiffres = colonne(serie.lettre).map(nombreDe)
  const etiquettes =
    series.length > 1
      ? ''
      : `<c:dLbls><c:numFmt formatCode="${enXml(EUROS)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textes(800)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  return `<c:ser><c:idx val="${rang}"/><c:order val="${rang}"/><c:tx><c:v>${enXml(serie.nom)}</c:v></c:tx><c:spPr>${fond(serie.couleur)}</c:spPr><c:invertIfNegative val="0"/>${etiquettes}<c:cat><c:strRef><c:f>${plage(libelles)}</c:f><c:strCache>${cache(noms)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${plage(serie.lettre)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${cache(chiffres)}</c:numCache></c:numRef></c:val></c:ser>`
}

/** The two axes: names on one, euros on the other. Lying bars are read from the top, so their axis of names is turned over. */
function axes(couche: boolean): string {
  const sens = couche ? 'maxMin' : 'minMax'
  const filet = (couleur: string) => `<c:spPr><a:ln w="6350">${fond(couleur)}</a:ln></c:spPr>`
  return `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${sens}"/></c:scaling><c:delete val="0"/><c:axPos val="${couche ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${filet('6B7A90')}${textes(800)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${couche ? 'b' : 'l'}"/><c:majorGridlines>${filet('D5DBE5')}</c:majorGridlines><c:numFmt formatCode="${enXml(EUROS)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textes(800)}<c:crossAx val="1"/><c:crosses val="${couche ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
}

/** The part of one chart (ECMA-376 part 1, 21.2). */
export function ecrireGraphique(page: Page, feuille: string, graphique: Graphique): string {
  const { titre, sens, series } = graphique
  const couche = sens === 'BARRES'
  const legende =
    series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textes(900)}</c:legend>` : ''
  const suite = [...series.entries()].map((une) => ecrireSerie(page, feuille, graphique, une)).join('')
  return `${ENTETE}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}"><c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${lettres(1100, true)}</a:pPr><a:r><a:rPr lang="fr-FR" sz="1100" b="1">${fond(GRIS)}</a:rPr><a:t>${enXml(titre)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${couche ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${suite}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes(couche)}</c:plotArea>${legende}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350">${fond('D5DBE5')}</a:ln></c:spPr></c:chartSpace>`
}

const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'

/** Where the charts of a page stand on it (ECMA-376 part 1, 20.5), each under the relation of its rank, from 1. */
export function ecrireDessin(graphiques: readonly Graphique[]): string {
  const coin = ({ colonne, ligne }: { colonne: number; ligne: number }) =>
    `<xdr:col>${colonne}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${ligne}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
  const ancres = graphiques.map(
    ({ titre, description, place: { de, a } }, i) =>
      `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${coin(de)}</xdr:from><xdr:to>${coin(a)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${enXml(titre)}" descr="${enXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  )
  return `${ENTETE}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${R}">${ancres.join('')}</xdr:wsDr>`
}

/** What a part leads to: its relations, `rId1` the first. */
export const ecrireRelations = (relations: readonly { sorte: 'drawing' | 'chart'; vers: string }[]): string =>
  `${ENTETE}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(({ sorte, vers }, i) => `<Relationship Id="rId${i + 1}" Type="${R}/${sorte}" Target="${vers}"/>`)
    .join('')}</Relationships>`
