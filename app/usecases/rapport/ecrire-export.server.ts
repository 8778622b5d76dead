import { ecrireClasseur, type OnProgress } from '#fichiers/classeur/classeur-rapport'
import { ecrireFeuilleCsv } from '#fichiers/tableau/csv-ecrit'
import type { Deps } from '#infra/deps'
import type { DemandeExport, DossiersDeLExport } from '#queries/rapport/export-dossiers'
import { exportDeDossiers } from '#reports/dossier/export'
import { feuilleDe } from '#reports/sheet'

/** The file of these dossiers appears at `chemin`; `auteur` asked for it. */
export type ExportAEcrire = { exportVoulu: DemandeExport; lus: DossiersDeLExport; auteur: string; chemin: string }

/** Writes the rows of a bannette of dossiers, with the columns that were asked for. `lignes` counts the dossiers. */
export async function ecrireExport(
  { now }: Pick<Deps, 'now'>,
  { exportVoulu, lus: { total, service, lignes: dossiers }, auteur, chemin }: ExportAEcrire,
  onProgress: OnProgress = () => undefined,
): Promise<{ lignes: number; dureeMs: number }> {
  const creeLe = now()
  const feuille = feuilleDe(exportDeDossiers(exportVoulu.champs, service), dossiers)
  const { lignes } =
    exportVoulu.format === 'csv'
      ? await ecrireFeuilleCsv(chemin, feuille, (faites) => onProgress(faites, total))
      : await ecrireClasseur(chemin, { titre: feuille.title, creeLe, auteur, feuilles: [feuille], total }, onProgress)
  return { lignes, dureeMs: now().getTime() - creeLe.getTime() }
}
