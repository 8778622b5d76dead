import type { Demandeur } from '#domain/acces/acteur'
import { FICHIERS_MAX, placeDuFichier } from '#domain/demande-en-ligne/pieces'
import { isCodePiece } from '#domain/piece/piece'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import { type DemandeChargee, fichiersDeModification } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import type { FichierExamine } from '#usecases/demande-en-ligne/examiner-fichier'
import { cleDe } from '#usecases/piece/importer-piece'
import { recevoirPiece } from '#usecases/piece/recevoir-piece'

type Joint = {
  dossier: Pick<NonNullable<DemandeChargee['dossier']>, 'id' | 'pieces' | 'modifications'>
  code: string
  fichier: FichierExamine & { cle: string }
  le: Date
}

/** A file given for one pièce of a deposited dossier, in the place it has there. `inutile` is the key of bytes that no row names any more. */
export async function joindreAuDossier(
  tx: Tx,
  demandeur: Demandeur,
  { dossier, code, fichier, le }: Joint,
): Promise<Result<{ inutile: string | null }, 'TROP_DE_FICHIERS'>> {
  const enAttente = fichiersDeModification(dossier)
  if (dossier.pieces.length + enAttente.length >= FICHIERS_MAX) return no('TROP_DE_FICHIERS', String(FICHIERS_MAX))
  const cleDepot = placeDuFichier({ code, cle: cleDe(fichier, 1) }, { pieces: dossier.pieces, enAttente })
  const recue = await recevoirPiece(tx, demandeur, {
    dossierId: dossier.id,
    lotId: null,
    fichier: { ...fichier, cleDepot, rang: dossier.pieces.length + 1, code: isCodePiece(code) ? code : null },
    le,
  })
  if (recue === 'INCHANGE') return ok({ inutile: fichier.cle })
  return ok({ inutile: enAttente.find((un) => un.cleDepot === cleDepot)?.cle ?? null })
}
