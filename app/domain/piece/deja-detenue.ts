import type { CodePiece } from '#domain/piece/piece'
import { addMonths, compareJours, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/**
 * Pièces that an earlier dossier of the same structure may stand for (CRPA L114-8), and the years after which an officer should ask
 * whether they still hold; null when they do not age.
 */
export const PIECES_DURABLES: Partial<Record<CodePiece, { annees: number | null }>> = {
  STATUTS: { annees: 5 },
  RECEPISSE_PREF: { annees: null },
  JO: { annees: null },
  RIB: { annees: 2 },
}

export const CODES_DURABLES = Object.keys(PIECES_DURABLES) as CodePiece[]

/** Who the structure was, or is: what may have changed since. */
export type Identite = { nom: string; siret: string }

/** A pièce of an earlier dossier, found right there. `le` is the day of its deposit. */
export type PieceDetenue = { code: string; le: Jour; identite: Identite }

/** What should make an officer look before accepting it. */
export type Reserve = 'ANCIENNE' | 'NOM_CHANGE' | 'SIRET_CHANGE'

const differe = (avant: string, apres: string) => avant !== '' && apres !== '' && plier(avant) !== plier(apres)

/** Why a pièce held already may no longer be true. An empty list offers it without a word. */
export function reservesSur({ code, le, identite }: PieceDetenue, apres: Identite, today: Jour): Reserve[] {
  const annees = PIECES_DURABLES[code as CodePiece]?.annees ?? null
  const ancienne = annees !== null && compareJours(addMonths(le, 12 * annees), today) < 0
  return [
    ...(ancienne ? (['ANCIENNE'] as const) : []),
    ...(differe(identite.nom, apres.nom) ? (['NOM_CHANGE'] as const) : []),
    ...(differe(identite.siret.replace(/\D/g, ''), apres.siret.replace(/\D/g, '')) ? (['SIRET_CHANGE'] as const) : []),
  ]
}
