import { ok, type Result } from '#domain/result'
import type { Db } from '#infra/db'
import type { Storage } from '#infra/storage'
import type { BilanCourriels } from '#infra/stores/bilan'
import { noterProgression, rangsFaits } from '#infra/stores/lot'
import type { FichierDepose } from '#usecases/deposer-lot'
import { importerCourriel } from '#usecases/importer-courriel'

type Deps = { db: Db; storage: Storage; now: () => Date }

/** Reads the mails of a lot in their order, each in its own transaction; a lot resumed skips those that are done. */
export async function traiterMessages(
  deps: Deps,
  { lotId, fichiers }: { lotId: string; fichiers: readonly FichierDepose[] },
): Promise<Result<BilanCourriels, 'ILLISIBLE'>> {
  const { db, storage } = deps
  const faits = await rangsFaits(db, lotId)
  for (const [rang, { nom: nomFichier, cle }] of fichiers.entries()) {
    if (faits.has(rang)) continue
    await importerCourriel(deps, { lot: { id: lotId, rang }, nomFichier, cle, contenu: await storage.get(cle) })
    await noterProgression(db, lotId, rang + 1, fichiers.length)
  }
  const { bilan } = await db.lot.findUniqueOrThrow({ where: { id: lotId }, select: { bilan: true } })
  return ok((bilan as BilanCourriels | null) ?? { messages: [] })
}
