import type { RefusProConnect } from '#domain/demandeur/proconnect'
import { formatInstant } from '#libelles/temps'

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
  AUTRE_IDENTITE:
    'Ce compte ProConnect n’est pas celui auquel votre compte est relié\u00a0: la preuve n’est pas enregistrée. Recommencez avec le vôtre.',
  PAS_REPRESENTANT:
    'Vous n’êtes pas représentant légal de cette structure, et ne demandez pas à l’être\u00a0: la preuve n’est pas enregistrée.',
  SANS_PREUVE:
    'ProConnect n’a pas certifié que vous représentez une structure\u00a0: rien n’est enregistré. Votre compte reste comme il est.',
  AUTRE_SIRET:
    'ProConnect vous certifie pour un autre SIRET que celui de cette structure\u00a0: rien n’est enregistré. Recommencez en choisissant la bonne organisation.',
  AUTRE_SESSION:
    'Vous n’êtes plus connecté avec le compte d’où vous êtes parti\u00a0: reconnectez-vous, puis recommencez.',
}

export type PreuveMontree = { prenom: string; nom: string; prouveeLe: Date }

/** That ProConnect certified a représentant légal, when, and under which name: it may be written otherwise than that of the account. */
export const direPreuve = ({ prenom, nom, prouveeLe }: PreuveMontree): string =>
  `certifié par ProConnect le ${formatInstant(prouveeLe)} au nom de ${[prenom, nom].filter(Boolean).join(' ')}`
