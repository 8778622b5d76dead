import { EXPORT_DIRECT_MAX } from '#domain/rapport/export'
import { ecrireCsv } from '#fichiers/tableau/csv-ecrit'
import type { Db } from '#infra/db'
import { raconter } from '#libelles/journal/recit-journal'
import { LIBELLE_OBJET_JOURNAL } from '#libelles/journal/objet'
import { formatInstant } from '#libelles/temps'
import {
  compterJournal,
  type CriteresJournal,
  type LigneJournal,
  nomsDesChoses,
  parcourirJournal,
} from '#queries/rapport/entrees-journal'

export const ENTETES_JOURNAL = ['N°', 'Date', 'Acte', 'Par', 'Sur', 'Lequel', 'Précisions', 'Avant → après']

/** One entry as a row of a file: what the page shows of it, in the same words. */
const ligne = ({ id, le, acteur, objet, objetId, ...entree }: LigneJournal, noms: Map<string, string>): string[] => {
  const { phrase, precisions, changements } = raconter(entree)
  return [
    String(id),
    formatInstant(le),
    phrase,
    acteur,
    LIBELLE_OBJET_JOURNAL[objet] ?? objet,
    noms.get(objetId) ?? objetId,
    precisions.join(' · '),
    changements.map(({ champ, avant, apres }) => `${champ}\u00a0: ${avant} → ${apres}`).join(' · '),
  ]
}

/** Every entry that answers these criteria as a row, the newest first, read a batch at a time. */
export async function* rowsDuJournal(db: Db, criteres: CriteresJournal): AsyncGenerator<string[]> {
  for await (const entrees of parcourirJournal(db, criteres)) {
    const noms = await nomsDesChoses(db, entrees)
    yield* entrees.map((entree) => ligne(entree, noms))
  }
}

/** The same as a file, however many. */
export async function csvDuJournal(db: Db, criteres: CriteresJournal): Promise<string> {
  const rows: string[][] = []
  for await (const row of rowsDuJournal(db, criteres)) rows.push(row)
  return ecrireCsv(ENTETES_JOURNAL, rows)
}

/** The same; null where there are more than a page may give by itself. */
export async function exportJournal(db: Db, criteres: CriteresJournal): Promise<string | null> {
  return (await compterJournal(db, criteres, EXPORT_DIRECT_MAX)) > EXPORT_DIRECT_MAX ? null : csvDuJournal(db, criteres)
}
