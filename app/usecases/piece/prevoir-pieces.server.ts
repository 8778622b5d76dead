import { createHash } from 'node:crypto'
import type { Apercu } from '#domain/portail/apercu'
import { ok, type Result } from '#domain/result'
import type { MotifArchive } from '#fichiers/archive/refus-archive'
import type { Db } from '#infra/db'
import { derniereVersion } from '#infra/stores/piece/depot-piece'
import { lirePiece, ouvrirPieces, type PieceRecue } from '#lecteurs/livraison'
import { cleDe, phraseSansDossier } from '#usecases/piece/importer-piece'

export type ArchiveAPrevoir = {
  nom: string
  /** Where it lies on this machine. */
  chemin: string
  /** Numbers of the demandes that the same delivery brings. */
  numeros: ReadonlySet<string>
}

type Prevues = Pick<Apercu, 'pieces' | 'nouvelles'>

/** True when these bytes are not the last ones of their label in their dossier. */
async function estNouvelle(
  db: Db,
  piece: PieceRecue,
  { occurrence, contenu }: { occurrence: number; contenu: Buffer },
) {
  const dossier = await db.dossier.findUnique({ where: { numero: piece.numero }, select: { id: true } })
  const last = dossier && (await derniereVersion(db, dossier.id, cleDe(piece, occurrence)))
  return last?.sha256 !== createHash('sha256').update(contenu).digest('hex')
}

/** Says what importing these pièces would do now. Nothing is written, nor stored. */
export async function prevoirPieces(
  db: Db,
  { nom, chemin, numeros }: ArchiveAPrevoir,
): Promise<Result<Prevues, MotifArchive>> {
  const livraison = await ouvrirPieces(chemin, nom)
  if (!livraison.ok) return livraison
  const prevues: Prevues = { nouvelles: 0, pieces: { recues: 0, refusees: [] } }
  const refuser = (fichier: string, motif: string) => prevues.pieces.refusees.push({ fichier, motif })
  const vues = new Map<string, number>()
  for (const entree of livraison.value) {
    if (entree.nature !== 'PIECE') {
      refuser(entree.fichier, entree.motif)
      continue
    }
    const { numero, chemin: fichier } = entree
    const depot = `${numero}/${cleDe(entree, 1)}`
    const occurrence = (vues.get(depot) ?? 0) + 1
    vues.set(depot, occurrence)
    if (!numeros.has(numero) && (await db.dossier.count({ where: { numero } })) === 0) {
      refuser(fichier, phraseSansDossier(numero))
      continue
    }
    const contenu = await lirePiece(entree)
    if (!contenu.ok) {
      refuser(fichier, contenu.detail ?? contenu.reason)
      continue
    }
    prevues.pieces.recues += 1
    if (await estNouvelle(db, entree, { occurrence, contenu: contenu.value })) prevues.nouvelles += 1
  }
  return ok(prevues)
}
