import type { RefusProConnect } from '#domain/demandeur/proconnect'

const AUTREMENT = 'Recommencez, ou connectez-vous avec votre mot de passe.'

/** Why ProConnect led to nothing, and what to do then. */
export const LIBELLE_REFUS_PROCONNECT: Record<RefusProConnect, string> = {
  PERDU: `Cette réponse de ProConnect a déjà servi, ou elle vient trop tard. ${AUTREMENT}`,
  ABANDONNE: `L’identification avec ProConnect n’est pas allée à son terme. ${AUTREMENT}`,
  NON_VERIFIE: `La réponse de ProConnect n’a pas pu être vérifiée\u00a0: rien n’a été fait. ${AUTREMENT}`,
  INJOIGNABLE:
    'ProConnect ne répond pas en ce moment. Connectez-vous avec votre mot de passe, ou recommencez dans quelques minutes.',
  NON_RELIE:
    'Ce compte ProConnect n’est relié à aucun compte ouvert de l’extranet. Connectez-vous avec votre mot de passe, puis reliez-le depuis votre compte.',
  PRISE:
    'Ce compte ProConnect est déjà relié à un autre compte de l’extranet. Reliez-en un autre, ou déliez-le d’abord de cet autre compte.',
  DEJA_RELIE: 'Votre compte est déjà relié à un autre compte ProConnect\u00a0: déliez-le d’abord.',
  PAS_RELIE: 'Votre compte n’est plus relié à ProConnect.',
  AUTRE_SESSION:
    'Vous n’êtes plus connecté avec le compte d’où vous êtes parti\u00a0: reconnectez-vous, puis recommencez.',
}
