import { accorder, compter } from '#domain/nombre'
import {
  AIDE_CRITERE_MAX,
  CRITERES_MAX,
  LIBELLE_CRITERE_MAX,
  POINTS_MAX,
  type RefusCritere,
} from '#domain/notation/critere'
import { JUSTIFICATION_MAX, JUSTIFICATION_MIN, type RefusLecture } from '#domain/notation/lecture'
import type { No } from '#domain/result'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'

export const LIBELLE_REFUS_CRITERE: Record<RefusCritere | 'CAMPAGNE_ARCHIVEE', string> = {
  CAMPAGNE_ARCHIVEE,
  LIBELLE_VIDE: 'Donnez un nom à ce critère.',
  LIBELLE_TROP_LONG: `Raccourcissez ce nom\u00a0: ${compter(LIBELLE_CRITERE_MAX, 'caractère')} au plus.`,
  LIBELLE_DEJA_PRIS: 'Un critère de cette campagne porte déjà ce nom, peut-être archivé.',
  AIDE_VIDE: 'Dites ce que valent 0 et le maximum\u00a0: les lecteurs s’y tiennent.',
  AIDE_TROP_LONGUE: `Raccourcissez cette aide\u00a0: ${compter(AIDE_CRITERE_MAX, 'caractère')} au plus.`,
  MAXIMUM_ILLISIBLE: `Indiquez un nombre entier de points, de 1 à ${String(POINTS_MAX)}.`,
  TROP_DE_CRITERES: `Une campagne a au plus ${compter(CRITERES_MAX, 'critère')}\u00a0: archivez-en un.`,
}

const AU_CRITERE: Partial<Record<RefusLecture, string>> = {
  POINTS_ILLISIBLES: 'indiquez un nombre entier de points, de 0 au maximum, sans demi-point.',
  POINTS_MANQUANTS: 'donnez des points avant de rendre la lecture. Pour finir plus tard, gardez-la.',
  JUSTIFICATION_TROP_COURTE: `justifiez ces points en ${compter(JUSTIFICATION_MIN, 'caractère')} au moins avant de rendre la lecture. Pour finir plus tard, gardez-la.`,
  JUSTIFICATION_TROP_LONGUE: `raccourcissez la justification\u00a0: ${compter(JUSTIFICATION_MAX, 'caractère')} au plus.`,
}

const DU_DOSSIER: Partial<Record<RefusLecture, string>> = {
  PAS_EN_INSTRUCTION: 'Déclarez d’abord le dossier complet\u00a0: une lecture se fait pendant l’instruction.',
  DECISION_DEJA_PRISE: 'Une décision a déjà été prise\u00a0: les lectures ne changent plus.',
  GRILLE_VIDE: 'La campagne de ce dossier n’a pas de critère de notation\u00a0: un responsable les règle.',
  GRILLE_CHANGEE: 'La grille de notation a changé depuis l’ouverture de la page. Copiez vos justifications, rechargez la page, puis relisez les critères.', // prettier-ignore
  DEJA_RENDUE: 'Cette lecture est rendue\u00a0: modifiez-la en la rendant de nouveau, complète.',
  RIEN_A_CHANGER: 'C’est déjà ce que dit votre lecture.',
}

/** Why a lecture is not kept; `detail` is the critère that stops it. */
export const libelleRefusLecture = ({ reason, detail = '' }: No<RefusLecture>): string =>
  DU_DOSSIER[reason] ?? `${detail}\u00a0: ${AU_CRITERE[reason] ?? ''}`

/** What was done to a critère of a campagne, and to a lecture, as the journal tells it. */
export const LIBELLE_FAIT_CRITERE: Record<string, string> = {
  AJOUTE: 'ajouté',
  MODIFIE: 'reformulé',
  ARCHIVE: 'archivé',
  REPRIS: 'sorti des archives',
  DEPLACE: 'déplacé',
}
export const LIBELLE_FAIT_LECTURE: Record<string, string> = {
  GARDEE: 'gardée sans être rendue',
  RENDUE: 'rendue',
  MODIFIEE: 'rendue de nouveau\u00a0; la précédente reste lisible',
}

/** A score in hundredths of a point of 20: « 14,50 sur 20 ». */
export const direScore = (centiemes: number): string =>
  `${String(Math.floor(centiemes / 100))},${String(centiemes % 100).padStart(2, '0')} sur 20`

/** A score and how many lectures it is the mean of. */
export const direMoyenne = (centiemes: number, lectures: number): string =>
  `${direScore(centiemes)}, ${accorder(lectures, 'une seule lecture rendue', `moyenne de ${compter(lectures, 'lecture')}`)}`

/** Said wherever a score is (CRPA L311-2, L311-3-1). */
export const SCORE_AIDE =
  'Le score aide à comparer\u00a0: il ne décide de rien, et le demandeur ne le voit pas avant la décision.'
