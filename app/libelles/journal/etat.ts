import { compter } from '#domain/nombre'

/** Whether the journal is as it was written, in one sentence. */
export const phraseEtatJournal = ({
  intact,
  entrees,
  premiereRupture,
}: {
  intact: boolean
  entrees: number
  premiereRupture?: number
}): string =>
  intact
    ? `Le journal est intact\u00a0: ${compter(entrees, 'entrée')}, chacune à sa place.`
    : `Le journal a été touché\u00a0: la première entrée qui ne suit pas la précédente est la n°\u00a0${premiereRupture ?? '?'}.`
