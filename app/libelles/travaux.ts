import type { EtatDeTravail, TravailRepete } from '#domain/entretien/travaux'

/** What each repeated job does, as an administrator reads it. */
export const LIBELLES_TRAVAUX: Record<TravailRepete, string> = {
  'deverrouillage.refermer': 'refermer les dossiers dont l’ouverture est finie',
  'deverrouillage.rappeler': 'rappeler la fin d’une ouverture',
  'demande.rappeler': 'rappeler une demande qui n’est pas déposée',
  'complement.suivre': 'suivre les compléments demandés',
  'bilan.suivre': 'demander les bilans attendus',
  'avis.rappeler': 'rappeler les avis demandés à des personnes extérieures',
  'travail.reprendre': 'reprendre les travaux perdus',
  'envois.reprendre': 'reprendre les envois restés sans suite',
  'analyse.reprendre': 'faire analyser les fichiers en attente',
  'pieces.reexaminer': 'relire les pièces',
  'budget.relire': 'relire les budgets',
  'perimes.purger': 'retirer ce qui est périmé',
  'recevabilite.reexaminer': 'réexaminer la recevabilité',
  'comptes.resserrer': 'resserrer les compteurs',
  'comptes.verifier': 'vérifier les compteurs',
  'fichiers.balayer': 'retirer les fichiers qui ont fait leur temps',
  'nouvelles.resumer': 'écrire les résumés du matin',
}

/** The other jobs, each done once for what an act promised. */
const UNE_FOIS: Readonly<Record<string, string>> = {
  'acces.oublier': 'écrire un lien de mot de passe',
  'reglement.annoncer': 'annoncer un changement de règlement',
  'demandeur.lien': 'écrire un lien de mot de passe à un demandeur',
  'budget.lire': 'lire un budget',
  'budget-en-ligne.lire': 'lire une pièce ou le budget d’une demande en ligne',
  'piece-en-ligne.analyser': 'analyser une pièce d’une demande en ligne à l’antivirus',
  'piece.analyser': 'analyser une pièce à l’antivirus',
  'courriel.analyser': 'analyser un courriel reçu à l’antivirus',
  'lettre-signee.analyser': 'analyser une lettre signée à l’antivirus',
  'fichier-de-bilan.analyser': 'analyser un fichier d’un bilan à l’antivirus',
  'modification.analyser': 'analyser une modification à l’antivirus',
  'piece.examiner': 'lire une pièce',
  'courriel.envoyer': 'envoyer un courriel',
  'envois.sonder': 'essayer de nouveau les envois suspendus',
  'rapport.generer': 'produire un rapport',
  'lot-actes.examiner': 'préparer l’aperçu d’un acte sur plusieurs dossiers',
  'lot-actes.traiter': 'faire un acte sur plusieurs dossiers',
  'seance.dessiner': 'dessiner les lettres d’une séance',
  'lot.traiter': 'lire un import',
  'courriel-recu.traiter': 'lire un courriel reçu',
  'exigences.reappliquer': 'appliquer les pièces demandées',
}

/** What a job does, in words; one of another version of the software is said by its own name. */
export const nomDeTravail = (nom: string): string =>
  UNE_FOIS[nom] ?? (LIBELLES_TRAVAUX as Readonly<Record<string, string>>)[nom] ?? nom

export const LIBELLE_ETAT_DE_TRAVAIL: Record<EtatDeTravail, string> = {
  failed: 'En échec',
  active: 'En cours',
  waiting: 'En attente',
  delayed: 'Attend son heure ou un autre essai',
}

export const LIBELLE_REFUS_TRAVAIL = {
  PAS_EN_ECHEC: 'Ce travail n’est plus en échec\u00a0: rechargez la page.',
  DEJA_RELANCE: 'Ce travail vient d’être relancé.',
} as const
