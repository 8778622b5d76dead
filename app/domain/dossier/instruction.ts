import { type Bloquants, type RefusBloquant, refusDesBloquants, restants } from '#domain/dossier/bloquants'
import { estArrete, estDecide, suite, type Acte, type Etat } from '#domain/dossier/etat'
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
  | RefusBloquant
  | 'PIECES_MANQUANTES'
  | 'PIECES_A_CONTROLER'

/** Characters of the word that goes with a dossier to who follows it from now on. */
export const MESSAGE_AFFECTATION_MAX = 1_000

/** Why a dossier is not given to somebody: no such agent who may instruct, already theirs, nothing left to follow, or too long a word. */
export type RefusAffectation = 'AGENT_INCONNU' | 'DEJA_AFFECTE' | 'DECISION_DEJA_PRISE' | 'MESSAGE_TROP_LONG'

type Affectation = { agentId: string | null; message: string }

/** May the dossier be given to this agent, or to nobody (null)? `peutInstruire` is whether there is such an agent, who may follow it. */
export function affecter(
  { etat, agentId }: { etat: Etat; agentId: string | null },
  voulue: Affectation,
  peutInstruire: boolean,
): Result<undefined, RefusAffectation> {
  if (estDecide(etat)) return no('DECISION_DEJA_PRISE')
  if (agentId === voulue.agentId) return no('DEJA_AFFECTE')
  if (voulue.message.length > MESSAGE_AFFECTATION_MAX) return no('MESSAGE_TROP_LONG')
  return voulue.agentId === null || peutInstruire ? ok() : no('AGENT_INCONNU')
}

export type DossierAInstruire = {
  etat: Etat
  bloquants: Bloquants
  /** Its compléments were asked during the instruction, to which it then returns. */
  instructionCommencee: boolean
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

/** What the act leads to: a dossier whose compléments were asked during the instruction returns to it. */
const atteintPar = ({ etat, instructionCommencee }: DossierAInstruire, acte: ActeInstruction): Etat | undefined =>
  (acte === 'declarerComplet' && instructionCommencee ? suite(etat, 'reprendreInstruction') : undefined) ??
  suite(etat, acte)

/**
 * Moves a dossier on, or says why not. Complete needs every pièce asked for; nothing moves over a bloquant that nobody passed over.
 * `detail` of a refusal about pièces, or about bloquants, is how many.
 */
export function avancer(dossier: DossierAInstruire, acte: ActeInstruction): Result<Etat, RefusInstruction> {
  const { etat, completude } = dossier
  if (etat === 'BROUILLON') return no('PAS_ENCORE_DEPOSE')
  if (estArrete(etat)) return no('DECISION_DEJA_PRISE')
  const atteint = atteintPar(dossier, acte)
  if (!atteint)
    return no(acte === 'instruire' && etat !== 'EN_INSTRUCTION' ? 'PAS_ENCORE_COMPLET' : 'ETAT_DEJA_ATTEINT')
  const bloque = refusDesBloquants(dossier.bloquants)
  const ecrit = bloque && bloque.reason !== 'BLOQUANTS' ? bloque : null
  if (ecrit) return no(ecrit.reason)
  const pieces = acte === 'declarerComplet' ? refusDesPieces(completude) : null
  if (pieces) return pieces
  return bloque ? no(bloque.reason, bloque.detail) : ok(atteint)
}

/**
 * The state a dossier comes back to when a request for compléments, or a decision, is taken back before it left. What was complete is to be
 * looked at again where a pièce has changed since, or something blocks.
 */
export function etatRetrouve(
  etatAvant: Etat,
  { completude, bloquants }: Pick<DossierAInstruire, 'completude' | 'bloquants'>,
): Etat {
  const tient = completude.complet && restants(bloquants).length === 0
  return tient ? etatAvant : (suite(etatAvant, 'recontroler') ?? etatAvant)
}

export type EmpechementControle = 'PAS_ENCORE_DEPOSE' | 'DECISION_DEJA_PRISE'

/** A pièce may be looked at from the deposit to the decision; null when it may. */
export function empechementControle(etat: Etat): EmpechementControle | null {
  if (etat === 'BROUILLON') return 'PAS_ENCORE_DEPOSE'
  return estArrete(etat) ? 'DECISION_DEJA_PRISE' : null
}
