import type { SignalementDePiece } from '#domain/piece/signalement'

/** A dossier that holds the same bytes, and whose it is. */
export type Detenteur = { numero: string | null; structureId: string; annee: number }

/**
 * What the same bytes elsewhere mean: another structure's file speaks before one's own, the first to have had them; one's own is last
 * year's where its campagne is of an earlier year. `autres` are in the order of their deposit. Null when nobody else holds them.
 */
export function signalerDejaVu(
  dossier: Omit<Detenteur, 'numero'>,
  autres: readonly Detenteur[],
): SignalementDePiece | null {
  const ailleurs = autres.find(({ structureId }) => structureId !== dossier.structureId) ?? autres.at(-1)
  if (!ailleurs?.numero) return null
  const { numero, structureId, annee } = ailleurs
  const memeStructure = structureId === dossier.structureId
  const preuve = { dossier: numero, ...(memeStructure && { memeStructure }) }
  return memeStructure && annee < dossier.annee
    ? {
        probleme: 'MEME_QUE_L_AN_DERNIER',
        detail: `Ce fichier est celui que la structure a déposé en ${annee} (dossier ${numero}).`,
        preuve,
      }
    : { probleme: 'DEJA_VU', detail: `Le même fichier est déjà dans le dossier ${numero}.`, preuve }
}
