import { formatJour, formatJourLong, type Jour, toDate } from '#domain/temps/jour'

type BornesDites = { depuis: Jour | undefined; jusqua: Jour | undefined }

/** « du 01/06/2025 au 13/06/2025 », « depuis le … », « jusqu’au … ». */
export function phraseJours({ depuis, jusqua }: BornesDites): string | null {
  if (depuis && jusqua)
    return depuis === jusqua ? `le ${formatJour(depuis)}` : `du ${formatJour(depuis)} au ${formatJour(jusqua)}`
  if (depuis) return `depuis le ${formatJour(depuis)}`
  return jusqua ? `jusqu’au ${formatJour(jusqua)}` : null
}

const SEMAINE = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']

/** `vendredi 13 juin 2025`. */
export const enToutesLettres = (jour: Jour): string =>
  `${SEMAINE[toDate(jour).getUTCDay()] ?? ''} ${formatJourLong(jour)}`

/** Why a day could not be said closed. */
export const LIBELLE_REFUS_FERMETURE = {
  DEJA_CHOME: 'Ce jour est un samedi, un dimanche ou un jour férié\u00a0: il ne compte déjà pas.',
  LIBELLE_MANQUANT: 'Dites pourquoi, en quelques mots.',
} as const
