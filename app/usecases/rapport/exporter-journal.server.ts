import { type Agent, requireDroit } from '#domain/acces/droits'
import { EXPORT_JOURNAL, nomDeLExport } from '#domain/rapport/export'
import { jourDeParis } from '#domain/temps/jour'
import { ecrireFeuilleCsv } from '#fichiers/tableau/csv-ecrit'
import type { Deps } from '#infra/deps'
import { ENTETES_JOURNAL, rowsDuJournal } from '#queries/rapport/export-journal'
import { compterJournal, type CriteresJournal } from '#queries/rapport/entrees-journal'
import type { OnProgress } from '#usecases/rapport/feuilles'
import { promettreRapport } from '#usecases/rapport/promettre-rapport'

/** Entries of one file at most: as many as a spreadsheet opens. */
const LIGNES_MAX = 1_000_000

/** Asks for the entries that answer these criteria, when they are too many to wait for: a rapport, which who may search the journal finds. */
export async function demanderExportJournal(
  { db, now }: Deps,
  agent: Agent,
  criteres: CriteresJournal,
): Promise<{ id: string }> {
  requireDroit(agent, 'journal.chercher')
  return db.$transaction((tx) => {
    const le = now()
    const nomFichier = nomDeLExport(EXPORT_JOURNAL, jourDeParis(le), 'csv')
    return promettreRapport(tx, agent, { type: EXPORT_JOURNAL, nomFichier, le, exportVoulu: criteres })
  })
}

/** Writes the entries that answer these criteria at `chemin`, the newest first, a few at a time. `lignes` counts them. */
export async function ecrireExportJournal(
  { db, now }: Deps,
  { criteres, chemin }: { criteres: CriteresJournal; chemin: string },
  onProgress: OnProgress = () => undefined,
): Promise<{ lignes: number; dureeMs: number }> {
  const debut = now().getTime()
  const total = await compterJournal(db, criteres, LIGNES_MAX)
  const feuille = {
    title: 'Journal',
    columns: ENTETES_JOURNAL.map((header) => ({ header })),
    rows: () => rowsDuJournal(db, criteres),
  }
  const { lignes } = await ecrireFeuilleCsv(chemin, feuille, (faites) => onProgress(faites, total))
  return { lignes, dureeMs: now().getTime() - debut }
}
