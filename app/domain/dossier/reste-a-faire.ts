import { type Bloquants, restants } from '#domain/dossier/bloquants'
import { estArrete, type Etat } from '#domain/dossier/etat'
import type { Jour } from '#domain/temps/jour'
import type { Completude } from '#domain/piece/completude'
import type { ProblemeSignale } from '#domain/piece/signalement'

/** A pièce nobody has judged yet, of which something was noticed: `problemes` in the order found. */
export type PieceSignalee = { pieceId: string; code: string | null; problemes: ProblemeSignale[] }

/** One thing an officer has to do or know before a dossier can move on. `n` counts, `code` names one pièce. */
export type Chose =
  | { quoi: 'DEMANDE_DEVERROUILLAGE'; n: number }
  | { quoi: 'COURRIEL_NON_REMIS'; courrielId: string; sujet: string }
  | { quoi: 'A_NOTIFIER_PAR_COURRIER'; depuis: Jour }
  | { quoi: 'DECISION_A_RELIRE' }
  | ({ quoi: 'PIECE_SIGNALEE' } & PieceSignalee)
  | { quoi: 'COMPLEMENTS_ATTENDUS' | 'COMPLEMENTS_DEPASSES'; limite: Jour }
  | { quoi: 'PIECE_ABSENTE' | 'PIECE_NON_CONFORME'; code: string }
  | { quoi: 'PIECES_A_CONTROLER' | 'PIECES_A_RECONNAITRE' | 'ANOMALIES'; n: number }
  | { quoi: 'PERSONNE_NE_SUIT' | 'COMPLET_A_REVOIR' | 'DECISION_ATTENDUE' }

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
  /** Mails about it that came back, and that nobody has dealt with. */
  nonRemis: readonly { id: string; sujet: string }[]
  /** Since when its decision is to be told by post; null where it is not. */
  parCourrierDepuis: Jour | null
  /** Its decision waits for a second person to read it. */
  decisionARelire: boolean
  /** The demandeur changed the dossier while it was open, and put the pen down. */
  modificationAExaminer: boolean
  anomalies: number
  bloquants: Bloquants
}

/** What follows « complet »: a pièce that is no longer in order is news there. */
const DEJA_COMPLET: readonly Etat[] = ['COMPLET', 'EN_INSTRUCTION']

const si = <T>(vrai: boolean, chose: T): T[] => (vrai ? [chose] : [])

/**
 * What is left to do beyond what blocks (#domain/dossier/bloquants): on a draft or a decided dossier, only what was not told to the
 * structure.
 */
export function resteAFaire(dossier: DossierAFaire): Chose[] {
  const { etat, completude, piecesAReconnaitre, demandesEnAttente, anomalies, agentId, complements } = dossier
  const nonRemis = dossier.nonRemis.map(({ id, sujet }): Chose => ({
    quoi: 'COURRIEL_NON_REMIS',
    courrielId: id,
    sujet,
  }))
  const { parCourrierDepuis: depuis } = dossier
  if (etat === 'BROUILLON' || estArrete(etat))
    return [
      ...si<Chose>(dossier.decisionARelire, { quoi: 'DECISION_A_RELIRE' }),
      ...(depuis ? [{ quoi: 'A_NOTIFIER_PAR_COURRIER' as const, depuis }] : []),
      ...nonRemis,
    ]
  const { manquantes, nonConformes, aControler } = completude
  return [
    ...nonRemis,
    ...si<Chose>(demandesEnAttente > 0, { quoi: 'DEMANDE_DEVERROUILLAGE', n: demandesEnAttente }),
    ...si<Chose>(DEJA_COMPLET.includes(etat) && !completude.complet, { quoi: 'COMPLET_A_REVOIR' }),
    ...(complements?.depasses ? [{ quoi: 'COMPLEMENTS_DEPASSES' as const, limite: complements.limite }] : []),
    ...manquantes.map((code): Chose => ({ quoi: 'PIECE_ABSENTE', code })),
    ...nonConformes.map((code): Chose => ({ quoi: 'PIECE_NON_CONFORME', code })),
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
  | 'leverCeQuiBloque'
  | 'declarerComplet'
  | 'demanderComplements'
  | 'suivreComplements'
  | 'instruire'
  | 'decider'

/** The main button of a dossier in this state. */
export function suiteProbable(
  { etat, completude, demandesEnAttente, modificationAExaminer, complements, bloquants }: DossierAFaire,
  estOuvert: boolean,
): Suite | null {
  if (etat === 'BROUILLON' || estArrete(etat)) return null
  if (modificationAExaminer && !estOuvert) return 'examinerLaModification'
  if (demandesEnAttente > 0 && !estOuvert) return 'repondreALaDemande'
  if (completude.aControler.length > 0 || estOuvert) return 'controlerLesPieces'
  if (DEJA_COMPLET.includes(etat) && !completude.complet) return 'demanderComplements'
  if (completude.complet && restants(bloquants).length > 0) return 'leverCeQuiBloque'
  if (etat === 'EN_INSTRUCTION') return 'decider'
  if (etat === 'COMPLET') return 'instruire'
  if (completude.complet) return 'declarerComplet'
  return complements ? 'suivreComplements' : 'demanderComplements'
}
