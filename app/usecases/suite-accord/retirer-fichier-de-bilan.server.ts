import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { ok, type Result } from '#domain/result'
import type { RefusDeRendre } from '#domain/suite-accord/bilan-rendu'
import type { DepsFichiers } from '#infra/deps'
import { lockDossier } from '#infra/stores/piece/piece'
import { bilanDuMembre, cleLibre, marquerBilanChange, tenirBilanRendu } from '#infra/stores/suite-accord/bilan-rendu'

/**
 * Takes a file away from the bilan that is being written: never from a version that was given, whose bytes stay. One that is no more there is taken away
 * already. Throws NotFound for a dossier that is not of a structure of theirs.
 */
export async function retirerFichierDeBilan(
  { db, storage, now }: DepsFichiers,
  demandeur: Demandeur,
  { dossierId, fichierId }: { dossierId: string; fichierId: string },
): Promise<Result<undefined, RefusDeRendre>> {
  const retire = await db.$transaction(async (tx): Promise<Result<string | null, RefusDeRendre>> => {
    await lockDossier(tx, dossierId)
    const le = now()
    const { permis } = await bilanDuMembre(tx, demandeur, { dossierId, le })
    if (!permis.ok) return permis
    const par = nomDActeur(demandeur)
    const tenu = await tenirBilanRendu(tx, dossierId, { par, le })
    const vise = await tx.fichierDeBilan.findFirst({
      where: { id: fichierId, bilanRendu: { bilan: { dossierId } } },
      select: { code: true, cleDepot: true },
    })
    // The page may show a version that was given before: what is taken away is the same file of the one that is being written.
    const fichier = vise && tenu.fichiers.find((un) => un.code === vise.code && un.cleDepot === vise.cleDepot)
    if (!fichier) return ok(null)
    await tx.fichierDeBilan.delete({ where: { id: fichier.id }, select: { id: true } })
    await marquerBilanChange(tx, tenu.id, { par, le })
    return ok(await cleLibre(tx, fichier.cle))
  })
  if (!retire.ok) return retire
  if (retire.value !== null) await storage.remove(retire.value)
  return ok()
}
