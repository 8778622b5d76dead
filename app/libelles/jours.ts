import { formatJour, type Jour } from '#domain/temps/jour'

type BornesDites = { depuis: Jour | undefined; jusqua: Jour | undefined }

/** « du 01/06/2025 au 13/06/2025 », « depuis le … », « jusqu’au … ». */
export function phraseJours({ depuis, jusqua }: BornesDites): string | null {
  if (depuis && jusqua)
    return depuis === jusqua ? `le ${formatJour(depuis)}` : `du ${formatJour(depuis)} au ${formatJour(jusqua)}`
  if (depuis) return `depuis le ${formatJour(depuis)}`
  return jusqua ? `jusqu’au ${formatJour(jusqua)}` : null
}
