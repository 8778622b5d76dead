import { compter } from '#domain/nombre'
import { LONGUEUR_REFERENCE_MAX } from '#domain/dossier/vote-de-decision'
import { formatJour } from '#domain/temps/jour'
import type { ActeDecision, MotifRefus, MotifSansSuite, RefusDecision } from '#domain/dossier/decision'
import { LIBELLE_REGLE_RECEVABILITE } from '#libelles/dossier/recevabilite'
import { phraseBloquants } from '#libelles/dossier/phrase-bloquants'
import type { RefusDeverrouillage, Section } from '#domain/dossier/deverrouillage'
import type { Acte } from '#domain/dossier/etat'
import type { RefusReprise } from '#domain/courriel/reprise-decision'

/** The verb on a button. */
export const LIBELLE_ACTE: Record<Acte, string> = {
  deposer: 'Déposer',
  declarerIncomplet: 'Demander des compléments',
  declarerComplet: 'Déclarer complet',
  instruire: 'Commencer l’instruction',
  reprendreInstruction: 'Reprendre l’instruction',
  recontroler: 'Remettre à contrôler',
  accorder: 'Accorder',
  accorderPartiellement: 'Accorder partiellement',
  refuser: 'Refuser',
  classerSansSuite: 'Classer sans suite',
  constaterDecisionAilleurs: 'Noter comme décidé ailleurs',
  constaterRejetImplicite: 'Constater le rejet implicite',
  retirer: 'Enregistrer le retrait',
  declarerHorsDelai: 'Déclarer hors délai',
  declarerIneligible: 'Déclarer inéligible',
  rouvrir: 'Rouvrir la décision',
  voter: 'Saisir le vote',
  reprendreVote: 'Reprendre le vote',
  notifierAccord: 'Notifier l’accord',
  notifierAccordPartiel: 'Notifier l’accord partiel',
  notifierRefus: 'Notifier le refus',
}

export const LIBELLE_SECTION: Record<Section, string> = {
  STRUCTURE: 'Identité de la structure',
  PROJET: 'Projet',
  BUDGET: 'Budget',
  PIECES: 'Pièces',
}

export const LIBELLE_MOTIF_REFUS: Record<MotifRefus, string> = {
  HORS_PERIMETRE: 'Projet hors du périmètre de l’appel',
  STRUCTURE_NON_ELIGIBLE: 'Structure non éligible',
  INCOMPLET_APRES_RELANCE: 'Dossier incomplet après relance',
  HORS_DELAI: 'Dossier déposé hors délai',
  PROJET_DEJA_COMMENCE: 'Projet déjà commencé',
  CREDITS_EPUISES: 'Crédits épuisés',
  NOTE_INSUFFISANTE: 'Note insuffisante',
  BUDGET_NON_SINCERE: 'Budget insincère ou déséquilibré',
  DOUBLON_FINANCEMENT: 'Projet déjà financé par le Département',
  BILAN_NON_REMIS: 'Bilan d’une subvention antérieure non remis',
}

/** Reasons given must be true and lawful (docs/domaine.md § 7.4): said before an officer chooses one. */
export const AVERTISSEMENT_MOTIF =
  'Ce motif engage le Département\u00a0: il doit être exact, propre à ce dossier et le même pour tous les demandeurs.'

export const LIBELLE_MOTIF_SANS_SUITE: Record<MotifSansSuite, string> = {
  REJET_IMPLICITE: 'Rejet implicite au terme du délai',
  DEPOSE_EN_DOUBLE: 'Demande déposée en double',
  AUTRE: 'Autre motif',
}

/** The words of a reason code, of a refusal or of a closing; one written by another version of the software says that, and shows no code. */
export const libelleMotif = (code: string): string =>
  (({ ...LIBELLE_REGLE_RECEVABILITE, ...LIBELLE_MOTIF_REFUS, ...LIBELLE_MOTIF_SANS_SUITE }) as Record<string, string>)[
    code
  ] ?? 'Motif que cette version du logiciel ne connaît pas'

/** Those whose words name what their `detail` says. */
const REFUS_DETAILLES = {
  BLOQUANTS: (nombre: string) => phraseBloquants(Number(nombre)),
  INSCRIT_EN_SEANCE: (jour: string) =>
    `Ce dossier est à la séance du ${formatJour(jour)}\u00a0: c’est son vote qui l’accorde ou le refuse.`,
  DELIBERATION_ROUVERTE: (numero: string) =>
    `La délibération n°\u00a0${numero} porte la décision qui a été rouverte\u00a0: décider de nouveau demande un nouveau vote, par une autre délibération.`,
  VOTE_AVANT_REOUVERTURE: (jour: string) =>
    `Ce vote est antérieur au ${formatJour(jour)}, jour où la décision a été rouverte\u00a0: décider de nouveau demande un vote tenu depuis.`,
} as const satisfies Partial<Record<RefusDecision, (detail: string) => string>>

type RefusDetaille = keyof typeof REFUS_DETAILLES

const estDetaille = (reason: RefusDecision): reason is RefusDetaille => Object.hasOwn(REFUS_DETAILLES, reason)

const REFUS_DECISION: Record<Exclude<RefusDecision, RefusDetaille>, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise.',
  VOTE_RENDU: 'La Commission permanente a voté\u00a0: la décision se notifie quand la délibération est exécutoire.',
  PAS_INSCRIT_EN_SEANCE: 'Ce dossier n’est pas sur la liste de cette séance\u00a0: inscrivez-l’y avant le vote.',
  DELIBERATION_SANS_NUMERO: 'Donnez le numéro de la délibération, tel qu’il figure sur l’acte.',
  DELIBERATION_TROP_LONGUE: `Le numéro de la délibération dépasse ${compter(LONGUEUR_REFERENCE_MAX, 'caractère')}\u00a0: donnez le numéro seul.`,
  VOTE_A_VENIR: 'Ce jour est à venir\u00a0: la décision se prend une fois le vote tenu.',
  EXECUTOIRE_AVANT_LE_VOTE:
    'La délibération ne peut pas être exécutoire avant son vote\u00a0: vérifiez les deux jours.',
  EXECUTOIRE_A_VENIR:
    'Ce jour est à venir\u00a0: rien n’est notifié avant que la délibération soit exécutoire. Revenez ce jour-là.',
  DEVERROUILLAGE_OUVERT:
    'Le demandeur peut encore modifier ce dossier\u00a0: attendez l’échéance ou refermez la modification.',
  MODIFICATION_A_EXAMINER:
    'Le demandeur a modifié ce dossier\u00a0: acceptez ou écartez d’abord ses modifications (onglet Déverrouillage).',
  PAS_ENCORE_COMPLET: 'Déclarez d’abord le dossier complet\u00a0: seul un dossier complet peut être accordé.',
  RIEN_A_SIGNALER: 'Rien dans le règlement de la campagne ne s’oppose à ce dossier sur ce point.',
  PIECES_A_REVOIR: 'Une pièce a changé depuis que ce dossier est complet\u00a0: contrôlez-la d’abord.',
  MONTANT_NUL: 'Indiquez un montant supérieur à zéro.',
  MONTANT_SUPERIEUR_AU_DEMANDE: 'Le montant accordé ne peut pas dépasser le montant demandé.',
  MONTANT_SUPERIEUR_AU_PLAFOND: 'Le montant accordé dépasse le plafond de la campagne.',
  ENVELOPPE_DEPASSEE: 'Le montant accordé dépasse ce qui reste de l’enveloppe de la campagne.',
  MOTIF_INCONNU: 'Choisissez un motif dans la liste.',
  PRECISION_TROP_COURTE: 'Expliquez pourquoi en une phrase au moins\u00a0: le demandeur la lira.',
}

/** Why a decision is closed; `detail` is how many points block, the day of the séance that is to vote, or what was reopened. */
export const libelleRefusDecision = (reason: RefusDecision, detail = ''): string =>
  estDetaille(reason) ? REFUS_DETAILLES[reason](detail) : REFUS_DECISION[reason]

/** Why a decision cannot be taken back. */
export const LIBELLE_REFUS_REPRISE: Record<RefusReprise, string> = {
  AUCUNE_DECISION: 'Ce dossier n’a pas de décision à reprendre.',
  COURRIEL_PARTI: 'Le courriel de cette décision est parti\u00a0: elle ne peut plus être reprise.',
  DEJA_VERSE: 'De l’argent est versé sur cette décision\u00a0: annulez d’abord les versements.',
  TROP_TARD: 'Le temps pendant lequel cette décision pouvait être reprise est passé.',
}

export const LIBELLE_ACTE_DECISION: Record<ActeDecision, string> = {
  accorder: 'Accorder',
  refuser: 'Refuser',
  classerSansSuite: 'Classer sans suite',
  retirer: 'Enregistrer le retrait',
  declarerHorsDelai: 'Déclarer hors délai',
  declarerIneligible: 'Déclarer inéligible',
}

const REFUS_DEVERROUILLAGE: Record<RefusDeverrouillage, (limite: string) => string> = {
  PAS_ENCORE_DEPOSE: () => 'Ce dossier n’est pas encore déposé\u00a0: le demandeur peut déjà tout modifier.',
  DECISION_DEJA_PRISE: () => 'Une décision a été prise\u00a0: seul un responsable peut encore ouvrir ce dossier.',
  APRES_LE_VOTE: () =>
    'La séance de ce dossier s’est tenue, ou la commission de sa campagne\u00a0: seul un responsable peut encore ouvrir ce dossier à modification.',
  MODIFICATION_A_EXAMINER: () =>
    'Des modifications attendent votre examen\u00a0: acceptez-les ou écartez-les avant d’ouvrir à nouveau ce dossier.',
  DEJA_DEVERROUILLE: () => 'Ce dossier est déjà ouvert à modification.',
  AUCUNE_SECTION: () => 'Choisissez au moins une partie, un champ ou une pièce.',
  MOTIF_TROP_COURT: () => 'Dites pourquoi en une phrase au moins\u00a0: le demandeur la lira.',
  ECHEANCE_PASSEE: () => 'Choisissez une échéance à venir.',
  ECHEANCE_TROP_PROCHE: (min) => `Laissez au moins ${compter(Number(min), 'jour')} au demandeur.`,
  ECHEANCE_TROP_LOINTAINE: (max) => `L’échéance ne peut pas dépasser ${compter(Number(max), 'jour')}.`,
}

export const libelleRefusDeverrouillage = (refus: RefusDeverrouillage, limite = ''): string =>
  REFUS_DEVERROUILLAGE[refus](limite)
