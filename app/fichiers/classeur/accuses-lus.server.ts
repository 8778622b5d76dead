import type { Cellule } from '#domain/portail/cellule'
import type { Result } from '#domain/result'
import type { ColonneDAccuses, LigneDAccuse } from '#domain/seance/accuses-de-prefecture'
import { parseNumeroDeDeliberation } from '#domain/seance/deliberation'
import { jourDeCellule, lireColonnesNommees, type Noms } from '#fichiers/tableau/colonnes-nommees'
import type { MotifFichier } from '#fichiers/type/refus'

/**
 * What tools of télétransmission call them. The day on which an act was sent is none of these, nor is that on which it was taken: they make nothing
 * exécutoire. A column called « Accusé de réception » alone may hold the reference of one: a date that is called so comes first.
 */
const NOMS: Noms<ColonneDAccuses> = {
  numero: [
    ['numerodedeliberation', 'numerodeladeliberation', 'numerodeliberation', 'ndedeliberation', 'ndeladeliberation', 'ndeliberation', 'nodeliberation'],
    ['numerodelacte', 'numerodacte', 'numeroacte', 'ndelacte', 'ndacte', 'nacte', 'nodelacte', 'nodacte', 'noacte', 'numacte'],
    ['deliberation', 'numero', 'acte', 'n'],
  ],
  date: [
    ['datedereceptionenprefecture', 'datedereceptionprefecture', 'datedereceptionparlaprefecture', 'datereceptionprefecture', 'datereceptionenprefecture', 'recueenprefecturele', 'recuenprefecturele', 'receptionenprefecture', 'datedereceptionaucontroledelegalite'],
    ['datear', 'datedelar', 'datedar', 'datearprefecture', 'datedelaccusedereception', 'datedaccusedereception', 'dateaccusedereception', 'dateaccusereception', 'datedelaccusedereceptionprefecture', 'datedereceptiondelar', 'daterecuar', 'accusedereceptionle'],
    ['datedetransmissionacquittee', 'transmissionacquitteele', 'datedacquittement', 'dateacquittement', 'acquitteele', 'acquittele'],
    ['datedereception', 'accusedereception', 'accusedereceptionprefecture', 'accusedereceptionenprefecture', 'arprefecture', 'ar'],
  ],
} // prettier-ignore

function lireLigne(cellule: (colonne: ColonneDAccuses) => Cellule, rang: number): LigneDAccuse {
  const [numero, jour] = [cellule('numero'), cellule('date')]
  return {
    rang,
    numero: numero.texte.trim().slice(0, 60),
    // Of `2026-7` that a spreadsheet took for a month there is only a day: no number is read in it.
    deliberation: parseNumeroDeDeliberation(numero.texte.slice(0, 60)),
    recueLe: jourDeCellule(jour),
    enAttente: !jour.date && jour.texte.trim() === '',
  }
}

/** The rows of a file of acknowledgements of the préfecture, .xlsx or .csv: the first sheet whose heading names both columns. */
export const lireAccuses = (fichier: { nom: string; contenu: Buffer }): Promise<Result<LigneDAccuse[], MotifFichier>> =>
  lireColonnesNommees(fichier, { noms: NOMS, lire: lireLigne, sinon: 'PAS_DES_ACCUSES' })
