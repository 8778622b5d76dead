import { ok, type Result } from '#domain/result'
import type { MotifArchive } from '#fichiers/archive/refus-archive'
import type { DepsFichiers } from '#infra/deps'
import { rangsFaits } from '#infra/stores/portail/lot'
import { ouvrirPieces } from '#lecteurs/livraison'
import { cleDe, importerPiece } from '#usecases/piece/importer-piece'

/** Ranks of the files of a delivery come after those of its lines and of what it lost. */
const PREMIER_RANG = 20_000_000

export type ArchiveATraiter = {
  lotId: string
  nom: string
  /** Where it lies on this machine. */
  chemin: string
  /** Told after each file, with how many there are. */
  avancer: (faits: number, total: number) => Promise<void>
}

/** Imports the files of an archive one by one, each in its own transaction; a lot resumed skips those that are done. */
export async function traiterPieces(
  deps: DepsFichiers,
  { lotId, nom, chemin, avancer }: ArchiveATraiter,
): Promise<Result<undefined, MotifArchive>> {
  const livraison = await ouvrirPieces(chemin, nom)
  if (!livraison.ok) return livraison
  const faits = await rangsFaits(deps.db, lotId)
  const vues = new Map<string, number>()
  let rang = PREMIER_RANG
  for (const entree of livraison.value) {
    rang += 1
    if (entree.nature === 'PIECE') {
      const depot = `${entree.numero}/${cleDe(entree, 1)}`
      const occurrence = (vues.get(depot) ?? 0) + 1
      vues.set(depot, occurrence)
      if (!faits.has(rang)) await importerPiece(deps, { lotId, rang, piece: entree, occurrence })
    } else if (!faits.has(rang)) {
      const { fichier, numero, code: colonne, motif } = entree
      await deps.db.lotLigne.createMany({
        data: { lotId, rang, resultat: 'PIECE_REFUSEE', fichier, numero, colonne, motif },
        skipDuplicates: true,
      })
    }
    await avancer(rang - PREMIER_RANG, livraison.value.length)
  }
  return ok()
}
