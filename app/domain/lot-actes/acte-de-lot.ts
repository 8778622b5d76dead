import type { Droit } from '#domain/acces/droits'
import { type Constat, CONSTATS } from '#domain/dossier/constat'
import { MOTIFS_SANS_SUITE, type MotifSansSuite } from '#domain/dossier/decision'
import { droitDe } from '#domain/dossier/etat'
import { estVueDecidee, VUES_DOSSIERS, type VueDossiers } from '#domain/dossier/vues'
import { lireNomDEtiquette } from '#domain/etiquette/etiquette'
import { lireMessageType, type RefusMessageType } from '#domain/lot-actes/message-type'
import { lireProposition, type RefusPropositionSaisie } from '#domain/proposition/proposition-saisie'
import { no, ok, type Result } from '#domain/result'
import { lireVoteDeClasseur, type VoteDeClasseur } from '#domain/seance/classeur-de-votes'
import { lireVersements } from '#domain/suite-accord/classeur-de-versements'
import type { Versement } from '#domain/suite-accord/versement'
import type { Jour } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'

/** Dossiers of one lot. */
export const LIGNES_MAX = 5_000

/** Lines that one job takes. */
export const TRANCHE = 25

/** A lot of so many lines at most is looked at while the officer waits for the page; a larger one by the workers. */
export const EXAMEN_IMMEDIAT = 50

/** Characters of a word kept beside an act. */
export const PRECISION_MAX = 500

/** Every field that an act may ask for. */
export const CHAMPS_DE_LOT = ['agentId', 'constat', 'precision', 'limite', 'corps', 'avis', 'base', 'valeur', 'motif', 'etiquette', 'champ', 'message', 'prevenir', 'seanceId', 'ligneId', 'versionDeLigne', 'rangDuClasseur', 'vote', 'montant', 'depassement', 'presents', 'versements', 'scenario'] as const // prettier-ignore
export type ChampDeLot = (typeof CHAMPS_DE_LOT)[number]

/** What an officer filled in for all the lines of a lot, or for one of them, by field; kept as typed, and read again each time. */
export type ChampsDeLot = Readonly<Partial<Record<ChampDeLot, string>>>

/** `A_DONNER`: the officer has not been asked yet. */
export type RefusChamps =
  'A_DONNER' | 'PRECISION_TROP_LONGUE' | 'LIMITE_ILLISIBLE' | RefusMessageType | RefusPropositionSaisie

type SansSuiteVoulu = { motif: MotifSansSuite; precision: string; prevenir: boolean }

type Acte<P> = {
  /** The same as on the page of one dossier; its use case asks it again, line by line. */
  droit: Droit
  /** The tabs of the bannette where it is offered, the first of its acts in the order of the list. */
  vues: readonly VueDossiers[]
  lire: (champs: ChampsDeLot) => Result<P, RefusChamps>
}

const acte = <P>(defini: Acte<P>): Acte<P> => defini

const rien = () => ok({})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What stands for nobody where an agent is asked for. */
export const PERSONNE = 'personne'

/**
 * Every act that can be done on many dossiers at once, in the order in which they are offered. One more is one line here, and what then does not
 * compile: its words (#libelles/lot-actes), what it does to one dossier (#usecases/lot-actes/gestes), its fields where it has some (#ui/lot-actes).
 */
export const ACTES_DE_LOT = {
  declarerComplet: acte({
    droit: droitDe('declarerComplet'),
    vues: ['a-controler', 'incomplets', 'delai-depasse', 'a-faire', 'miens', 'tous'],
    lire: rien,
  }),
  instruire: acte({
    droit: droitDe('instruire'),
    vues: ['complets', 'a-decider', 'a-faire', 'miens', 'tous'],
    lire: rien,
  }),
  relancer: acte({
    droit: 'dossier.instruire',
    vues: ['attente', 'delai-depasse', 'incomplets', 'a-faire', 'miens', 'tous'],
    lire: rien,
  }),
  demanderComplements: acte({
    droit: droitDe('declarerIncomplet'),
    vues: ['a-controler', 'nouveaux', 'a-faire', 'miens', 'tous'],
    lire: ({ limite: saisie = '' }): Result<{ limite: Jour | null }, RefusChamps> => {
      if (!saisie.trim()) return ok({ limite: null })
      const jour = jourSaisi(saisie)
      return jour.ok ? ok({ limite: jour.value }) : no('LIMITE_ILLISIBLE')
    },
  }),
  clore: acte({
    droit: droitDe('constaterRejetImplicite'),
    vues: ['rejet-proche', 'delai-depasse', 'incomplets', 'a-faire', 'miens', 'tous'],
    lire: ({ constat: dit, precision = '' }): Result<{ constat: Constat; precision: string }, RefusChamps> => {
      const constat = CONSTATS.find((un) => un === dit)
      if (!constat) return no('A_DONNER')
      return precision.length > PRECISION_MAX ? no('PRECISION_TROP_LONGUE') : ok({ constat, precision })
    },
  }),
  classerSansSuite: acte({
    droit: droitDe('classerSansSuite'),
    vues: ['rejet-proche', 'delai-depasse', 'incomplets', 'a-faire', 'miens', 'tous'],
    /** Whether a mail tells the demandeurs is chosen: nothing said is no answer. */
    lire: ({ motif: dit, precision = '', prevenir }): Result<SansSuiteVoulu, RefusChamps> => {
      const motif = MOTIFS_SANS_SUITE.find((un) => un === dit)
      if (!motif || (prevenir !== 'oui' && prevenir !== 'non')) return no('A_DONNER')
      if (precision.length > PRECISION_MAX) return no('PRECISION_TROP_LONGUE')
      return ok({ motif, precision, prevenir: prevenir === 'oui' })
    },
  }),
  proposer: acte({
    droit: 'dossier.instruire',
    vues: ['complets', 'a-decider', 'a-faire', 'miens', 'tous'],
    lire: ({ avis = '', base = '', valeur = '', motif = '', scenario = '' }) =>
      lireProposition({ avis, base, valeur, motif, scenario }),
  }),
  inscrire: acte({
    droit: 'seance.preparer',
    vues: ['a-decider', 'complets', 'a-faire', 'miens', 'tous'],
    lire: ({ seanceId = '' }) => (UUID.test(seanceId) ? ok({ seanceId }) : no('A_DONNER')),
  }),
  /** Each line has its own vote, read in the workbook of a séance: no bannette offers it. */
  voter: acte({
    droit: droitDe('voter'),
    vues: [],
    lire: (champs): Result<VoteDeClasseur, RefusChamps> => {
      const lu = lireVoteDeClasseur(champs)
      return lu ? ok(lu) : no('A_DONNER')
    },
  }),
  /** Each line has its own payments, read in the file of the accountants: no bannette offers it. */
  verser: acte({
    droit: 'versement.enregistrer',
    vues: [],
    lire: (champs): Result<{ versements: Versement[] }, RefusChamps> => {
      const versements = lireVersements(champs)
      return versements ? ok({ versements }) : no('A_DONNER')
    },
  }),
  notifier: acte({
    droit: droitDe('notifierAccord'),
    vues: ['a-faire', 'miens', 'tous'],
    lire: rien,
  }),
  reprendreNotification: acte({ droit: droitDe('reprendreDecision'), vues: ['tous'], lire: rien }),
  affecter: acte({
    droit: 'dossier.affecter',
    vues: VUES_DOSSIERS.filter((vue) => !estVueDecidee(vue)),
    lire: ({ agentId = '', message = '' }): Result<{ agentId: string | null; message: string }, RefusChamps> => {
      if (agentId === PERSONNE) return ok({ agentId: null, message })
      return UUID.test(agentId) ? ok({ agentId, message }) : no('A_DONNER')
    },
  }),
  etiqueter: acte({
    droit: 'dossier.instruire',
    vues: VUES_DOSSIERS,
    lire: ({ etiquette = '' }) => lireNomDEtiquette(etiquette),
  }),
  retirerEtiquette: acte({
    droit: 'dossier.instruire',
    vues: VUES_DOSSIERS,
    lire: ({ etiquette = '' }) => lireNomDEtiquette(etiquette),
  }),
  remplirChamp: acte({
    droit: 'dossier.instruire',
    vues: VUES_DOSSIERS,
    /** The field by its name; nothing said of what goes in it empties it. */
    lire: ({ champ = '', valeur = '' }): Result<{ libelle: string; saisie: string }, RefusChamps> =>
      champ.trim() === '' ? no('A_DONNER') : ok({ libelle: champ, saisie: valeur }),
  }),
  ecrireMessage: acte({
    droit: 'courriel.ecrire',
    vues: VUES_DOSSIERS,
    lire: ({ corps = '' }) => lireMessageType(corps),
  }),
  telecharger: acte({
    droit: 'piece.lire',
    vues: VUES_DOSSIERS,
    lire: rien,
  }),
} satisfies Record<string, Acte<object>>

export type ActeDeLot = keyof typeof ACTES_DE_LOT

export const NOMS_ACTES_DE_LOT = Object.keys(ACTES_DE_LOT) as ActeDeLot[]

/** Those that a bannette offers on what is chosen in it. */
export const ACTES_AU_CHOIX = NOMS_ACTES_DE_LOT.filter((nom) => ACTES_DE_LOT[nom].vues.length > 0)

export const isActeDeLot = (nom: string): nom is ActeDeLot => Object.hasOwn(ACTES_DE_LOT, nom)

/**
 * Where a line stands. Before the lot is sent: A_EXAMINER, then PRETE (it would change) or ECARTEE (it would not, and stays as it is). After:
 * FAITE, REFUSEE by the rule, MODIFIEE by somebody since it was looked at, or ECHEC.
 */
export const ETATS_LIGNE = ['A_EXAMINER', 'PRETE', 'ECARTEE', 'FAITE', 'REFUSEE', 'MODIFIEE', 'ECHEC'] as const
export type EtatLigne = (typeof ETATS_LIGNE)[number]

export type ComptesDeLot = Readonly<Record<EtatLigne, number>>

/** `examenLe`: since when its lines are to be looked at. A_REGLER: what it asks for is not filled in. EXAMEN: it is being looked at. PRET: it waits for a yes. Then it is done, line by line. */
export type EtapeDeLot = 'A_REGLER' | 'EXAMEN' | 'PRET' | 'EN_COURS' | 'FINI'

export function etapeDuLot(
  { examenLe, lanceLe }: { examenLe: Date | null; lanceLe: Date | null },
  comptes: ComptesDeLot,
): EtapeDeLot {
  if (lanceLe) return comptes.PRETE > 0 ? 'EN_COURS' : 'FINI'
  if (!examenLe) return 'A_REGLER'
  return comptes.A_EXAMINER > 0 ? 'EXAMEN' : 'PRET'
}

export type RefusLancement = 'DEJA_LANCE' | 'PAS_ENCORE_EXAMINE' | 'RIEN_A_FAIRE'

/** May this lot be sent? Once, when every line was looked at and one at least would change. */
export function lancer(etape: EtapeDeLot, comptes: ComptesDeLot): Result<undefined, RefusLancement> {
  if (etape === 'EN_COURS' || etape === 'FINI') return no('DEJA_LANCE')
  if (etape !== 'PRET') return no('PAS_ENCORE_EXAMINE')
  return comptes.PRETE > 0 ? ok() : no('RIEN_A_FAIRE')
}

/** The jobs that take lines of these ranks. */
export const tranchesDe = (rangs: readonly number[]): number[] => [
  ...new Set(rangs.map((rang) => Math.floor(rang / TRANCHE))),
]
