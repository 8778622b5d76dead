import ExcelJS from 'exceljs'
import { enEuros, type Montant } from '#domain/budget/montant'
import { MOTIFS_REFUS } from '#domain/dossier/decision'
import { COLONNES_DU_CLASSEUR, type ColonneDuClasseur } from '#domain/seance/classeur-de-votes'
import { type Vote, VOTES } from '#domain/seance/vote'
import { choixParmi, montantAuPlus } from '#fichiers/classeur/saisie-de-classeur'
import { texteDeCellule } from '#fichiers/classeur/valeur-de-cellule'
import { LIBELLE_MOTIF_REFUS } from '#libelles/dossier/dossier'
import { LIBELLE_COLONNE_DU_CLASSEUR } from '#libelles/seance/classeur'
import { LIBELLE_VOTE } from '#libelles/seance/seance'

/** A line of a séance as the workbook that is sent out shows it. */
export type LigneAEcrire = {
  id: string
  version: number
  rang: number
  numero: string
  structure: string
  objet: string
  demandeCents: Montant
  proposeCents: Montant
  vote: Vote | null
  montantCents: Montant | null
  motif: string
  precision: string
  depassement: string
  presents: string
}

const EUROS = '#,##0.00 "€"'
/** `paperSize` 9 is A4. */
const PAPIER = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' } // prettier-ignore
const LARGEURS: Record<ColonneDuClasseur, number> = { cle: 12, version: 9, rang: 6, numero: 13, structure: 28, objet: 36, demande: 14, propose: 14, vote: 24, montant: 14, motif: 30, precision: 40, depassement: 34, presents: 34 } // prettier-ignore
/** What an officer writes in; the rest is protected. */
const A_REMPLIR: readonly ColonneDuClasseur[] = ['vote', 'montant', 'motif', 'precision', 'depassement', 'presents']
const LISTES = 'Listes'

const motifDit = (code: string) => MOTIFS_REFUS.find((un) => un === code)

/**
 * The list of a séance as a workbook to write its votes in: lists to choose from, amounts within what was asked, and all that is not a vote
 * protected, without a password.
 */
export async function ecrireClasseurDeVotes(titre: string, lignes: readonly LigneAEcrire[]): Promise<Buffer> {
  const classeur = new ExcelJS.Workbook()
  Object.assign(classeur, { title: texteDeCellule(titre), creator: 'MCEI' })
  const page = classeur.addWorksheet('Votes', {
    views: [{ state: 'frozen', xSplit: 4, ySplit: 1 }],
  })
  Object.assign(page.pageSetup, PAPIER)
  page.columns = COLONNES_DU_CLASSEUR.map((colonne) => ({ key: colonne, width: LARGEURS[colonne] }))
  const entete = page.addRow(COLONNES_DU_CLASSEUR.map((colonne) => LIBELLE_COLONNE_DU_CLASSEUR[colonne]))
  entete.font = { bold: true }
  entete.alignment = { wrapText: true, vertical: 'top' }
  const listes = classeur.addWorksheet(LISTES, { state: 'hidden' })
  for (const vote of VOTES) listes.addRow([LIBELLE_VOTE[vote]])
  MOTIFS_REFUS.forEach((motif, rang) => (listes.getCell(rang + 1, 2).value = LIBELLE_MOTIF_REFUS[motif]))
  for (const ligne of lignes) ecrireLigne(page, ligne)
  await page.protect('', { formatColumns: true, formatRows: true, autoFilter: true })
  return Buffer.from(await classeur.xlsx.writeBuffer())
}

function ecrireLigne(page: ExcelJS.Worksheet, ligne: LigneAEcrire) {
  const motif = motifDit(ligne.motif)
  const euros = (cents: Montant | null) => (cents === null ? null : enEuros(cents))
  const valeurs: Record<ColonneDuClasseur, ExcelJS.CellValue> = {
    cle: ligne.id,
    version: ligne.version,
    rang: ligne.rang,
    numero: texteDeCellule(ligne.numero),
    structure: texteDeCellule(ligne.structure),
    objet: texteDeCellule(ligne.objet),
    demande: enEuros(ligne.demandeCents),
    propose: enEuros(ligne.proposeCents),
    vote: ligne.vote && LIBELLE_VOTE[ligne.vote],
    montant: ligne.vote === 'MODIFIE' ? euros(ligne.montantCents) : null,
    motif: motif ? LIBELLE_MOTIF_REFUS[motif] : null,
    precision: texteDeCellule(ligne.precision) || null,
    depassement: texteDeCellule(ligne.depassement) || null,
    presents: texteDeCellule(ligne.presents) || null,
  }
  const row = page.addRow(COLONNES_DU_CLASSEUR.map((colonne) => valeurs[colonne]))
  row.alignment = { wrapText: true, vertical: 'top' }
  for (const colonne of ['cle', 'version'] as const)
    row.getCell(colonne).font = { size: 8, color: { argb: 'FF5F6B7A' } }
  for (const colonne of ['demande', 'propose', 'montant'] as const) row.getCell(colonne).numFmt = EUROS
  for (const colonne of A_REMPLIR) {
    row.getCell(colonne).protection = { locked: false }
    row.getCell(colonne).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } }
  }
  row.getCell('vote').dataValidation = choixParmi(`${LISTES}!$A$1:$A$${VOTES.length}`, 'vote')
  row.getCell('montant').dataValidation = montantAuPlus(enEuros(ligne.demandeCents))
  row.getCell('motif').dataValidation = choixParmi(`${LISTES}!$B$1:$B$${MOTIFS_REFUS.length}`, 'motif')
}
