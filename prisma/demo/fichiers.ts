import ExcelJS from 'exceljs'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { formatJourLong, type Jour, toDate } from '#domain/temps/jour'
import type { DossierDemo } from './dossiers'
import type { StructureDemo } from './structures'

/** Labels people give their files, by pièce code, for a campagne of this year. */
export const libellesDe = (annee: number): Record<string, string> => ({
  BUDGET_PROJET: 'Budget previsionnel projet',
  LETTRE: 'Lettre de demande signee',
  DELIBERATION: 'Extrait de deliberation',
  STATUTS: 'Statuts signes',
  RECEPISSE_PREF: 'Recepisse prefecture',
  JO: 'Extrait JO',
  COMPTES_N1: `Budget realise ${annee - 1}`,
  BUDGET_STRUCTURE_N: `Budget previsionnel association ${annee}`,
  CER: 'Contrat engagement republicain',
  RIB: 'RIB',
  ATTESTATION_HONNEUR: 'Attestation sur l honneur',
  ACCORD_PARTENAIRE: 'Accord de partenariat',
  DOMICILE_JEUNES: 'Justificatifs domicile jeunes',
  BILAN_PREC: 'Bilan de la subvention precedente',
})

const ascii = (texte: string) => texte.replace(/[’]/g, "'").replace(/[^\x20-\xff]/g, '?')

/** The example of the Banque postale: both keys are right, and no account is behind it. */
const IBAN = 'FR14 2004 1010 0505 0001 3M02 606'

type Signe = { structure: StructureDemo; objet: string; fait: Jour }

/** One page that says what it is, signed on the day `fait`. */
export async function pdfDe(titre: string, { structure, objet, fait }: Signe): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setCreationDate(toDate(fait))
  document.setModificationDate(toDate(fait))
  const font = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  const page = document.addPage([595, 842])
  page.drawText(ascii(structure.nom), { x: 60, y: 770, size: 13, font: bold })
  page.drawText(ascii(`${structure.voie}, ${structure.codePostal} ${structure.commune}`), {
    x: 60,
    y: 752,
    size: 10,
    font,
  })
  page.drawText(ascii(titre), { x: 60, y: 690, size: 18, font: bold })
  const lignes = [
    `Projet : ${objet}`,
    `SIRET : ${structure.siret}`,
    '',
    ...(titre === libellesDe(0)['RIB'] ? [`Titulaire du compte : ${structure.nom}`, `IBAN : ${IBAN}`] : []),
    'Document de démonstration, sans valeur.',
    `Fait à ${structure.commune}, le ${formatJourLong(fait)}`,
    `${structure.representant.join(' ')}, ${structure.fonction}`,
    'Signature',
  ]
  lignes.forEach((ligne, i) => page.drawText(ascii(ligne), { x: 60, y: 650 - i * 20, size: 11, font }))
  return Buffer.from(await document.save())
}

type Ligne = [code: string, libelle: string, euros: number]

const total = (lignes: Ligne[]) => lignes.reduce((sum, [, , euros]) => sum + euros, 0)

type Chiffres = Pick<DossierDemo, 'cout' | 'demande' | 'budget'>

function lignesDe({ cout, demande, budget }: Chiffres): { charges: Ligne[]; produits: Ligne[] } {
  const part = (taux: number) => Math.round(cout * taux)
  const charges: Ligne[] = [
    ['601', 'Achats de fournitures', part(0.12)],
    ['613', 'Locations', part(0.2)],
    ['616', 'Assurance', part(0.03)],
    ['623', 'Publicité, publication', part(0.04)],
    ['625', 'Déplacements, missions', 0],
  ]
  charges[4] = ['625', 'Déplacements, missions', cout - total(charges)]
  const departement = budget === 'autreMontant' ? demande - 500 : demande
  const produits: Ligne[] = [
    ['706', 'Participation des familles', part(0.25)],
    ['74com', 'Commune', part(0.15)],
    ['74dep', 'Département du Pas-de-Calais', departement],
    ['74fe', 'Fonds européens (Erasmus+)', part(0.1)],
    ['756', 'Cotisations', 0],
  ]
  produits[4] = ['756', 'Cotisations', cout - total(produits) - (budget === 'desequilibre' ? 640 : 0)]
  return { charges, produits }
}

/** The budget of the project in the two-sided layout of the model, totals as formulas with their values. */
export async function budgetDe(dossier: Chiffres, fait: Jour): Promise<Buffer> {
  const { charges, produits } = lignesDe(dossier)
  const book = new ExcelJS.Workbook()
  book.created = toDate(fait)
  const page = book.addWorksheet('Budget')
  page.addRow(['', 'CHARGES', 'Montant', '', 'PRODUITS', 'Montant'])
  charges.forEach((charge, i) => page.addRow([...charge, ...(produits[i] ?? ['', '', ''])]))
  const last = charges.length + 1
  const row = page.addRow([
    '',
    'TOTAL DES CHARGES',
    { formula: `SUM(C2:C${last})`, result: total(charges) },
    '',
    'TOTAL DES PRODUITS',
    { formula: `SUM(F2:F${last})`, result: total(produits) },
  ])
  book.definedNames.add(`Budget!$C$${row.number}`, 'TOTAL_CHARGES')
  book.definedNames.add(`Budget!$F$${row.number}`, 'TOTAL_PRODUITS')
  page.columns.forEach((column, i) => (column.width = [8, 34, 14, 8, 34, 14][i]))
  return Buffer.from(await book.xlsx.writeBuffer())
}
