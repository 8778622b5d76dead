import type { CodePiece } from '#domain/piece/piece'
import { SYSTEME } from '#domain/acces/acteur'
import { cleDepot } from '#domain/piece/libelle'
import { reconnaitrePiece } from '#domain/piece/reconnaissance'
import type { SignalementDePiece } from '#domain/piece/signalement'
import type { Tx } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { recommencer } from '#infra/recommencer'
import { newKey } from '#infra/storage'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { addPieceVersion, derniereVersion, findDejaVu } from '#infra/stores/piece/depot-piece'
import { claimVersion } from '#infra/stores/dossier/dossier'
import { estFait, writeLigne } from '#infra/stores/portail/lot'
import { lockDossier } from '#infra/stores/piece/piece'
import { lirePiece, type PieceRecue } from '#lecteurs/livraison'
import { retenirFichier } from '#usecases/deverrouillage/retenir-modification'
import { type DepotLu, lireDepot } from '#usecases/piece/lire-depot'

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

/** Empty, blank or of another content, a file is the same as many others without having been copied. */
export const SANS_IDENTITE: readonly SignalementDePiece['probleme'][] = ['VIDE', 'PAGE_BLANCHE', 'CONTENU_INATTENDU']

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
  if (cle) await storage.put(cle, lue.contenu)
  await recommencer(() =>
    db.$transaction(async (tx) => {
      if (await estFait(tx, lotId, rang)) return
      const resultat =
        cle === null ? 'INCHANGE' : await recevoir(tx, { lotId, dossierId: dossier.id, lue, cle, le: now() })
      const motif = lue.signalements.map(({ detail }) => detail).join(' ') || null
      await writeLigne(tx, { ...ligne, resultat, motif })
    }),
  )
}

type Reception = { lotId: string; dossierId: string; lue: Lue; cle: string; le: Date }

async function recevoir(tx: Tx, { lotId, dossierId, lue, cle, le }: Reception) {
  await lockDossier(tx, dossierId)
  if ((await derniereVersion(tx, dossierId, lue.cleDepot))?.sha256 === lue.sha256) return 'INCHANGE' as const
  const dossier = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { id: true, version: true } })
  const ailleurs = lue.signalements.some(({ probleme }) => SANS_IDENTITE.includes(probleme))
    ? null
    : await findDejaVu(tx, dossierId, lue.sha256)
  const signalements = ailleurs ? [...lue.signalements, ailleurs] : lue.signalements
  const { contenu: _, ...fichier } = lue
  const retenu = await retenirFichier(tx, {
    dossierId,
    lotId,
    fichier: { ...fichier, cle, signalements, recuLe: le.toISOString() },
    le,
  })
  if (retenu) return retenu
  const { pieceId, numero } = await addPieceVersion(tx, { ...fichier, signalements, dossierId, lotId, cle, le })
  await claimVersion(tx, dossier)
  const { manquantes } = await rafraichirCompletude(tx, dossierId, le)
  await writeJournal(tx, SYSTEME, {
    acte: 'recevoirPiece',
    objet: 'dossier',
    objetId: dossierId,
    detail: {
      lotId,
      pieceId,
      fichier: lue.nomFichier,
      piece: lue.code,
      version: numero,
      signalements: signalements.map(({ probleme }) => probleme),
      manquantes: manquantes.length,
    },
    le,
  })
  return numero === 1 ? ('CREE' as const) : ('MIS_A_JOUR' as const)
}
