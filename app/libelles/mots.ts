import { JOURS_RELANCE } from '#domain/complement/demande-complement'
import { JOURS_ACCUSE, JOURS_ALERTE, MOIS_REJET } from '#domain/dossier/delais'
import type { Etat } from '#domain/dossier/etat'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { compter } from '#domain/nombre'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { HORS_DELAI_FICHE, LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'

/** What a word means, and what comes next. */
type Sens = { sens: string; suite: string }

const DECIDE = 'Rien de plus à faire. Un responsable peut rouvrir la décision, avec un motif.'

/** A mail of a decision may wait its hour, be held or fail: only its own page says whether it was sent. */
const COURRIEL = 'L’onglet Échanges dit si le courriel est parti.'

/** What each état of a dossier means to an officer (docs/domaine.md § 8.1). */
export const SENS_ETAT: Record<Etat, Sens> = {
  BROUILLON: {
    sens: 'La structure a commencé sa demande sur e-partenaire et ne l’a pas validée. Il n’a ni numéro ni date de dépôt.',
    suite: 'Rien à faire\u00a0: il devient un dossier à contrôler quand la structure le valide.',
  },
  DEPOSE: {
    sens: 'La structure a validé sa demande. Personne n’a encore dit si toutes les pièces y sont.',
    suite: 'Contrôlez les pièces et le budget, puis dites le dossier complet ou demandez ce qui manque.',
  },
  INCOMPLET: {
    sens: 'Des compléments ont été demandés à la structure, avec une date limite.',
    suite: 'Attendez sa réponse\u00a0: le délai du rejet implicite est suspendu jusqu’à la date limite.',
  },
  COMPLET: {
    sens: 'Toutes les pièces obligatoires sont là et jugées conformes. Il peut être décidé.',
    suite: 'Commencez l’instruction, proposez un avis et un montant.',
  },
  EN_INSTRUCTION: {
    sens: 'Un agent étudie la demande sur le fond. Il peut être décidé.',
    suite: 'Proposez un avis et un montant\u00a0; un responsable décide.',
  },
  VOTE: {
    sens: 'La Commission permanente a voté. Personne n’est encore prévenu\u00a0: la délibération n’est pas exécutoire, ou la décision pas encore notifiée.',
    suite: 'Saisissez le jour où la préfecture a reçu la délibération, puis notifiez depuis la page de la séance.',
  },
  ACCORDE: { sens: `L’aide demandée est accordée en entier. ${COURRIEL}`, suite: DECIDE },
  ACCORDE_PARTIEL: {
    sens: `Une partie de l’aide demandée est accordée, et le courriel dit pourquoi. ${COURRIEL}`,
    suite: DECIDE,
  },
  REFUSE: { sens: `L’aide est refusée, avec un motif et les voies de recours. ${COURRIEL}`, suite: DECIDE },
  SANS_SUITE: {
    sens: 'Le dossier est classé sans décision sur le fond\u00a0: déposé en double, ou plus personne ne répond.',
    suite: DECIDE,
  },
  DECIDE_AILLEURS: {
    sens: 'La décision a été prise hors de cette application, ou avant elle. Aucun courriel n’est parti d’ici.',
    suite: DECIDE,
  },
  REJET_IMPLICITE: {
    sens: `Aucune décision n’a été prise en ${compter(MOIS_REJET, 'mois', 'mois')}\u00a0: le silence a rejeté la demande, et un agent l’a constaté.`,
    suite: DECIDE,
  },
  RETIRE: { sens: 'La structure renonce à sa demande.', suite: DECIDE },
  HORS_DELAI: { sens: 'La demande est arrivée après la date limite de la campagne.', suite: DECIDE },
  INELIGIBLE: { sens: 'La demande n’entre pas dans ce que la campagne peut aider.', suite: DECIDE },
}

/** What each état of a fiche means (docs/domaine.md § 8.3). */
export const SENS_ETAT_PRE_PROJET: Record<EtatPreProjet, Sens> = {
  A_TRAITER: {
    sens: 'La fiche est arrivée et attend votre avis. Elle ne vaut pas demande de subvention.',
    suite: 'Relisez ce qui a été lu du courriel, répondez aux questions de la grille, puis envoyez l’avis.',
  },
  A_RETRAVAILLER: {
    sens: 'L’avis demande à la structure de revoir son projet.',
    suite: 'Attendez sa nouvelle version\u00a0: la fiche reviendra d’elle-même dans «\u00a0À traiter\u00a0».',
  },
  AVIS_RENDU: {
    sens: 'L’avis est donné\u00a0; l’historique dit si son courriel est parti. C’est un conseil\u00a0: la demande, c’est le dossier déposé ensuite.',
    suite: 'Invitez la structure à déposer\u00a0; le fil rouge rapproche ensuite le dossier de la fiche.',
  },
  CLOS: {
    sens: 'Plus rien n’est attendu de cette fiche.',
    suite: 'Rouvrez-la si la structure revient.',
  },
}

/** What a « ? » beside an état asks and answers. */
export type Explique = { question: string; reponse: string }

const expliquer = (mot: string, ...phrases: string[]): Explique => ({
  question: `Que veut dire «\u00a0${mot}\u00a0»\u00a0?`,
  reponse: phrases.join(' '),
})

export const etatExplique = (etat: Etat): Explique =>
  expliquer(LIBELLE_ETAT[etat], SENS_ETAT[etat].sens, SENS_ETAT[etat].suite)

/** The same of a fiche. */
export const etatFicheExplique = (etat: EtatPreProjet): Explique =>
  expliquer(LIBELLE_ETAT_PRE_PROJET[etat], SENS_ETAT_PRE_PROJET[etat].sens, SENS_ETAT_PRE_PROJET[etat].suite)

/** The delays that run in this application, in the order a demande meets them. */
export const DELAIS = [
  'FICHE',
  'DEPOT',
  'ACCUSE',
  'COMPLEMENTS',
  'RELANCE',
  'REJET',
  'DEVERROUILLAGE',
  'RECOURS',
] as const
type Delai = (typeof DELAIS)[number]

/** What each of them is, from when it runs, and what happens at its end (docs/domaine.md § 7). */
export const MOTS_DELAI: Record<Delai, { nom: string; sens: string }> = {
  FICHE: {
    nom: 'Date limite de la fiche',
    sens: 'Jusqu’à ce jour, la MCEI aide à écrire le projet. Une fiche arrivée après est signalée «\u00a0hors délai\u00a0»\u00a0; elle peut encore recevoir un avis.',
  },
  DEPOT: {
    nom: 'Date limite de dépôt',
    sens: 'Dernier jour pour déposer une demande, sur e-partenaire ou sur l’extranet, jusqu’à minuit. Un dépôt plus tardif est signalé «\u00a0hors délai\u00a0»\u00a0: un agent en décide.',
  },
  ACCUSE: {
    nom: 'Accusé de réception',
    sens: `Il est dû dans les ${compter(JOURS_ACCUSE, 'jour ouvré', 'jours ouvrés')} qui suivent le dépôt. Les fins de semaine, les jours fériés et les jours de fermeture ne comptent pas.`,
  },
  COMPLEMENTS: {
    nom: 'Compléments',
    sens: 'La structure a jusqu’à la date limite que vous donnez. Pendant ce temps le délai du rejet implicite ne court pas\u00a0; il repart le jour où la dernière pièce arrive, ou à la date limite.',
  },
  RELANCE: {
    nom: 'Relance',
    sens: `Un rappel part de lui-même ${compter(JOURS_RELANCE, 'jour')} avant la date limite des compléments, et un autre une fois qu’elle est passée.`,
  },
  REJET: {
    nom: 'Rejet implicite',
    sens: `Sans décision ${compter(MOIS_REJET, 'mois', 'mois')} après le dépôt, augmentés des jours suspendus, le silence vaut rejet. Le dossier est montré comme proche ${compter(JOURS_ALERTE, 'jour')} avant.`,
  },
  DEVERROUILLAGE: {
    nom: 'Ouverture à modification',
    sens: 'Un dossier déverrouillé se referme de lui-même à son échéance, ou quand la structure le valide de nouveau. La date de dépôt ne change pas.',
  },
  RECOURS: {
    nom: 'Recours',
    sens: 'Deux mois à compter de la notification, si la décision dit les délais et les voies de recours.',
  },
}

/** What « hors délai » means of a fiche. */
export const horsDelaiExplique = (): Explique =>
  expliquer(HORS_DELAI_FICHE, `${MOTS_DELAI.FICHE.nom}\u00a0: ${MOTS_DELAI.FICHE.sens}`)
