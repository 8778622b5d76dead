/**
 * The life of a dossier (docs/domaine.md § 8.1). SUITE is the only place that says what may follow what:
 * an act missing from a row cannot be done in that state.
 */
export type Etat =
  | 'BROUILLON'
  | 'DEPOSE'
  | 'INCOMPLET'
  | 'COMPLET'
  | 'EN_INSTRUCTION'
  | 'VOTE'
  | 'ACCORDE'
  | 'ACCORDE_PARTIEL'
  | 'REFUSE'
  | 'SANS_SUITE'
  | 'DECIDE_AILLEURS'
  | 'REJET_IMPLICITE'
  | 'RETIRE'
  | 'HORS_DELAI'
  | 'INELIGIBLE'

export type Acte =
  | 'deposer'
  | 'declarerIncomplet'
  | 'declarerComplet'
  | 'instruire'
  | 'reprendreInstruction'
  | 'recontroler'
  | 'accorder'
  | 'accorderPartiellement'
  | 'refuser'
  | 'classerSansSuite'
  | 'constaterDecisionAilleurs'
  | 'constaterRejetImplicite'
  | 'retirer'
  | 'declarerHorsDelai'
  | 'declarerIneligible'
  | 'rouvrir'
  | 'voter'
  | 'reprendreVote'
  | 'notifierAccord'
  | 'notifierAccordPartiel'
  | 'notifierRefus'

/** What was said outside this software, by a vote or by silence: an officer only writes it down, and no mail leaves. */
const CONSTAT = { constaterDecisionAilleurs: 'DECIDE_AILLEURS', constaterRejetImplicite: 'REJET_IMPLICITE' } as const

const FIN = {
  refuser: 'REFUSE',
  classerSansSuite: 'SANS_SUITE',
  retirer: 'RETIRE',
  declarerHorsDelai: 'HORS_DELAI',
  declarerIneligible: 'INELIGIBLE',
  ...CONSTAT,
} as const
/** What the Commission permanente voted is a decision once the délibération is in force, and not before. */
const VOTE_NOTIFIE = {
  notifierAccord: 'ACCORDE',
  notifierAccordPartiel: 'ACCORDE_PARTIEL',
  notifierRefus: 'REFUSE',
} as const
const ACCORD = { accorder: 'ACCORDE', accorderPartiellement: 'ACCORDE_PARTIEL' } as const

/**
 * A draft is the demandeur's own: nothing but its deposit can happen to it. A refusal may come before completeness (§ 7.4). What was
 * complete is to be looked at again when a pièce of it changes (`recontroler`); compléments may be asked during the instruction, which
 * is then taken up again where it was. A RESPONSABLE may reopen what is decided: what was complete is in instruction again.
 */
const SUITE: Record<Etat, Partial<Record<Acte, Etat>>> = {
  BROUILLON: { deposer: 'DEPOSE' },
  DEPOSE: { declarerIncomplet: 'INCOMPLET', declarerComplet: 'COMPLET', ...FIN },
  INCOMPLET: { declarerComplet: 'COMPLET', reprendreInstruction: 'EN_INSTRUCTION', ...FIN },
  COMPLET: {
    instruire: 'EN_INSTRUCTION',
    declarerIncomplet: 'INCOMPLET',
    recontroler: 'DEPOSE',
    voter: 'VOTE',
    ...ACCORD,
    ...FIN,
  },
  EN_INSTRUCTION: { declarerIncomplet: 'INCOMPLET', voter: 'VOTE', ...ACCORD, ...FIN },
  VOTE: { reprendreVote: 'EN_INSTRUCTION', ...VOTE_NOTIFIE },
  ACCORDE: { rouvrir: 'EN_INSTRUCTION' },
  ACCORDE_PARTIEL: { rouvrir: 'EN_INSTRUCTION' },
  REFUSE: { rouvrir: 'DEPOSE' },
  SANS_SUITE: { rouvrir: 'DEPOSE' },
  DECIDE_AILLEURS: { rouvrir: 'DEPOSE' },
  REJET_IMPLICITE: { rouvrir: 'DEPOSE' },
  RETIRE: { rouvrir: 'DEPOSE' },
  HORS_DELAI: { rouvrir: 'DEPOSE' },
  INELIGIBLE: { rouvrir: 'DEPOSE' },
}

export const ETATS = Object.keys(SUITE) as Etat[]

/** The state an act leads to, or undefined where the act cannot be done. */
export const suite = (etat: Etat, acte: Acte): Etat | undefined => SUITE[etat][acte]

export const actesPossibles = (etat: Etat) => Object.keys(SUITE[etat]) as Acte[]

/** A dossier is decided when nothing can follow, but for a RESPONSABLE to reopen it. */
export const estDecide = (etat: Etat) => actesPossibles(etat).every((acte) => acte === 'rouvrir')

/** Voted or decided: what was put to the vote does not move any more. */
export const estArrete = (etat: Etat) => etat === 'VOTE' || estDecide(etat)

/** What the bannette shows: deposited, and not yet decided. */
export const EN_COURS = ['DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION', 'VOTE'] as const satisfies Etat[]

/** Where completeness is still being looked at: the control of a pièce may move the state. */
export const EN_CONTROLE = ['DEPOSE', 'INCOMPLET', 'COMPLET'] as const satisfies Etat[]
