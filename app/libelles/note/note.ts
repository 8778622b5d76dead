import { LONGUEUR_MAX_NOTE, type RefusNote } from '#domain/note/note'
import { compter } from '#domain/nombre'

/** Why a note is not written, changed or taken back, and what to do. */
export const LIBELLE_REFUS_NOTE: Record<RefusNote, string> = {
  NOTE_VIDE: 'Écrivez la note.',
  NOTE_TROP_LONGUE: `Raccourcissez la note\u00a0: ${compter(LONGUEUR_MAX_NOTE, 'caractère')} au plus.`,
  PAS_VOTRE_NOTE: 'Cette note est d’un collègue\u00a0: écrivez la vôtre.',
  NOTE_RETIREE: 'Cette note a été retirée.',
}
