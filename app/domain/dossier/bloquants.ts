import type { Constat, Regle } from '#domain/budget/constat'
import { ouvert, type Deverrouillage } from '#domain/dossier/deverrouillage'
import type { Controle } from '#domain/piece/piece'
import type { Ouverture } from '#domain/piece/antivirus'
import type { ProblemeSignale } from '#domain/piece/signalement'

/** Which pièce a bloquant is about: its code where somebody said what it is, and its file. */
type PieceNommee = { pieceId: string; code: string | null; nomFichier: string }

/** What stops « complet » and any decision (docs/domaine.md § 8.4). */
type Dit =
  | { nature: 'DEVERROUILLAGE_OUVERT'; echeance: Date }
  | { nature: 'MODIFICATION_A_EXAMINER' }
  | { nature: 'BUDGET'; regle: Regle; constats: Constat[] }
  /** A_CHOISIR: a workbook with several budgets, of which an officer is to say which is the project's. */
  | { nature: 'BUDGET_ILLISIBLE' | 'BUDGET_A_CHOISIR'; motif: string }
  | { nature: 'BUDGET_NON_LU' }
  | ({ nature: 'FICHIER_INFECTE' | 'FICHIER_NON_ANALYSE' | 'PIECE_ILLISIBLE' } & PieceNommee)

/** `cle` names it for as long as the dossier lives; `empreinte` is the fact it was seen on: another file, another figure is another fact. */
export type Bloquant = Dit & { cle: string; empreinte: string }

/** An officer passed over the bloquant of this name, as it then stood. */
export type Levee = { cle: string; empreinte: string; motif: string; par: string; le: Date }

/** A bloquant with what was said to pass over it; null: it blocks. */
export type BloquantVu = Bloquant & { levee: Levee | null }

/** A pièce as its last version shows it; one without a file is none of these. `ecartes`: the signalements an officer found false. */
export type PieceExaminee = PieceNommee & {
  versionId: string
  controle: Controle
  ouverture: Ouverture
  /** The content is of a kind that nothing here opens. */
  formatInconnu: boolean
  problemes: readonly ProblemeSignale[]
  ecartes: readonly string[]
}

/** The budget of the project deposited last; null when none was. Its findings are those of the reading kept, judged as of now. */
export type BudgetExamine = { versionId: string } & (
  | { etat: 'NON_LU' }
  | { etat: 'ILLISIBLE'; motif: string }
  | { etat: 'A_CHOISIR'; motif: string }
  | { etat: 'LU'; constats: readonly Constat[] }
)

export type FaitsBloquants = {
  deverrouillages: readonly Pick<Deverrouillage, 'echeance' | 'refermeLe'>[]
  /** Changes made while it was open that no officer has taken yet. */
  modifications: readonly { id: string }[]
  pieces: readonly PieceExaminee[]
  budget: BudgetExamine | null
}

const enTexte = (_: string, valeur: unknown) => (typeof valeur === 'bigint' ? valeur.toString() : valeur)

function duBudget(budget: BudgetExamine | null): Bloquant[] {
  if (!budget) return []
  const { versionId } = budget
  if (budget.etat === 'NON_LU') return [{ nature: 'BUDGET_NON_LU', cle: 'budget/lecture', empreinte: versionId }]
  if (budget.etat === 'A_CHOISIR')
    return [{ nature: 'BUDGET_A_CHOISIR', motif: budget.motif, cle: 'budget/a-choisir', empreinte: versionId }]
  if (budget.etat === 'ILLISIBLE')
    return [{ nature: 'BUDGET_ILLISIBLE', motif: budget.motif, cle: 'budget/illisible', empreinte: versionId }]
  const bloquants = budget.constats.filter(({ gravite }) => gravite === 'BLOQUANT')
  return [...new Set(bloquants.map(({ regle }) => regle))].map((regle) => {
    const constats = bloquants.filter((constat) => constat.regle === regle)
    return {
      nature: 'BUDGET',
      regle,
      constats,
      cle: `budget/${regle}`,
      empreinte: `${versionId} ${JSON.stringify(constats, enTexte)}`,
    }
  })
}

/** What makes a file one that nobody can read, whatever it is. */
const ILLISIBLES: readonly ProblemeSignale[] = ['VIDE', 'PDF_PROTEGE', 'PDF_ILLISIBLE']

/** A pièce that an officer refused or found not to be of this dossier proves nothing: what is wrong in it stops nothing. */
const ECARTES: readonly Controle[] = ['NON_CONFORME', 'SANS_OBJET', 'DISPENSEE']

function deLaPiece(piece: PieceExaminee): Bloquant[] {
  const { pieceId, code, nomFichier, versionId, controle, ouverture, problemes, ecartes } = piece
  if (ECARTES.includes(controle)) return []
  const nommer = (nature: 'FICHIER_INFECTE' | 'FICHIER_NON_ANALYSE' | 'PIECE_ILLISIBLE'): Bloquant[] => [
    { nature, pieceId, code, nomFichier, cle: `${nature.toLowerCase()}/${pieceId}`, empreinte: versionId },
  ]
  if (ouverture === 'VERROUILLE') return nommer('FICHIER_INFECTE')
  if (ouverture === 'EN_ATTENTE') return nommer('FICHIER_NON_ANALYSE')
  const illisible = problemes.some((probleme) => ILLISIBLES.includes(probleme) && !ecartes.includes(probleme))
  return illisible || (piece.formatInconnu && !ecartes.includes('CONTENU_INATTENDU')) ? nommer('PIECE_ILLISIBLE') : []
}

function deLaReouverture({ deverrouillages, modifications }: FaitsBloquants, now: Date): Bloquant[] {
  const courant = ouvert({ deverrouillages }, now)
  const bloquants: Bloquant[] = []
  if (courant) {
    const { echeance } = courant
    bloquants.push({ nature: 'DEVERROUILLAGE_OUVERT', echeance, cle: 'deverrouillage', empreinte: echeance.toISOString() }) // prettier-ignore
  }
  if (modifications.length > 0) {
    const empreinte = modifications.map(({ id }) => id).join(' ')
    bloquants.push({ nature: 'MODIFICATION_A_EXAMINER', cle: 'modification', empreinte })
  }
  return bloquants
}

declare const COMPTES: unique symbol

/** Every bloquant of a dossier with what was said to pass over it. Only `examinerBloquants` makes one: an act cannot be given an empty list. */
export type Bloquants = readonly BloquantVu[] & { readonly [COMPTES]: true }

/** All that blocks this dossier now, the demandeur's own writing first; a waiver holds only while the fact is the one it was given on. */
export function examinerBloquants(faits: FaitsBloquants, levees: readonly Levee[], now: Date): Bloquants {
  const bloquants = [...deLaReouverture(faits, now), ...duBudget(faits.budget), ...faits.pieces.flatMap(deLaPiece)]
  return bloquants.map((bloquant) => ({
    ...bloquant,
    levee: levees.find(({ cle, empreinte }) => cle === bloquant.cle && empreinte === bloquant.empreinte) ?? null,
  })) as readonly BloquantVu[] as Bloquants
}

/** Those nobody has passed over. */
export const restants = (bloquants: Bloquants): BloquantVu[] => bloquants.filter(({ levee }) => levee === null)

const DES_MACHINES: readonly Bloquant['nature'][] = ['BUDGET_NON_LU', 'FICHIER_NON_ANALYSE']

/** True while something blocks only until a worker has read or scanned a file: it goes by itself, and nobody's act says so. */
export const lectureEnCours = (bloquants: Bloquants): boolean =>
  bloquants.some(({ nature }) => DES_MACHINES.includes(nature))

/** Those somebody passed over. */
export const passesOutre = (bloquants: Bloquants): BloquantVu[] => bloquants.filter(({ levee }) => levee !== null)

export type RefusBloquant = 'DEVERROUILLAGE_OUVERT' | 'MODIFICATION_A_EXAMINER' | 'BLOQUANTS'

/** Why « complet » and any decision are closed: the demandeur writes, has written, or how many things block; null when nothing does. */
export function refusDesBloquants(bloquants: Bloquants): { reason: RefusBloquant; detail?: string } | null {
  const ouverts = restants(bloquants)
  const propre = ouverts.find(
    (b) => b.nature === 'DEVERROUILLAGE_OUVERT' || b.nature === 'MODIFICATION_A_EXAMINER',
  )?.nature
  if (propre === 'DEVERROUILLAGE_OUVERT' || propre === 'MODIFICATION_A_EXAMINER') return { reason: propre }
  return ouverts.length > 0 ? { reason: 'BLOQUANTS', detail: String(ouverts.length) } : null
}
