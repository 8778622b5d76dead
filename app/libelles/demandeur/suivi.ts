import { compter } from '#domain/nombre'
import type { EtatDit } from '#domain/demandeur/etat-dit'
import type { Section } from '#domain/dossier/deverrouillage'
import type { RefusDeVouloir } from '#domain/demande-en-ligne/modification-voulue'

/** Where a dossier stands, in plain words, and what happens next. */
export const SUIVI_DE_L_ETAT: Record<EtatDit, { dit: string; suite: string }> = {
  BROUILLON: {
    dit: 'Pas encore déposée',
    suite:
      'Cette demande est commencée sur le portail et n’est pas déposée\u00a0: terminez-la là où vous l’avez commencée.',
  },
  DEPOSE: {
    dit: 'Déposée, pièces en cours de vérification',
    suite: 'La mission vérifie vos pièces. S’il en manque une, elle vous l’écrit et dit jusqu’à quand la donner.',
  },
  INCOMPLET: {
    dit: 'Incomplète',
    suite: 'Donnez ce qui est demandé plus bas. Le délai de réponse est suspendu en attendant.',
  },
  COMPLET: {
    dit: 'Complète',
    suite: 'Vos pièces sont conformes. La demande va être instruite, puis présentée à la Commission permanente.',
  },
  EN_INSTRUCTION: {
    dit: 'En instruction',
    suite: 'La mission étudie le projet, puis la Commission permanente vote. Vous recevez la décision par courriel.',
  },
  ACCORDE: { dit: 'Accordée', suite: 'La décision vous a été envoyée. Elle dit comment la subvention est versée.' },
  ACCORDE_PARTIEL: {
    dit: 'Accordée en partie',
    suite: 'La décision vous a été envoyée. Elle dit comment la subvention est versée, et comment contester.',
  },
  REFUSE: { dit: 'Refusée', suite: 'La décision vous a été envoyée. Elle dit pourquoi, et comment contester.' },
  SANS_SUITE: { dit: 'Classée sans suite', suite: 'La décision vous a été envoyée. Elle dit pourquoi.' },
  DECIDE_AILLEURS: { dit: 'Décidée', suite: 'Cette demande a été décidée en dehors de cet extranet.' },
  REJET_IMPLICITE: {
    dit: 'Rejetée par silence',
    suite: 'Le délai de réponse est passé sans décision\u00a0: l’accusé de réception dit comment contester.',
  },
  RETIRE: { dit: 'Retirée', suite: 'Vous avez renoncé à cette demande.' },
  HORS_DELAI: { dit: 'Hors délai', suite: 'La décision vous a été envoyée. Elle dit comment contester.' },
  INELIGIBLE: {
    dit: 'Non recevable',
    suite: 'La décision vous a été envoyée. Elle dit pourquoi, et comment contester.',
  },
}

/** The parts of a demande, as its structure knows them. */
export const PARTIE_DE_LA_DEMANDE: Record<Section, string> = {
  STRUCTURE: 'La structure\u00a0: adresse, coordonnées, représentant',
  PROJET: 'Le projet\u00a0: intitulé, pays, dates, participants',
  BUDGET: 'Le montant demandé et le budget',
  PIECES: 'Les pièces',
}

const REFUS_DE_VOULOIR: Record<RefusDeVouloir, (limite: string) => string> = {
  LECTEUR_SEUL: () =>
    'Votre rôle de lecteur ne permet pas de le demander. Adressez-vous au représentant légal ou à un rédacteur de la structure.',
  PAS_ENCORE_DEPOSE: () => 'Cette demande n’est pas déposée\u00a0: elle se modifie encore.',
  DECISION_RENDUE: () =>
    'La décision est rendue\u00a0: la demande ne se modifie plus. Une question\u00a0? Écrivez à la mission.',
  DEJA_OUVERT: () => 'Ce dossier est déjà ouvert à modification, ou va l’être\u00a0: un courriel vous le dit.',
  MODIFICATION_A_EXAMINER: () => 'La mission examine vos dernières modifications. Attendez sa réponse.',
  DEJA_DEMANDEE: () => 'Votre demande de modification attend une réponse de la mission.',
  AUCUNE_SECTION: () => 'Choisissez au moins une partie à modifier.',
  TEXTE_TROP_COURT: () => 'Dites pourquoi en une phrase au moins.',
  TEXTE_TROP_LONG: (limite) => `Raccourcissez\u00a0: ${compter(Number(limite), 'caractère')} au plus.`,
}

/** Why a change cannot be asked for. */
export const phraseDeVouloir = (refus: RefusDeVouloir, limite = ''): string => REFUS_DE_VOULOIR[refus](limite)
