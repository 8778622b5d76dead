import type { EtatBilan } from '#domain/suite-accord/bilan-de-projet'
import { formatJour, type Jour } from '#domain/temps/jour'

/** Why a bilan is asked for. */
export const POURQUOI_UN_BILAN =
  'Une subvention oblige à rendre compte de son emploi\u00a0: ce qui a été fait, ce qui a été dépensé, et le compte rendu financier (loi n°\u00a02000-321 du 12\u00a0avril 2000, article\u00a010).'

/** The bilan of a grant, as its structure knows it; `motif` is what it is asked to complete. */
export type BilanConnu = { etat: EtatBilan; duLe: Jour; recuLe: Jour | null; motif: string }

/** Where a bilan stands, and until when it is given. */
export function phraseBilan({ etat, duLe, recuLe, motif }: BilanConnu): string {
  if (etat === 'CONFORME') return 'La mission a jugé votre bilan conforme.'
  if (etat === 'A_EXAMINER' && recuLe) return `Votre bilan est reçu le ${formatJour(recuLe)}. La mission l’examine.`
  if (motif) return `Votre bilan est à compléter. Son dernier jour\u00a0: ${formatJour(duLe)}.`
  return etat === 'EN_RETARD'
    ? `Votre bilan était à rendre au plus tard le ${formatJour(duLe)}\u00a0: rendez-le dès que possible.`
    : `Votre bilan est à rendre au plus tard le ${formatJour(duLe)}.`
}

/** It is still to be given, and was not asked to be completed: why it is asked for is said. */
export const estARendre = ({ etat, motif }: BilanConnu): boolean =>
  motif === '' && etat !== 'CONFORME' && etat !== 'A_EXAMINER'
