import type { Ouverture, RefusDOuvrir } from '#domain/piece/antivirus'

/** The mark beside a file; null when there is nothing to say of it. */
export const LIBELLE_OUVERTURE: Record<Ouverture, string | null> = {
  LIBRE: null,
  LIBRE_NON_ANALYSE: 'Non analysé par un antivirus',
  EN_ATTENTE: 'Analyse antivirus en cours',
  VERROUILLE: 'Fichier infecté, verrouillé',
}

/** Why a file does not open, and what to do. */
export const REFUS_D_OUVRIR: Record<RefusDOuvrir, { titre: string; phrase: string }> = {
  ABSENT: {
    titre: 'Fichier introuvable',
    phrase: 'Ce fichier est introuvable sur le serveur. Prévenez l’administrateur.',
  },
  EN_ATTENTE: {
    titre: 'Analyse antivirus en cours',
    phrase: 'Ce fichier n’a pas encore été analysé par l’antivirus. Réessayez dans quelques instants.',
  },
  VERROUILLE: {
    titre: 'Fichier infecté',
    phrase:
      'L’antivirus a trouvé un logiciel malveillant dans ce fichier\u00a0: il est verrouillé et ne peut être ouvert par personne. Demandez au porteur du projet de l’envoyer à nouveau depuis un poste sain.',
  },
}
