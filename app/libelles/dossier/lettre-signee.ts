import { OCTETS_DE_LETTRE, type RefusLettreSignee } from '#domain/dossier/lettre-signee'

const MO = 1024 * 1024

const TROP_LOURDE = `Ce fichier est trop lourd\u00a0: ${OCTETS_DE_LETTRE / MO}\u00a0Mo au plus. Numérisez la lettre en moins fin, puis déposez-la de nouveau.`

/** Why a signed letter was not taken, and what to do. */
export const LIBELLE_REFUS_LETTRE_SIGNEE: Record<RefusLettreSignee, string> = {
  VIDE: 'Ce fichier est vide\u00a0: numérisez de nouveau la lettre signée, puis déposez-la.',
  TROP_LOURDE,
  PAS_UN_PDF:
    'Ce fichier n’est pas un PDF, quel que soit son nom\u00a0: enregistrez la lettre signée en PDF, puis déposez-la.',
  PROTEGE:
    'Ce PDF est protégé par un chiffrement ou un mot de passe\u00a0: enregistrez-le sans protection, puis déposez-le.',
  ILLISIBLE: 'Ce PDF est abîmé ou ne s’ouvre pas\u00a0: numérisez de nouveau la lettre signée, puis déposez-la.',
  PAS_DE_DECISION: 'Aucune décision à notifier par lettre n’est prise sur ce dossier\u00a0: rechargez la page.',
  DEJA_DEPOSEE: 'Cette lettre signée est déjà celle du dossier, à l’octet près\u00a0: il n’y a rien à changer.',
  AUCUNE_SIGNEE: 'Aucune lettre signée n’est déposée pour cette décision\u00a0: rechargez la page.',
}

/** The same of what was refused as it came. */
export const PHRASE_REFUS_ENVOI_DE_LETTRE = {
  FICHIER_TROP_LOURD: TROP_LOURDE,
  TROP_DE_FICHIERS: 'Déposez un seul fichier\u00a0: la lettre signée entière, en un PDF.',
  DISQUE_PLEIN:
    'Il n’y a plus de place sur le serveur\u00a0: la lettre n’est pas déposée. Prévenez l’administrateur, puis déposez-la de nouveau.',
  FORMULAIRE_ILLISIBLE: 'L’envoi a été interrompu\u00a0: vérifiez votre connexion et recommencez.',
} as const
