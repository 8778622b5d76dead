import type { RefusComplement } from '#domain/complement/demande-complement'
import { LONGUEUR_MAX_MESSAGE, type RefusMessage } from '#domain/courriel/message'
import { PRECISION_MAX, type RefusChamps, type RefusLancement } from '#domain/lot-actes/acte-de-lot'
import { VARIABLES_DE_MESSAGE } from '#domain/lot-actes/message-type'
import { compter } from '#domain/nombre'
import { libelleRefusComplement } from '#libelles/complement/complement'
import { LIBELLE_REFUS_MESSAGE } from '#libelles/courriel/courriel'
import { LIBELLE_REFUS_PROPOSITION_SAISIE } from '#libelles/proposition/proposition'

export const LIBELLE_REFUS_LANCEMENT: Record<RefusLancement, string> = {
  DEJA_LANCE: 'Cet acte est déjà lancé.',
  PAS_ENCORE_EXAMINE: 'Les dossiers sont encore examinés\u00a0: attendez la fin.',
  RIEN_A_FAIRE: 'Aucun de ces dossiers ne peut changer.',
}

export const LIBELLE_REFUS_REGLAGE = {
  PAR_LIGNE:
    'Ce qui est demandé est dit ligne par ligne\u00a0: changez-le là d’où vient ce lot, et préparez-en un autre.',
} as const

export const LIBELLE_REFUS_CHAMPS: Record<RefusChamps, string> = {
  ...LIBELLE_REFUS_PROPOSITION_SAISIE,
  A_DONNER: 'Complétez ce qui est demandé.',
  PRECISION_TROP_LONGUE: `Raccourcissez la précision\u00a0: ${compter(PRECISION_MAX, 'caractère')} au plus.`,
  LIMITE_ILLISIBLE: 'Écrivez la date limite comme 05/07/2026.',
  MESSAGE_TYPE_TROP_LONG: `Raccourcissez ce message\u00a0: ${compter(LONGUEUR_MAX_MESSAGE, 'caractère')} au plus.`,
  VARIABLE_INCONNUE: `Entre accolades, écrivez seulement ${VARIABLES_DE_MESSAGE.map((nom) => `{${nom}}`).join(', ')}.`,
}

/** Why nothing is asked of the demandeur of one dossier of a lot. */
export const libelleRefusComplementDeLot = (refus: RefusComplement, detail = ''): string => {
  if (refus === 'AUCUN_ELEMENT') return 'Rien ne manque et rien n’est à corriger.'
  if (refus === 'DEMANDE_EN_COURS') return 'Une demande de compléments attend déjà une réponse.'
  return libelleRefusComplement(refus, detail)
}

/** Why the demandeur of one dossier of a lot is not written to. */
export const LIBELLE_REFUS_MESSAGE_DE_LOT: Record<RefusMessage, string> = {
  ...LIBELLE_REFUS_MESSAGE,
  DESTINATAIRE_INCONNU: 'Aucune adresse mail\u00a0: joignez la structure autrement.',
}

/** Why no pièce of one dossier of a lot is given. */
export const LIBELLE_REFUS_PIECES = { AUCUNE_PIECE: 'Aucune pièce n’est déposée.' } as const
