import type { RapportVoulu } from '#domain/rapport/rapport'
import { ecrireClasseur } from '#fichiers/classeur/classeur-rapport'
import type { DepsFichiers } from '#infra/deps'
import { versionDeLApplication } from '#infra/env'
import { LIBELLE_TYPE_RAPPORT } from '#libelles/rapport'
import type { FaireLesFeuilles, OnProgress } from '#usecases/rapport/feuilles'
import { feuillesDeCommission } from '#usecases/rapport/feuilles-de-commission'
import { feuillesDuBudget } from '#usecases/rapport/feuilles-du-budget'

/** `chemin` is where the workbook appears, whole; `auteur` is named in it. */
export type RapportAConstruire = RapportVoulu & { auteur: string; chemin: string }

/** How long the snapshot may be held, in ms. */
const DUREE_MAX = 60 * 60_000

/** A type without its sheets does not compile. */
const feuillesDe: FaireLesFeuilles<RapportVoulu> = (source, voulu, outils) => {
  switch (voulu.type) {
    case 'budget':
      return feuillesDuBudget(source, voulu, outils)
    case 'commission':
      return feuillesDeCommission(source, voulu, outils)
  }
}

/**
 * Writes the workbook of a rapport. All its sheets show one instant of the database: they are read in one snapshot, so that the
 * Synthèse is the sum of the Dossiers whatever officers do meanwhile. `lignes` counts the dossiers. Throws NotFound for a séance that is not there.
 */
export async function construireRapport(
  { db, storage, now }: DepsFichiers,
  { auteur, chemin, ...voulu }: RapportAConstruire,
  onProgress: OnProgress = () => undefined,
): Promise<{ lignes: number; dureeMs: number }> {
  const creeLe = now()
  const enTete = { titre: LIBELLE_TYPE_RAPPORT[voulu.type], instant: creeLe, auteur, version: versionDeLApplication() }
  const titre = `${enTete.titre} ${voulu.campagneCode ?? ''}`.trim()
  const lignes = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      // The same page of rows is asked for hundreds of times: to compile each would take longer than to read it.
      await tx.$executeRaw`SET LOCAL jit = off`
      const faites = await feuillesDe({ tx, storage, now }, voulu, { enTete, avancer: onProgress })
      await ecrireClasseur(chemin, { titre, creeLe, auteur, feuilles: faites.feuilles })
      return faites.lignes
    },
    { isolationLevel: 'RepeatableRead', timeout: DUREE_MAX },
  )
  return { lignes, dureeMs: now().getTime() - creeLe.getTime() }
}
