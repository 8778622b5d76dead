import { type Agent, hasDroit } from '#domain/acces/droits'
import type { VueDossiers } from '#domain/dossier/vues'
import type { ActeJournal } from '#domain/journal/entree'
import {
  ACTES_DE_LOT,
  type ActeDeLot,
  type ChampsDeLot,
  type ComptesDeLot,
  type EtapeDeLot,
  type EtatLigne,
  isActeDeLot,
  NOMS_ACTES_DE_LOT,
} from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'

type Mots = {
  /** On the button of the bannette. */
  verbe: string
  /** What so many lines become: « 3 dossiers affectés ». */
  fait: readonly [un: string, plusieurs: string]
  /** What it is for, on its page. */
  dit: string
  /** The act of the journal whose way back is said before the yes. */
  retour: ActeJournal
}

export const MOTS_ACTE_DE_LOT: Record<ActeDeLot, Mots> = {
  declarerComplet: {
    verbe: 'Déclarer complet',
    fait: ['dossier déclaré complet', 'dossiers déclarés complets'],
    dit: 'Chaque demandeur est prévenu que son dossier est complet.',
    retour: 'declarerComplet',
  },
  instruire: {
    verbe: 'Commencer l’instruction',
    fait: ['dossier passé en instruction', 'dossiers passés en instruction'],
    dit: 'Aucun courriel ne part.',
    retour: 'instruire',
  },
  relancer: {
    verbe: 'Relancer',
    fait: ['dossier relancé', 'dossiers relancés'],
    dit: 'Ce qui est encore attendu est redemandé à chaque demandeur.',
    retour: 'relancer',
  },
  demanderComplements: {
    verbe: 'Demander des compléments',
    fait: ['demande de compléments écrite', 'demandes de compléments écrites'],
    dit: 'Les pièces absentes ou non conformes et les éléments retenus de chaque dossier sont demandés. Les courriels partent 5\u00a0minutes après.',
    retour: 'demanderComplements',
  },
  clore: {
    verbe: 'Clore',
    fait: ['dossier clos', 'dossiers clos'],
    dit: 'Pour des dossiers dont le rejet implicite est échu. Aucun courriel ne part.',
    retour: 'constaterRejetImplicite',
  },
  classerSansSuite: {
    verbe: 'Classer sans suite',
    fait: ['dossier classé sans suite', 'dossiers classés sans suite'],
    dit: 'Le même motif pour tous, et un courriel à chaque demandeur ou aucun, à votre choix. Les courriels attendent le délai de la campagne\u00a0; d’ici là, chaque décision se reprend.',
    retour: 'classerSansSuite',
  },
  proposer: {
    verbe: 'Proposer un montant',
    fait: ['proposition écrite', 'propositions écrites'],
    dit: 'Un avis et un montant pour chaque dossier, avant la décision. Aucun courriel ne part\u00a0: seuls les agents les voient.',
    retour: 'proposer',
  },
  inscrire: {
    verbe: 'Inscrire à une séance',
    fait: ['dossier inscrit', 'dossiers inscrits'],
    dit: 'Ce qui est proposé pour chaque dossier sera soumis au vote de la Commission permanente. Aucun courriel ne part.',
    retour: 'inscrireEnSeance',
  },
  voter: {
    verbe: 'Enregistrer les votes',
    fait: ['vote enregistré', 'votes enregistrés'],
    dit: 'Les votes lus dans le classeur de la séance, ligne par ligne. Aucun courriel ne part avant que la délibération soit exécutoire.',
    retour: 'voter',
  },
  verser: {
    verbe: 'Enregistrer les versements',
    fait: ['dossier mis à jour', 'dossiers mis à jour'],
    dit: 'Les versements lus dans le fichier, dossier par dossier. Chaque acompte et chaque solde est annoncé à sa structure par un courriel, cinq minutes plus tard\u00a0; rien n’est payé d’ici.',
    retour: 'enregistrerVersement',
  },
  notifier: {
    verbe: 'Notifier les votes',
    fait: ['décision notifiée', 'décisions notifiées'],
    dit: 'Pour des dossiers votés dont la délibération est exécutoire. Chaque demandeur reçoit sa décision.',
    retour: 'accorder',
  },
  reprendreNotification: {
    verbe: 'Reprendre les notifications',
    fait: ['notification reprise', 'notifications reprises'],
    dit: 'Le courriel qui attend ne part pas. Le dossier est de nouveau voté, et se notifie quand vous voulez.',
    retour: 'reprendreDecision',
  },
  affecter: {
    verbe: 'Affecter',
    fait: ['dossier affecté', 'dossiers affectés'],
    dit: 'Les dossiers choisis seront suivis par la même personne.',
    retour: 'affecter',
  },
  etiqueter: {
    verbe: 'Étiqueter',
    fait: ['dossier étiqueté', 'dossiers étiquetés'],
    dit: 'La même étiquette sur chaque dossier, à côté de celles qu’il a. Seuls les agents la voient.',
    retour: 'etiqueter',
  },
  retirerEtiquette: {
    verbe: 'Retirer une étiquette',
    fait: ['étiquette retirée', 'étiquettes retirées'],
    dit: 'L’étiquette est retirée de chaque dossier qui la porte\u00a0; les autres restent.',
    retour: 'etiqueter',
  },
  remplirChamp: {
    verbe: 'Remplir un champ',
    fait: ['champ rempli', 'champs remplis'],
    dit: 'Le même champ du service sur chaque dossier dont la campagne l’a. Seuls les agents le voient.',
    retour: 'remplirChamps',
  },
  ecrireMessage: {
    verbe: 'Écrire un message',
    fait: ['message écrit', 'messages écrits'],
    dit: 'Le même message à chaque demandeur, dans le fil de son dossier. Il part 5\u00a0minutes après, et s’annule d’ici là dans Courriels.',
    retour: 'ecrireMessage',
  },
  telecharger: {
    verbe: 'Télécharger les pièces',
    fait: ['dossier dans l’archive', 'dossiers dans l’archive'],
    dit: 'Une archive .zip\u00a0: un dossier par demande, la dernière version de chaque pièce. Rien ne change dans les dossiers.',
    retour: 'lancerLot',
  },
}

/** The verb of an act as the journal kept it. */
export const verbeDeLot = (acte: string): string => (isActeDeLot(acte) ? MOTS_ACTE_DE_LOT[acte].verbe : acte)

/** The name of each group of lines, before and after the lot is sent. */
export const LIBELLE_ETAT_LIGNE: Record<EtatLigne, { avant: string; apres: string }> = {
  A_EXAMINER: { avant: 'À examiner', apres: 'À examiner' },
  PRETE: { avant: 'Changeront', apres: 'En cours' },
  ECARTEE: { avant: 'Ne changeront pas', apres: 'Laissés tels quels' },
  FAITE: { avant: 'Faits', apres: 'Faits' },
  REFUSEE: { avant: 'Refusés', apres: 'Refusés' },
  MODIFIEE: { avant: 'Modifiés depuis', apres: 'Modifiés depuis l’aperçu' },
  ECHEC: { avant: 'Échecs', apres: 'Échecs' },
}

/** « Relancer 12 dossiers »: the button that says yes. */
export const verbeEtNombre = (acte: ActeDeLot, n: number): string =>
  `${MOTS_ACTE_DE_LOT[acte].verbe}\u00a0: ${compter(n, 'dossier')}`

/** « 12 courriels partiront, 1 sera retenu. »; « Aucun courriel ne partira. » */
export function phraseCourriels({ courriels, retenus }: { courriels: number; retenus: number }): string {
  const partent =
    courriels === 0 ? 'Aucun courriel ne partira' : compter(courriels, 'courriel partira', 'courriels partiront')
  return retenus === 0 ? `${partent}.` : `${partent}, ${compter(retenus, 'sera retenu', 'seront retenus')}.`
}

/** What came of a lot, in one sentence. */
export function phraseResultat(acte: ActeDeLot, comptes: ComptesDeLot): string {
  const reste = comptes.REFUSEE + comptes.MODIFIEE + comptes.ECHEC
  const faits = compter(comptes.FAITE, ...MOTS_ACTE_DE_LOT[acte].fait)
  return reste === 0
    ? `Terminé\u00a0: ${faits}.`
    : `Terminé\u00a0: ${faits}, ${compter(reste, 'dossier n’a pas changé', 'dossiers n’ont pas changé')}.`
}

export const INTROUVABLE = 'Ce dossier n’existe plus.'
export const SANS_DROIT = 'Votre rôle ne permet plus cet acte.'
export const COMPTE_FERME = 'Le compte de qui a lancé cet acte est fermé.'

/** Why a line was left: who acted on the dossier since it was looked at, and how. */
export const phraseModifie = (entree: { acteur: string; dit: string } | null): string =>
  entree ? `Modifié depuis l’aperçu par ${entree.acteur} (${entree.dit}).` : 'Modifié depuis l’aperçu.'

/** An act that a bannette offers on the rows chosen in it. `champs` are filled in already. */
export type ActeOffert = { acte: ActeDeLot; libelle: string; champs: ChampsDeLot }

/** The acts on several dossiers that make sense under this tab and that this agent may do. */
export const actesOfferts = (agent: Pick<Agent, 'id' | 'role'>, vue: VueDossiers): ActeOffert[] =>
  NOMS_ACTES_DE_LOT.filter(
    (acte) => ACTES_DE_LOT[acte].vues.includes(vue) && hasDroit(agent, ACTES_DE_LOT[acte].droit),
  ).flatMap((acte): ActeOffert[] => [
    { acte, libelle: MOTS_ACTE_DE_LOT[acte].verbe, champs: {} },
    ...(acte === 'affecter' ? [{ acte, libelle: 'Me les affecter', champs: { agentId: agent.id } }] : []),
  ])

/** How far a lot is, in a list. */
export const LIBELLE_ETAPE: Record<EtapeDeLot, string> = {
  A_REGLER: 'À compléter avant de voir ce qui changera.',
  EXAMEN: 'Examen des dossiers en cours.',
  PRET: 'Prêt\u00a0: à vous de confirmer.',
  EN_COURS: 'En cours.',
  FINI: 'Terminé.',
}
