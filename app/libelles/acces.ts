import type { EtatCompte, RefusCompte, RefusCreation } from '#domain/acces/compte'
import type { Droit, Role } from '#domain/acces/droits'
import { LONGUEUR_MOT_DE_PASSE } from '#domain/acces/mot-de-passe'
import { compter } from '#domain/nombre'

export const LIBELLE_ROLE: Record<Role, string> = {
  LECTEUR: 'Lecteur',
  INSTRUCTEUR: 'Instructeur',
  RESPONSABLE: 'Responsable',
  ADMIN: 'Administrateur',
}

export const LIBELLE_ETAT_COMPTE: Record<EtatCompte, string> = {
  OUVERT: 'Ouvert',
  A_ACTIVER: 'À activer',
  FERME: 'Fermé',
}

export const LIBELLE_REFUS_CREATION: Record<RefusCreation, string> = {
  COURRIEL_INVALIDE: 'Cette adresse de courriel n’en est pas une.',
  NOM_MANQUANT: 'Le nom et le prénom sont obligatoires.',
  COURRIEL_DEJA_PRIS: 'Un compte existe déjà avec cette adresse de courriel.',
}

export const LIBELLE_REFUS_COMPTE: Record<RefusCompte, string> = {
  NOM_MANQUANT: LIBELLE_REFUS_CREATION.NOM_MANQUANT,
  DERNIER_ADMIN:
    'C’est le dernier compte d’administrateur ouvert\u00a0: plus personne ne pourrait gérer les comptes. Donnez d’abord ce rôle à quelqu’un d’autre.',
  DEJA_FERME: 'Ce compte est déjà fermé.',
  DEJA_OUVERT: 'Ce compte est déjà ouvert.',
  COMPTE_FERME: 'Ce compte est fermé\u00a0: rouvrez-le avant de donner un lien.',
}

/** Ends the sentence « Votre rôle ne permet pas de … ». */
export const LIBELLE_DROIT: Record<Droit, string> = {
  'dossier.lire': 'consulter les dossiers',
  'pre-projet.lire': 'consulter les fiches pré-projet',
  'piece.lire': 'ouvrir les pièces',
  'journal.lire': 'consulter le journal',
  'courriel.lire': 'consulter les courriels',
  'import.lire': 'consulter les imports',
  'rapport.lire': 'télécharger les rapports',
  'seance.lire': 'consulter les séances',
  'seance.preparer': 'préparer une séance',
  'seance.voter': 'saisir les votes d’une séance',
  'dossier.instruire': 'instruire un dossier',
  'dossier.affecter': 'affecter un dossier',
  'dossier.deverrouiller': 'ouvrir un dossier à modification',
  'dossier.deverrouillerApresVote': 'ouvrir un dossier à modification après le vote',
  'pre-projet.examiner': 'donner un avis sur une fiche',
  'import.faire': 'importer des demandes',
  'courriel.relancer': 'renvoyer un courriel',
  'courriel.ecrire': 'écrire à une structure',
  'note.ecrire': 'écrire une note',
  'rapport.demander': 'demander un rapport',
  'dossier.decider': 'prendre une décision',
  'dossier.passerOutre': 'passer outre un point bloquant',
  'versement.enregistrer': 'enregistrer un versement',
  'campagne.regler': 'régler une campagne',
  'journal.chercher': 'consulter tout le journal',
  'absence.direPourAutre': 'dire l’absence d’un autre agent',
  'compte.ouvrir': 'gérer les comptes de l’extranet',
  'agents.gerer': 'gérer les comptes des agents',
  'files.voir': 'surveiller les files de travail',
  'envois.regler': 'régler l’envoi des courriels',
  'vue.retirer': 'retirer la vue d’un collègue',
}

const de = (verbe: string): string => (/^[aeiouéè]/.test(verbe) ? `d’${verbe}` : `de ${verbe}`)

/** What a 403 page says. */
export const phraseInterdit = (droit: Droit): string =>
  `Votre rôle ne permet pas ${de(LIBELLE_DROIT[droit])}. Demandez à un responsable ou à un administrateur.`

const direAttente = (secondes: number) =>
  secondes < 60 ? compter(secondes, 'seconde') : compter(Math.ceil(secondes / 60), 'minute')

/** Why somebody is not let in. `secondes` is how long to wait after too many tries. */
export const phraseRefusConnexion = (
  motif: 'IDENTIFIANTS_INCONNUS' | 'TROP_D_ESSAIS',
  secondes: string | undefined,
): string =>
  motif === 'TROP_D_ESSAIS'
    ? `Trop d’essais. Attendez ${direAttente(Number(secondes ?? 1))} avant de recommencer.`
    : 'Adresse mail ou mot de passe incorrect. Vérifiez les deux et recommencez.'

/** Why a password cannot be chosen. */
export const LIBELLE_REFUS_MOT_DE_PASSE = {
  MOT_DE_PASSE_TROP_COURT: `Choisissez au moins ${compter(LONGUEUR_MOT_DE_PASSE, 'caractère')}\u00a0: une phrase courte est facile à retenir.`,
  MOT_DE_PASSE_TROP_COURANT:
    'Ce mot de passe est facile à deviner\u00a0: il suit un modèle connu ou reprend votre nom. Choisissez plusieurs mots sans lien entre eux.',
}
