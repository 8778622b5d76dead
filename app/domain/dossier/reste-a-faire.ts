import { estDecide, type Etat } from '#domain/dossier/etat'
import type { Jour } from '#domain/temps/jour'
import type { Completude } from '#domain/piece/completude'
import type { ProblemeSignale } from '#domain/piece/signalement'

/** A pièce nobody has judged yet, of which something was noticed: `problemes` in the order found. */
export type PieceSignalee = { pieceId: string; code: string | null; problemes: ProblemeSignale[] }

/** One thing an officer has to do or know before a dossier can move on. `n` counts, `code` names one pièce. */
export type Chose =
  | { quoi: 'DEMANDE_DEVERROUILLAGE'; n: number }
  | ({ quoi: 'PIECE_SIGNALEE' } & PieceSignalee)
  | { quoi: 'COMPLEMENTS_ATTENDUS' | 'COMPLEMENTS_DEPASSES'; limite: Jour }
  | { quoi: 'PIECE_ABSENTE' | 'PIECE_NON_CONFORME'; code: string }
  | { quoi: 'PIECES_A_CONTROLER' | 'PIECES_A_RECONNAITRE' | 'ANOMALIES' | 'CONSTATS_BLOQUANTS'; n: number }
  | {
      quoi:
        'BUDGET_ILLISIBLE' | 'MODIFICATION_A_EXAMINER' | 'PERSONNE_NE_SUIT' | 'COMPLET_A_REVOIR' | 'DECISION_ATTENDUE'
    }

export type DossierAFaire = {
  /** The request for compléments that waits, and whether its last day has passed; null when none does. */
  complements: { limite: Jour; depasses: boolean } | null
  etat: Etat
  agentId: string | null
  completude: Completude
  /** Deposited files nobody has named yet. */
  piecesAReconnaitre: number
  piecesSignalees: PieceSignalee[]
  demandesEnAttente: number
  /** The demandeur changed the dossier while it was open, and put the pen down. */
  modificationAExaminer: boolean
  anomalies: number
  /** Null when no workbook was deposited. */
  budget: { lisible: boolean; bloquants: number } | null
}

const si = <T>(vrai: boolean, chose: T): T[] => (vrai ? [chose] : [])

/** What is left to do, what blocks first; nothing on a draft or a decided dossier. */
export function resteAFaire(dossier: DossierAFaire): Chose[] {
  const { etat, completude, budget, piecesAReconnaitre, demandesEnAttente, anomalies, agentId, complements } = dossier
  if (etat === 'BROUILLON' || estDecide(etat)) return []
  const { manquantes, nonConformes, aControler } = completude
  return [
    ...si<Chose>(dossier.modificationAExaminer, { quoi: 'MODIFICATION_A_EXAMINER' }),
    ...si<Chose>(demandesEnAttente > 0, { quoi: 'DEMANDE_DEVERROUILLAGE', n: demandesEnAttente }),
    ...si<Chose>(etat === 'COMPLET' && !completude.complet, { quoi: 'COMPLET_A_REVOIR' }),
    ...(complements?.depasses ? [{ quoi: 'COMPLEMENTS_DEPASSES' as const, limite: complements.limite }] : []),
    ...manquantes.map((code): Chose => ({ quoi: 'PIECE_ABSENTE', code })),
    ...nonConformes.map((code): Chose => ({ quoi: 'PIECE_NON_CONFORME', code })),
    ...si<Chose>(budget?.lisible === false, { quoi: 'BUDGET_ILLISIBLE' }),
    ...si<Chose>((budget?.bloquants ?? 0) > 0, { quoi: 'CONSTATS_BLOQUANTS', n: budget?.bloquants ?? 0 }),
    ...si<Chose>(piecesAReconnaitre > 0, { quoi: 'PIECES_A_RECONNAITRE', n: piecesAReconnaitre }),
    ...dossier.piecesSignalees.map((piece): Chose => ({ quoi: 'PIECE_SIGNALEE', ...piece })),
    ...si<Chose>(aControler.length > 0, { quoi: 'PIECES_A_CONTROLER', n: aControler.length }),
    ...(complements?.depasses === false ? [{ quoi: 'COMPLEMENTS_ATTENDUS' as const, limite: complements.limite }] : []),
    ...si<Chose>(anomalies > 0, { quoi: 'ANOMALIES', n: anomalies }),
    ...si<Chose>(etat === 'EN_INSTRUCTION', { quoi: 'DECISION_ATTENDUE' }),
    ...si<Chose>(agentId === null, { quoi: 'PERSONNE_NE_SUIT' }),
  ]
}

/** What an officer most likely does next; `null` when nothing is left to do. */
export type Suite =
  | 'repondreALaDemande'
  | 'examinerLaModification'
  | 'controlerLesPieces'
  | 'declarerComplet'
  | 'demanderComplements'
  | 'suivreComplements'
  | 'instruire'
  | 'decider'

/** The main button of a dossier in this state. */
export function suiteProbable(
  { etat, completude, demandesEnAttente, modificationAExaminer, complements }: DossierAFaire,
  estOuvert: boolean,
): Suite | null {
  if (etat === 'BROUILLON' || estDecide(etat)) return null
  if (modificationAExaminer && !estOuvert) return 'examinerLaModification'
  if (demandesEnAttente > 0 && !estOuvert) return 'repondreALaDemande'
  if (etat === 'EN_INSTRUCTION') return 'decider'
  if (etat === 'COMPLET') return completude.complet ? 'instruire' : 'demanderComplements'
  if (completude.aControler.length > 0 || estOuvert) return 'controlerLesPieces'
  if (completude.complet) return 'declarerComplet'
  return complements ? 'suivreComplements' : 'demanderComplements'
}
