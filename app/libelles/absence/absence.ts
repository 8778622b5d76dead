import { JOURS_ABSENCE_MAX, type RefusAbsence } from '#domain/absence/absence'
import { compter } from '#domain/nombre'
import { formatJour, type Jour } from '#domain/temps/jour'

export const LIBELLE_REFUS_ABSENCE: Record<RefusAbsence, string> = {
  FIN_AVANT_DEBUT: 'Le dernier jour vient avant le premier.',
  DEJA_PASSEE: 'Cette absence est déjà passée.',
  ABSENCE_TROP_LONGUE: `Une absence dure ${compter(JOURS_ABSENCE_MAX, 'jour')} au plus\u00a0: au-delà, confiez les dossiers.`,
  SOI_MEME: 'Choisissez une autre personne.',
  REMPLACANT_INCONNU: 'Choisissez quelqu’un qui peut instruire.',
  REMPLACANT_ABSENT: 'Cette personne est elle-même absente à ces dates.',
  DEJA_ABSENT: 'Une absence est déjà dite à ces dates.',
}

/** What a list of people adds to the name of one who is away. */
export const noteDAbsence = (absence: { au: Jour; remplacant: string } | null | undefined): string =>
  absence ? ` (absence jusqu’au ${formatJour(absence.au)}, voir ${absence.remplacant})` : ''
