import type ExcelJS from 'exceljs'
import type { Saisie } from '#reports/page'

const REFUS = { allowBlank: true, showErrorMessage: true, errorTitle: 'À corriger' } as const

/** An amount that is voted: a number, at most what is asked; `max` is that amount in euros, or the cell that holds it. */
export const montantAuPlus = (max: number | string): ExcelJS.DataValidation => ({
  ...REFUS,
  type: 'decimal',
  operator: 'between',
  formulae: [0, max],
  error: 'Ce montant est un nombre, au plus le montant demandé.',
})

/** One of the words of a list that the workbook holds. */
export const choixParmi = (liste: string, quoi: string): ExcelJS.DataValidation => ({
  ...REFUS,
  type: 'list',
  formulae: [liste],
  error: `Choisissez le ${quoi} dans la liste.`,
})

/** ExcelJS keeps them so; its types do not say it. One that is given for a range is one rule of the file, whose first cell its formulas are of. */
type AvecSaisies = { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }

/** What the cells of a sheet may hold once they are filled in. */
export function garderSaisies(page: ExcelJS.Worksheet, saisies: readonly Saisie[]): void {
  const { model } = (page as unknown as AvecSaisies).dataValidations
  for (const saisie of saisies) {
    const { lettre, premiere, derniere } = saisie
    model[`${lettre}${premiere}:${lettre}${derniere}`] =
      saisie.sorte === 'MONTANT' ? montantAuPlus(saisie.auPlus) : choixParmi(saisie.parmi, 'vote')
  }
}
