import { LONGUEUR_MAX_RETRAIT, type RefusDeRetirer } from '#domain/demande-en-ligne/retrait'
import { compter } from '#domain/nombre'

/** Why a demande cannot be withdrawn here, and what to do. */
export const REFUS_DE_RETIRER: Record<RefusDeRetirer | 'CHANGEE', string> = {
  LECTEUR_SEUL:
    'Votre rôle de lecteur ne permet pas de retirer cette demande. Adressez-vous au représentant légal ou à un rédacteur de la structure.',
  PAS_ENCORE_DEPOSE: 'Cette demande n’est pas déposée\u00a0: il n’y a rien à retirer.',
  DECISION_RENDUE:
    'La décision est rendue\u00a0: la demande ne se retire plus. Une question\u00a0? Écrivez à la mission.',
  EN_MODIFICATION:
    'Cette demande est ouverte à modification, ou ses modifications sont à l’examen\u00a0: elle ne se retire pas ici en ce moment. Écrivez à la mission.',
  PAS_ICI: 'Cette demande ne se retire pas ici en ce moment. Écrivez à la mission, qui vous répond.',
  MOTIF_TROP_LONG: `Raccourcissez\u00a0: ${compter(LONGUEUR_MAX_RETRAIT, 'caractère')} au plus.`,
  CHANGEE: 'Le dossier a changé depuis que cette page est affichée. Relisez-le, puis confirmez de nouveau.',
}

/** What an officer reads of a withdrawal: who made it, and why where they said so. */
export const precisionDuRetrait = ({ par, motif }: { par: string; motif: string }): string =>
  `Retirée sur l’extranet par ${par}.${motif === '' ? '' : ` Pourquoi\u00a0: ${motif}`}`
