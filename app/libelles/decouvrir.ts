import type { Droit } from '#domain/acces/droits'

/** One place of the application: what one does there, and the right it takes. */
export type Etape = { titre: string; texte: string; vers: string; lien: string; droit: Droit }

/** The application in five minutes, in the order a demande goes through it; who manages it finds the rest after. */
export const ETAPES: readonly Etape[] = [
  {
    titre: 'Ce qui vous attend',
    texte:
      'L’accueil dit vos dossiers et vos fiches par urgence, ce que d’autres vous demandent, les courriels en difficulté. Chaque chiffre ouvre la liste qu’il compte.',
    vers: '/',
    lien: 'Accueil',
    droit: 'dossier.lire',
  },
  {
    titre: 'Une fiche pré-projet arrive',
    texte:
      'Elle est lue dans le courriel reçu. Vérifiez ce qui a été lu, répondez aux questions, relisez la réponse proposée et envoyez-la.',
    vers: '/pre-projets',
    lien: 'Pré-projets à traiter',
    droit: 'pre-projet.lire',
  },
  {
    titre: 'Un dossier est déposé',
    texte:
      'L’extraction d’e-partenaire et ses pièces s’importent ensemble. L’application montre ce qu’elle ferait et n’envoie rien sans un oui.',
    vers: '/importer',
    lien: 'Importer',
    droit: 'import.lire',
  },
  {
    titre: 'Contrôler les pièces et le budget',
    texte:
      'Une touche par pièce\u00a0: C pour conforme, N pour non conforme. Le budget est lu et contrôlé. Ce qui manque se retient, puis se demande d’un coup.',
    vers: '/dossiers?vue=a-controler',
    lien: 'Dossiers à contrôler',
    droit: 'dossier.lire',
  },
  {
    titre: 'Écrire et répondre',
    texte:
      'Ce que les structures demandent attend dans «\u00a0À répondre\u00a0» et se répond là où il est lu. Chaque courriel envoyé dit ce qui est prouvé de sa remise.',
    vers: '/courriels?sens=recus',
    lien: 'Courriels à répondre',
    droit: 'courriel.lire',
  },
  {
    titre: 'Proposer, décider',
    texte:
      'Un avis et un montant se proposent pendant l’instruction\u00a0; un responsable décide, dans l’enveloppe de la campagne. La décision se reprend tant que son courriel n’est pas parti.',
    vers: '/dossiers?vue=a-decider',
    lien: 'Dossiers à décider',
    droit: 'dossier.lire',
  },
  {
    titre: 'Plusieurs dossiers à la fois',
    texte:
      'Cochez des lignes, ou tout un filtre\u00a0: affecter, demander, écrire, clore, exporter. Un aperçu dit d’abord ce qui changera et ce qui ne changera pas.',
    vers: '/dossiers?vue=tous',
    lien: 'Tous les dossiers',
    droit: 'dossier.lire',
  },
  {
    titre: 'Rendre compte',
    texte: 'Le rapport budgétaire d’une campagne et les longs exports sont préparés à part et se retrouvent ici.',
    vers: '/rapports',
    lien: 'Rapports',
    droit: 'rapport.lire',
  },
  {
    titre: 'Régler une campagne',
    texte:
      'Dates, montants, pièces demandées, questions, textes des courriels, étiquettes. La campagne suivante se prépare à partir de celle-ci.',
    vers: '/administration/campagnes',
    lien: 'Campagnes',
    droit: 'campagne.regler',
  },
  {
    titre: 'Qui a fait quoi',
    texte: 'Chaque acte est au journal, qui ne se réécrit pas. Il se cherche par acte, par agent, par jour.',
    vers: '/administration/journal',
    lien: 'Journal',
    droit: 'journal.chercher',
  },
  {
    titre: 'Les comptes',
    texte: 'Inviter un collègue, changer son rôle, fermer son compte.',
    vers: '/administration/comptes',
    lien: 'Comptes',
    droit: 'agents.gerer',
  },
]
