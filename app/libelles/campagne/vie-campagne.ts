import type { ActeCampagne, EtatCampagne, RefusVieCampagne } from '#domain/campagne/vie-campagne'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'

export const LIBELLE_ETAT_CAMPAGNE: Record<EtatCampagne, string> = {
  EN_PREPARATION: 'En préparation',
  OUVERTE: 'Ouverte',
  FERMEE: 'Fermée',
  ARCHIVEE: 'Archivée',
}

/** What being in that state means, in one sentence. */
export const PHRASE_ETAT_CAMPAGNE: Record<EtatCampagne, string> = {
  EN_PREPARATION: 'Elle ne prend encore aucun dépôt.',
  OUVERTE: 'Un dossier déposé depuis son jour d’ouverture y entre.',
  FERMEE: 'Un dossier déposé depuis n’y entre plus\u00a0; ceux qu’elle a s’instruisent et se décident.',
  ARCHIVEE:
    'Elle n’est plus proposée dans les filtres ni à l’accueil\u00a0; ses dossiers se retrouvent par la recherche.',
}

/** The button, and what it does said before it is pressed. */
export const LIBELLE_ACTE_CAMPAGNE: Record<ActeCampagne, { bouton: string; effet: string; fait: string }> = {
  ouvrirCampagne: {
    bouton: 'Ouvrir la campagne',
    effet:
      'Les dossiers déposés à partir de son jour d’ouverture y entreront. Une campagne ouverte ne revient pas en préparation.',
    fait: 'Campagne ouverte.',
  },
  fermerCampagne: {
    bouton: 'Fermer la campagne',
    effet: 'Un dossier déposé après aujourd’hui n’y entrera plus. Rien d’autre ne change pour ceux qu’elle a.',
    fait: 'Campagne fermée.',
  },
  rouvrirCampagne: {
    bouton: 'Rouvrir la campagne',
    effet: 'Elle prendra de nouveau les dossiers déposés.',
    fait: 'Campagne rouverte.',
  },
  archiverCampagne: {
    bouton: 'Archiver la campagne',
    effet: 'Elle quittera les filtres et l’accueil. Ses dossiers et son journal restent.',
    fait: 'Campagne archivée.',
  },
  desarchiverCampagne: {
    bouton: 'Sortir la campagne des archives',
    effet: 'Elle reviendra dans les filtres et à l’accueil, fermée.',
    fait: 'Campagne sortie des archives.',
  },
}

/** Why nothing of it is set, and what to do. */
export const CAMPAGNE_ARCHIVEE = 'Cette campagne est archivée\u00a0: sortez-la des archives pour la régler.'

/** Why a campagne does not change state, and what to do. */
export function phraseRefusVie(reason: RefusVieCampagne, detail = ''): string {
  switch (reason) {
    case 'ACTE_IMPOSSIBLE':
      return 'Cette campagne n’est plus dans cet état\u00a0: rechargez la page.'
    case 'SANS_PIECES':
      return 'Aucune pièce demandée n’est publiée\u00a0: publiez une version avant d’ouvrir.'
    case 'SANS_SIGNATAIRE':
      return 'Le signataire n’est pas complet\u00a0: aucun accusé ne partirait. Complétez-le dans les réglages.'
    case 'AVANT_ECHEANCE':
      return `Les dépôts sont annoncés jusqu’au ${formatJour(detail)}\u00a0: fermez le lendemain, ou changez d’abord cette date.`
    case 'DOSSIERS_EN_COURS':
      return `${compter(Number(detail), 'dossier ou fiche attend', 'dossiers ou fiches attendent')} encore une réponse\u00a0: répondez d’abord.`
  }
}
