import { PDFDocument, StandardFonts } from 'pdf-lib'
import type { Page } from '@playwright/test'
import { respecteLuhn } from '../../../app/domain/structure/identifiants'
import { recevoirUnPdf } from '../livraison/courriels'
import { premierLien } from '../livraison/envoi'

const JOUR_MS = 86_400_000

const jour = (dans: number) => new Date(Date.now() + dans * JOUR_MS).toLocaleDateString('fr-FR')

const avecCle = (debut: string) =>
  Array.from('0123456789')
    .map((cle) => debut + cle)
    .find(respecteLuhn) ?? debut

/** Who asks: what its name begins with, what it is, and how its SIREN begins. */
const STRUCTURES = {
  college: { nom: 'COLLEGE DES DUNES', nature: 'college public', siren: '1962' },
  association: { nom: 'LES AMIS DES DUNES', nature: 'association loi 1901', siren: '8281' },
} as const

type Voulue = { ville?: string | null; structure?: keyof typeof STRUCTURES }

/** Where each answer stands: what an officer marks by going to its field. */
const lignesDe = (suite: string, { ville = 'Herne', structure = 'college' }: Voulue) => [
  `Raison sociale : ${STRUCTURES[structure].nom} ${suite}`,
  `Nature de la structure : ${STRUCTURES[structure].nature}`,
  `SIRET : ${avecCle(`${avecCle(`${STRUCTURES[structure].siren}${suite.slice(-4).padStart(4, '0')}`)}0001`)}`,
  'Commune : Arras',
  'Code postal : 62000',
  'Contact : Sonia HEMERY',
  `Courriel : college.${suite}@exemple.test`,
  `Titre du projet : Une fresque a deux mains ${suite}`,
  'Pays : Allemagne',
  ...(ville ? [`Ville : ${ville}`] : []),
  'Partenaire etranger : Gymnasium am Park',
  `Dates : du ${jour(60)} au ${jour(66)}`,
  'Nombre de jeunes : 27',
  'Age des participants : 13 a 15 ans',
  'Budget total : 12 000 EUR',
  'Subvention souhaitee : 3 600 EUR',
  'Autres financeurs : commune, familles',
  'Description du projet : les eleves peignent une fresque avec leurs correspondants et la presentent.',
]

/** A fiche filled as the règlement wants it, as a PDF of two pages: the budget stands on the second. */
async function pdf(lignes: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create()
  const police = await document.embedFont(StandardFonts.Helvetica)
  for (const partie of [lignes.slice(0, -4), lignes.slice(-4)]) {
    const page = document.addPage([595, 842])
    partie.forEach((ligne, i) => page.drawText(ligne, { x: 60, y: 760 - i * 26, size: 11, font: police }))
  }
  return Buffer.from(await document.save())
}

/** A favourable fiche of a structure that nobody knows, in a PDF joined to a mail of today; without its town where `ville` is null. Gives its page. */
export async function recevoirUneFichePdf(page: Page, suite: string, voulue: Voulue = {}) {
  const contenu = await pdf(lignesDe(suite, voulue))
  const de = `Sonia HEMERY <college.${suite}@exemple.test>`
  await recevoirUnPdf(page, { de, cle: `fiche-pdf-${suite}`, contenu })
  return premierLien(page, `/pre-projets?q=${suite}&vue=tous`, /^\/pre-projets\/[\da-f-]{36}/)
}
