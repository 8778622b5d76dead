import { ouvert, type Deverrouillage } from '#domain/dossier/deverrouillage'
import { estDecide, suite, type Acte, type Etat } from '#domain/dossier/etat'
import { no, ok, type Result } from '#domain/result'
import type { Completude } from '#domain/piece/completude'

/** The acts of an officer between the deposit and the decision; a dossier becomes incomplete by what is asked of its demandeur. */
export const ACTES_INSTRUCTION = ['declarerComplet', 'instruire'] as const satisfies Acte[]
export type ActeInstruction = (typeof ACTES_INSTRUCTION)[number]

export type RefusInstruction =
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'ETAT_DEJA_ATTEINT'
  | 'PAS_ENCORE_COMPLET'
  | 'DEVERROUILLAGE_OUVERT'
  | 'MODIFICATION_A_EXAMINER'
  | 'PIECES_MANQUANTES'
  | 'PIECES_A_CONTROLER'

export type DossierAInstruire = {
  etat: Etat
  deverrouillages: readonly Pick<Deverrouillage, 'echeance' | 'refermeLe'>[]
  /** Changes made while it was open that no officer has taken yet. */
  modifications: readonly unknown[]
  completude: Pick<Completude, 'manquantes' | 'nonConformes' | 'aControler' | 'complet'>
}

/** What stands between this dossier and « complet »: absent or refused pièces speak before those nobody has looked at. */
function refusDesPieces({ manquantes, nonConformes, aControler, complet }: DossierAInstruire['completude']) {
  if (complet) return null
  const aDemander = manquantes.length + nonConformes.length
  return aDemander > 0
    ? no<RefusInstruction>('PIECES_MANQUANTES', String(aDemander))
    : no<RefusInstruction>('PIECES_A_CONTROLER', String(aControler.length))
}

/**
 * Moves a dossier on, or says why not. Complete needs every pièce asked for, and nobody writing in the dossier meanwhile.
 * `detail` of a refusal about pièces is how many.
 */
export function avancer(dossier: DossierAInstruire, acte: ActeInstruction, now: Date): Result<Etat, RefusInstruction> {
  const { etat, completude } = dossier
  if (etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
  if (estDecide(etat)) return no('DECISION_DEJA_PRISE')
  const atteint = suite(etat, acte)
  if (!atteint)
    return no(acte === 'instruire' && etat !== 'EN_INSTRUCTION' ? 'PAS_ENCORE_COMPLET' : 'ETAT_DEJA_ATTEINT')
  if (ouvert(dossier, now)) return no('DEVERROUILLAGE_OUVERT')
  if (dossier.modifications.length > 0) return no('MODIFICATION_A_EXAMINER')
  return (acte === 'declarerComplet' ? refusDesPieces(completude) : null) ?? ok(atteint)
}

export type EmpechementControle = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE'

/** A pièce may be looked at from the deposit to the decision; null when it may. */
export function empechementControle(etat: Etat): EmpechementControle | null {
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  return estDecide(etat) ? 'DECISION_DEJA_PRISE' : null
}
