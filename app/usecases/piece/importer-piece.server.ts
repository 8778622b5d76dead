import type { CodePiece } from '#domain/piece/piece'
import { SYSTEME } from '#domain/acces/acteur'
import { cleDepot } from '#domain/piece/libelle'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'
import type { SignalementDePiece } from '#domain/piece/signalement'
import type { DepsFichiers } from '#infra/deps'
import { recommencer } from '#infra/recommencer'
import { newKey } from '#infra/storage'
import { derniereVersion } from '#infra/stores/piece/depot-piece'
import { estFait, writeLigne } from '#infra/stores/portail/lot'
import { lirePiece, type PieceRecue } from '#lecteurs/livraison'
import { type DepotLu, lireDepot } from '#usecases/piece/lire-depot'
import { recevoirPiece } from '#usecases/piece/recevoir-piece'

/** `occurrence` counts, from 1, the files of this delivery that bear this label in this dossier: two of them are two pièces. */
export type PieceAImporter = { lotId: string; rang: number; piece: PieceRecue; occurrence: number }

type Lue = Omit<DepotLu, 'signalements'> & {
  nomFichier: string
  libelle: string
  cleDepot: string
  rang: number
  code: CodePiece | null
  contenu: Buffer
  signalements: SignalementDePiece[]
}

export const phraseSansDossier = (numero: string) =>
  `Aucun dossier ne porte le n°\u00a0${numero}\u00a0: importez d’abord sa demande.`

/** The key of the first file under a label is the label, folded. */
export const cleDe = (
  { libelle, nomFichier }: Pick<PieceRecue, 'libelle' | 'nomFichier'>,
  occurrence: number,
): string => {
  const cle = cleDepot(libelle) || nomFichier.toLowerCase()
  return occurrence === 1 ? cle : `${cle}#${occurrence}`
}

async function examiner({ piece, occurrence }: PieceAImporter, contenu: Buffer): Promise<Lue> {
  const { nomFichier, libelle, rang } = piece
  return {
    nomFichier,
    libelle,
    cleDepot: cleDe(piece, occurrence),
    rang: rang ?? 0,
    code: reconnaitrePiece(nomFichier)?.code ?? null,
    contenu,
    ...(await lireDepot(nomFichier, contenu)),
  }
}

/**
 * Imports one file of a delivery: the same bytes under the same label change nothing; others are a new version, to be looked at
 * again. The file is stored before the row that names it, so that no row names a file that is not there.
 */
export async function importerPiece({ db, storage, now }: DepsFichiers, aImporter: PieceAImporter): Promise<void> {
  const { lotId, rang, piece } = aImporter
  const ligne = { lotId, rang, fichier: piece.chemin, numero: piece.numero }
  const refuser = async (colonne: string | null, motif: string) => {
    await db.lotLigne.createMany({
      data: { ...ligne, resultat: 'PIECE_REFUSEE', colonne, motif },
      skipDuplicates: true,
    })
  }
  const dossier = await db.dossier.findUnique({ where: { numero: piece.numero }, select: { id: true } })
  if (!dossier) return refuser(null, phraseSansDossier(piece.numero))
  const contenu = await lirePiece(piece)
  if (!contenu.ok) return refuser(contenu.reason, contenu.detail ?? contenu.reason)

  const lue = await examiner(aImporter, contenu.value)
  const last = await derniereVersion(db, dossier.id, lue.cleDepot)
  const cle = last?.sha256 === lue.sha256 ? null : newKey('pieces')
  const { contenu: octets, ...fichier } = lue
  if (cle) await storage.put(cle, octets)
  await recommencer(() =>
    db.$transaction(async (tx) => {
      if (await estFait(tx, lotId, rang)) return
      const resultat =
        cle === null
          ? 'INCHANGE'
          : await recevoirPiece(tx, SYSTEME, { lotId, dossierId: dossier.id, fichier: { ...fichier, cle }, le: now() })
      const motif = lue.signalements.map(({ detail }) => detail).join(' ') || null
      await writeLigne(tx, { ...ligne, resultat, motif })
    }),
  )
}
