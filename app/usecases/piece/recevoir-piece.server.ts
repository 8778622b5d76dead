import type { Demandeur, Systeme } from '#domain/acces/acteur'
import type { SignalementDePiece } from '#domain/piece/signalement'
import type { FichierModifie } from '#domain/portail/modification'
import { writeJournal } from '#infra/journal'
import type { Tx } from '#infra/db'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { addPieceVersion, derniereVersion, findDejaVu } from '#infra/stores/piece/depot-piece'
import { lockDossier } from '#infra/stores/piece/piece'
import { retenirFichier } from '#usecases/deverrouillage/retenir-modification'

/** Empty, blank or of another content, a file is the same as many others without having been copied. */
export const SANS_IDENTITE: readonly SignalementDePiece['probleme'][] = ['VIDE', 'PAGE_BLANCHE', 'CONTENU_INATTENDU']

type Recue = { dossierId: string; lotId: string | null; fichier: Omit<FichierModifie, 'recuLe'>; le: Date }

/**
 * A file that came for a deposited dossier, from an import or from its structure: it waits with the changes where the dossier is open or changes wait, else
 * it is the version of a pièce, to be looked at again. The same bytes under the same label change nothing. Its bytes are stored already.
 */
export async function recevoirPiece(tx: Tx, acteur: Systeme | Demandeur, { lotId, dossierId, fichier, le }: Recue) {
  await lockDossier(tx, dossierId)
  if ((await derniereVersion(tx, dossierId, fichier.cleDepot))?.sha256 === fichier.sha256) return 'INCHANGE' as const
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { id: true, version: true } })
  const ailleurs = fichier.signalements.some(({ probleme }) => SANS_IDENTITE.includes(probleme))
    ? null
    : await findDejaVu(tx, dossierId, fichier.sha256)
  const signalements = ailleurs ? [...fichier.signalements, ailleurs] : fichier.signalements
  const recu = { ...fichier, signalements }
  const retenu = await retenirFichier(tx, acteur, {
    dossierId,
    lotId,
    fichier: { ...recu, recuLe: le.toISOString() },
    le,
  })
  if (retenu) return retenu
  const { pieceId, numero } = await addPieceVersion(tx, { ...recu, dossierId, lotId, le })
  await claimVersion(tx, dossier)
  const { manquantes } = await rafraichirCompletude(tx, dossierId, le)
  await writeJournal(tx, acteur, {
    acte: 'recevoirPiece',
    objet: 'dossier',
    objetId: dossierId,
    detail: {
      lotId,
      pieceId,
      fichier: fichier.nomFichier,
      piece: fichier.code,
      version: numero,
      signalements: signalements.map(({ probleme }) => probleme),
      manquantes: manquantes.length,
    },
    le,
  })
  return numero === 1 ? ('CREE' as const) : ('MIS_A_JOUR' as const)
}
