import type { Droit } from '#domain/acces/droits'

/** The states of a dossier (docs/domaine.md § 8.1), in the order it goes through them. */
export const ETATS = [
  'BROUILLON',
  'DEPOSE',
  'INCOMPLET',
  'COMPLET',
  'EN_INSTRUCTION',
  'VOTE',
  'ACCORDE',
  'ACCORDE_PARTIEL',
  'REFUSE',
  'SANS_SUITE',
  'DECIDE_AILLEURS',
  'REJET_IMPLICITE',
  'RETIRE',
  'HORS_DELAI',
  'INELIGIBLE',
] as const
export type Etat = (typeof ETATS)[number]

/** Back to the state that the act which is taken back began from (#domain/dossier/instruction etatRetrouve). */
const AVANT = 'AVANT'

type Ligne = {
  /** The right of the agent who does it; null where no agent does: what comes in does. */
  droit: Droit | null
  /** From which state, to which; an act that names no state cannot be done in it. */
  de: Partial<Record<Etat, Etat | typeof AVANT>>
}

const depuis = <V extends Etat | typeof AVANT>(vers: V, ...etats: Etat[]): Partial<Record<Etat, V>> =>
  Object.fromEntries(etats.map((etat) => [etat, vers]))

/** Deposited, and neither voted nor decided: a refusal may come before completeness (docs/domaine.md § 7.4). */
const EN_MAIN = ['DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'] as const satisfies Etat[]
/** What may be granted: complete. */
const ACCORDABLES = ['COMPLET', 'EN_INSTRUCTION'] as const satisfies Etat[]

/**
 * The one table of the life of a dossier, state × act → next state and the right that it takes: what an act may do and who may do it are asked here, by the
 * rules, by the acts and by docs/etats-et-roles.md. A draft is the demandeur's own: nothing but its deposit can happen to it. What was
 * complete is to be looked at again when a pièce of it changes (`recontroler`); compléments may be asked during the instruction, which
 * is then taken up again where it was. What the Commission permanente voted is a decision once the délibération is in force (`notifier…`), and not before. What was
 * said outside this software, by a vote or by silence, is only written down (`constater…`). A RESPONSABLE may reopen what is decided: what was complete is in instruction again.
 */
const VIE = {
  deposer: { droit: null, de: { BROUILLON: 'DEPOSE' } },
  declarerIncomplet: { droit: 'dossier.instruire', de: depuis('INCOMPLET', 'DEPOSE', ...ACCORDABLES) },
  declarerComplet: { droit: 'dossier.instruire', de: depuis('COMPLET', 'DEPOSE', 'INCOMPLET') },
  instruire: { droit: 'dossier.instruire', de: { COMPLET: 'EN_INSTRUCTION' } },
  reprendreInstruction: { droit: 'dossier.instruire', de: { INCOMPLET: 'EN_INSTRUCTION' } },
  recontroler: { droit: null, de: { COMPLET: 'DEPOSE' } },
  annulerComplements: { droit: 'dossier.instruire', de: { INCOMPLET: AVANT } },
  voter: { droit: 'seance.voter', de: depuis('VOTE', ...ACCORDABLES) },
  reprendreVote: { droit: 'seance.voter', de: { VOTE: AVANT } },
  notifierAccord: { droit: 'dossier.decider', de: { VOTE: 'ACCORDE' } },
  notifierAccordPartiel: { droit: 'dossier.decider', de: { VOTE: 'ACCORDE_PARTIEL' } },
  notifierRefus: { droit: 'dossier.decider', de: { VOTE: 'REFUSE' } },
  accorder: { droit: 'dossier.decider', de: depuis('ACCORDE', ...ACCORDABLES) },
  accorderPartiellement: { droit: 'dossier.decider', de: depuis('ACCORDE_PARTIEL', ...ACCORDABLES) },
  refuser: { droit: 'dossier.decider', de: depuis('REFUSE', ...EN_MAIN) },
  classerSansSuite: { droit: 'dossier.decider', de: depuis('SANS_SUITE', ...EN_MAIN) },
  retirer: { droit: 'dossier.decider', de: depuis('RETIRE', ...EN_MAIN) },
  declarerHorsDelai: { droit: 'dossier.decider', de: depuis('HORS_DELAI', ...EN_MAIN) },
  declarerIneligible: { droit: 'dossier.decider', de: depuis('INELIGIBLE', ...EN_MAIN) },
  constaterDecisionAilleurs: { droit: 'dossier.decider', de: depuis('DECIDE_AILLEURS', ...EN_MAIN) },
  constaterRejetImplicite: { droit: 'dossier.decider', de: depuis('REJET_IMPLICITE', ...EN_MAIN) },
  reprendreDecision: {
    droit: 'dossier.decider',
    de: depuis(AVANT, 'ACCORDE', 'ACCORDE_PARTIEL', 'REFUSE', 'SANS_SUITE', 'RETIRE', 'HORS_DELAI', 'INELIGIBLE'),
  },
  rouvrir: {
    droit: 'dossier.decider',
    de: {
      ...depuis('EN_INSTRUCTION', 'ACCORDE', 'ACCORDE_PARTIEL'),
      ...depuis('DEPOSE', 'REFUSE', 'SANS_SUITE', 'RETIRE', 'HORS_DELAI', 'INELIGIBLE'),
      ...depuis('DEPOSE', 'DECIDE_AILLEURS', 'REJET_IMPLICITE'),
    },
  },
} as const satisfies Record<string, Ligne>

/** What takes an act back as if it had never been, while its mail waits. */
type Reprise = 'annulerComplements' | 'reprendreDecision'
type ActeOuReprise = keyof typeof VIE
export type Acte = Exclude<ActeOuReprise, Reprise>
/** Those that an agent does, and that take a right. */
type ActeDAgent = { [A in ActeOuReprise]: (typeof VIE)[A]['droit'] extends Droit ? A : never }[ActeOuReprise]

/**
 * The rows of the table, for what reads it whole.
 * @internal
 */
export const LIGNES: Record<ActeOuReprise, Ligne> = VIE

const estActe = (un: string): un is Acte =>
  Object.hasOwn(VIE, un) && un !== 'annulerComplements' && un !== 'reprendreDecision'
const ACTES = Object.keys(VIE).filter(estActe)

/** The right that this act takes: what does it asks it here. */
export const droitDe = (acte: ActeDAgent): Droit => VIE[acte].droit

/** Whether this act can be done in this state, by what the state alone says. */
export const seFait = (etat: Etat, acte: ActeOuReprise): boolean => LIGNES[acte].de[etat] !== undefined

/** The state an act leads to, or undefined where the act cannot be done, or leads back to where the dossier was. */
export function suite(etat: Etat, acte: Acte): Etat | undefined {
  const vers = LIGNES[acte].de[etat]
  return vers === AVANT ? undefined : vers
}

export const actesPossibles = (etat: Etat): Acte[] => ACTES.filter((acte) => seFait(etat, acte))

/** A dossier is decided when nothing can follow, but for a RESPONSABLE to reopen it. */
export const estDecide = (etat: Etat) => actesPossibles(etat).every((acte) => acte === 'rouvrir')

/** Voted or decided: what was put to the vote does not move any more. */
export const estArrete = (etat: Etat) => etat === 'VOTE' || estDecide(etat)

/** What the bannette shows: deposited, and not yet decided. */
export const EN_COURS = ['DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'VOTE'] as const satisfies Etat[]

/** Where completeness is still being looked at: the control of a pièce may move the state. */
export const EN_CONTROLE = ['DEPOSE', 'INCOMPLET', 'COMPLET'] as const satisfies Etat[]
