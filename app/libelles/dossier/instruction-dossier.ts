import { compter } from '#domain/nombre'
import { MESSAGE_AFFECTATION_MAX, type RefusAffectation, type RefusInstruction } from '#domain/dossier/instruction'
import type { Chose } from '#domain/dossier/reste-a-faire'
import { formatJour } from '#domain/temps/jour'
import type { RefusControle } from '#domain/piece/piece'
import { phraseBloquants } from '#libelles/dossier/phrase-bloquants'
import { LIBELLE_REFUS_CONTROLE, nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_PROBLEME } from '#libelles/piece/signalement'

const REFUS: Record<RefusInstruction, (n: number) => string> = {
  PAS_ENCORE_DEPOSE: () => 'Ce dossier n’est pas encore déposé.',
  DECISION_DEJA_PRISE: () => 'Une décision a déjà été prise.',
  ETAT_DEJA_ATTEINT: () => 'Le dossier est déjà à cette étape, ou l’a dépassée.',
  PAS_ENCORE_COMPLET: () => 'Déclarez d’abord le dossier complet.',
  MODIFICATION_A_EXAMINER: () =>
    'Le demandeur a modifié ce dossier\u00a0: acceptez ou écartez d’abord ses modifications (onglet Déverrouillage).',
  DEVERROUILLAGE_OUVERT: () =>
    'Le demandeur peut encore modifier ce dossier\u00a0: attendez l’échéance ou refermez-le.',
  BLOQUANTS: phraseBloquants,
  PIECES_MANQUANTES: (n) =>
    `${compter(n, 'pièce manque ou n’est pas conforme', 'pièces manquent ou ne sont pas conformes')}.`,
  PIECES_A_CONTROLER: (n) => `${compter(n, 'pièce reste', 'pièces restent')} à contrôler.`,
}

/** Why an act of the examination is closed; `detail` is how many pièces stand in the way. */
export const libelleRefusInstruction = (reason: RefusInstruction, detail = ''): string => REFUS[reason](Number(detail))

/** Why a dossier is not given to an agent. */
export const LIBELLE_REFUS_AFFECTATION: Record<RefusAffectation, string> = {
  MESSAGE_TROP_LONG: `Raccourcissez ce message\u00a0: ${compter(MESSAGE_AFFECTATION_MAX, 'caractère')} au plus.`,
  AGENT_INCONNU: 'Cette personne ne peut pas suivre de dossier.',
  DEJA_AFFECTE: 'Le suivi est déjà celui-là.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise.',
}

/** One line of « Ce qui reste à faire », as an officer would say it. */
export function libelleChose(chose: Chose): string {
  switch (chose.quoi) {
    case 'DEMANDE_DEVERROUILLAGE':
      return 'Le demandeur souhaite modifier son dossier'
    case 'DECISION_A_RELIRE':
      return 'Une autre personne doit relire la décision et la faire partir'
    case 'A_NOTIFIER_PAR_COURRIER':
      return `À notifier par courrier depuis le ${formatJour(chose.depuis)}`
    case 'COURRIEL_NON_REMIS':
      return `Courriel refusé\u00a0: ${chose.sujet}`
    case 'PIECE_ABSENTE':
      return `Il manque\u00a0: ${nomDePiece(chose.code)}`
    case 'PIECE_NON_CONFORME':
      return `Non conforme\u00a0: ${nomDePiece(chose.code)}`
    case 'PIECE_SIGNALEE': {
      const [premier, ...autres] = chose.problemes.map((probleme) => LIBELLE_PROBLEME[probleme])
      const suite = autres.length > 0 ? ` et ${compter(autres.length, 'autre')}` : ''
      return `${chose.code ? nomDePiece(chose.code) : 'Pièce à reconnaître'}\u00a0: ${premier ?? ''}${suite}`
    }
    case 'COMPLEMENTS_ATTENDUS':
      return `Compléments attendus jusqu’au ${formatJour(chose.limite)}`
    case 'COMPLEMENTS_DEPASSES':
      return `Compléments non reçus\u00a0: le délai a pris fin le ${formatJour(chose.limite)}`
    case 'PIECES_A_CONTROLER':
      return `${compter(chose.n, 'pièce')} à contrôler`
    case 'PIECES_A_RECONNAITRE':
      return `${compter(chose.n, 'fichier')} à reconnaître`
    case 'ANOMALIES':
      return `${compter(chose.n, 'anomalie')} dans le formulaire`
    case 'DECISION_ATTENDUE':
      return 'La décision reste à prendre'
    case 'PERSONNE_NE_SUIT':
      return 'Personne ne suit ce dossier'
    case 'COMPLET_A_REVOIR':
      return 'Déclaré complet, mais une pièce ne l’est plus'
  }
}

type RefusPiece =
  | RefusControle
  | 'PAS_ENCORE_DEPOSE'
  | 'DECISION_DEJA_PRISE'
  | 'PIECE_NON_DEMANDEE'
  | 'CODE_INCHANGE'
  | 'RIEN_A_ANNULER'

const REFUS_PIECE: Record<RefusPiece, string> = {
  ...LIBELLE_REFUS_CONTROLE,
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: ses pièces ne se contrôlent pas.',
  DECISION_DEJA_PRISE: 'Une décision a été prise\u00a0: les pièces ne se contrôlent plus.',
  PIECE_NON_DEMANDEE: 'Cette pièce n’est pas demandée à ce genre de structure.',
  RIEN_A_ANNULER: 'Il n’y a plus rien à annuler\u00a0: la pièce a changé depuis.',
  CODE_INCHANGE: 'Ce fichier porte déjà ce nom de pièce.',
}

/** Why a pièce could not be controlled or named. */
export const libelleRefusPiece = (reason: RefusPiece): string => REFUS_PIECE[reason]

/** How a déverrouillage ended. */
export const LIBELLE_FERMETURE = {
  ECHEANCE: 'Refermé à l’échéance',
  AGENT: 'Refermé par un agent',
  DEPOT: 'Refermé par un nouveau dépôt',
  ANNULATION: 'Annulé avant le départ du courriel',
} as const
