import ExcelJS from 'exceljs'

type Cellule = ExcelJS.CellValue
export type Rangee = Cellule[]

/** A workbook of these sheets, rows from A1, as bytes. */
export async function classeur(
  feuilles: Record<string, Rangee[]>,
  retoucher: (livre: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const livre = new ExcelJS.Workbook()
  for (const [nom, rangees] of Object.entries(feuilles)) livre.addWorksheet(nom).addRows(rangees)
  retoucher(livre)
  return Buffer.from(await livre.xlsx.writeBuffer())
}

const f = (formula: string): Cellule => ({ formula, date1904: false })

/** A row of two sides that begins at column C. */
const deux = (gauche: Rangee, droite: Rangee): Rangee => [null, null, ...gauche, null, ...droite]

/** Budgets of 10 000 € with 2 500 € of the Département and 500 € in nature, each laid out as somebody might. */
export const MISES_EN_PAGE: Record<string, () => Promise<Buffer>> = {
  'codes inside the labels, amounts typed as text': () =>
    classeur({
      Budget: [
        ['DÉPENSES', 'Montant', 'RECETTES', 'Montant'],
        ['60 - Achats', '1 200,50 €', '70 - Participation des familles', '5.000,00'],
        ['61 – Services extérieurs', '2 799,50', '74 – Subventions d’exploitation', '5 000'],
        ['613 Locations', '2 799,50 €', '74dep Département du Pas-de-Calais', '2 500 €'],
        ['62. Autres services extérieurs', 6000, '74com Commune de Lens', '2\u202f500,00\u00a0€'],
        ['625 : Déplacements', 6000, '75 Autres produits', '-'],
        ['TOTAL', '10 000,00 €', 'TOTAL', '10 000,00 €'],
        ['86 Emplois des contributions volontaires', 500, '87 Contributions volontaires', 500],
        ['TOTAL GÉNÉRAL', 10500, 'TOTAL GÉNÉRAL', 10500],
      ],
    }),
  'products on the left, far from the corner, formulas never calculated': () =>
    classeur({
      'Notre projet': [
        ...Array.from({ length: 7 }, (): Rangee => []),
        deux(['N°', 'PRODUITS', 'Prévision', 'Réalisé'], ['N°', 'CHARGES', 'Prévision', 'Réalisé']),
        deux([70, 'Ventes', f('E10'), 4950], [60, 'Achats', f('J10+J12'), 3900]),
        deux([706, 'Familles', 5000, 4800], [606, 'Fournitures', 3000, 2900]),
        deux([707, 'Tombola', null, 150], [608, 'Divers', null, 40]),
        deux([74, 'Subventions d’exploitation', f('SUM(E13:E14)'), 5000], [607, 'Repas', 1000, 960]),
        deux(['74dep', 'Conseil départemental', 2500, 2500], [62, 'Autres services extérieurs', f('J14'), 6100]),
        deux(['74com', 'Ville d’Arras', 2500, 2500], [625, 'Voyages', 6000, 6100]),
        deux([null, 'Total des produits', f('E9+E12'), 9950], [null, 'Total des charges', f('J9+J13'), 10000]),
        deux([87, 'Contributions volontaires', 500, 510], [86, 'Contributions volontaires', f('200+SUM(300)'), 490]),
      ],
    }),
  'no code at all, one list under the other': () =>
    classeur({
      Feuil1: [
        ['Budget prévisionnel'],
        ['CHARGES PRÉVISIONNELLES', null, 'Montant en euros'],
        ['Achats', null, 3000],
        ['Transport en autocar', null, 6000],
        ['Assurances', null, 1000],
        ['Total des dépenses', null, 10000],
        ['Contributions volontaires en nature', null, 500],
        [],
        ['RESSOURCES', null, 'Montant en euros'],
        ['Participation des familles', null, 5000],
        ['Conseil départemental du Pas-de-Calais', null, 2500],
        ['Commune de Calais', null, 2500],
        ['Total des recettes', null, 10000],
        ['Contributions volontaires en nature', null, 500],
        ['Fait à Calais, le 3 avril 2025'],
      ],
    }),
  'a sheet for each side, and a hidden draft': () =>
    classeur(
      {
        Charges: [
          ['Code', 'Libellé', 'Total'],
          ['60', 'Achats', 4000],
          ['62', 'Autres services extérieurs', 6000],
          [null, 'TOTAL DES CHARGES', f('SUM(C2:C3)')],
          ['86', 'Emplois des contributions volontaires', 500],
        ],
        Produits: [
          ['Code', 'Libellé', 'Total'],
          ['70', 'Participations', 5000],
          ['74', 'Subvention du Département 62', 2500],
          ['74', 'Subvention de la commune', 2500],
          [null, 'TOTAL DES PRODUITS', f('SUM(C2:C4)')],
          ['87', 'Contributions volontaires', 500],
        ],
        Brouillon: [
          ['CHARGES', 'Montant', 'PRODUITS', 'Montant'],
          ['Achats', 1, 'Ventes', 2],
        ],
      },
      (livre) => {
        const brouillon = livre.getWorksheet('Brouillon')
        if (brouillon) brouillon.state = 'veryHidden'
      },
    ),
  'no heading, only totals; another département gives too': () =>
    classeur({
      Feuil1: [
        ['Projet de jumelage'],
        ['60', 'Achats', 4000, '70', 'Familles', 4000],
        ['62', 'Autres services extérieurs', 6000, '74', 'Subventions d’exploitation', 6000],
        ['625', 'Déplacements', 6000, '74dep', 'Département du Pas-de-Calais', 2500],
        [null, null, null, '74dep', 'Département du Nord', 3500],
        [null, 'TOTAL DES CHARGES', 10000, null, 'TOTAL DES PRODUITS', 10000],
        ['860', 'Secours en nature', 200, '870', 'Bénévolat', 500],
        ['864', 'Personnel bénévole', 300],
      ],
    }),
  'defined names, merged headings, a hidden row, typed groups': () =>
    classeur(
      {
        Budget: [
          ['CHARGES', null, null, 'PRODUITS'],
          ['Compte', 'Libellé', 'Montant', 'Compte', 'Libellé', 'Montant'],
          ['60', 'Achats', 4000, '70', 'Ventes', 5000],
          ['606', 'Fournitures', 1500, '706', 'Familles', 5000],
          ['607', 'Repas', 2500, '74', 'Subventions d’exploitation', 5000],
          ['62', 'Autres services extérieurs', 6000, '74region', 'Région Hauts-de-France (Nord-Pas-de-Calais)', 2500],
          ['625', 'Déplacements', 6000, '74dep', 'CD62', 2500],
          [null, 'TOTAL DES CHARGES', 10000, null, 'TOTAL DES PRODUITS', 10000],
        ],
        Recap: [
          ['en nature', 500],
          ['en nature', 500],
        ],
      },
      (livre) => {
        livre.getWorksheet('Budget')?.mergeCells('A1:C1')
        livre.getWorksheet('Budget')?.mergeCells('D1:F1')
        const masquee = livre.getWorksheet('Budget')?.getRow(5)
        if (masquee) masquee.hidden = true
        livre.definedNames.add('Recap!$B$1', 'TOTAL_86')
        livre.definedNames.add('Recap!$B$2', 'TOTAL_87')
        livre.definedNames.add('Budget!$F$7', 'SUBV_CD62')
      },
    ),
}
