import type ExcelJS from 'exceljs'
import { formatInstant } from '#libelles/temps'

/** ExcelJS knows it by its number alone. */
const A4 = { paperSize: 9 }

/** `&` begins a code in the foot of a page: written twice, it is itself. */
const enPied = (texte: string) => texte.replaceAll('&', '&&').slice(0, 80)

/** How each sheet of a rapport is printed: A4 landscape, as wide as the page, its pages numbered, what it is and when at its foot. */
export const miseEnPage = (titre: string, creeLe: Date) => ({
  pageSetup: {
    ...A4,
    orientation: 'landscape' as const,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
  },
  headerFooter: { oddFooter: `&L&8${enPied(titre)}&C&8&A, ${formatInstant(creeLe)}&R&8Page &P sur &N` },
})

/** The rows repeated at the top of each printed page, from 1. */
export const repeter = (page: ExcelJS.Worksheet, ligne: number) =>
  Object.assign(page.pageSetup, { printTitlesRow: `${ligne}:${ligne}` })
