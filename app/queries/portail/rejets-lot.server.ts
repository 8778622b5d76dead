import { ecrireCsv } from '#fichiers/tableau/csv-ecrit'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

const ENTETES = ['Ligne', 'Fichier', 'Numéro', 'Colonne', 'Valeur', 'Motif']

/** What a delivery could not take, as a file to send back or to work through in Excel. Throws NotFound. */
export async function rejetsLot(db: Db, id: string): Promise<{ nom: string; csv: string }> {
  const lot = await db.lot.findUnique({ where: { id }, select: { creeLe: true } })
  if (!lot) throw new NotFound('lot', id)
  const lignes = await db.lotLigne.findMany({
    where: { lotId: id, resultat: { in: ['REJET', 'PIECE_REFUSEE'] } },
    orderBy: { rang: 'asc' },
  })
  const rows = lignes.map(({ ligne, fichier, numero, colonne, valeur, motif, resultat }) => [
    ligne,
    fichier,
    numero,
    resultat === 'REJET' ? colonne : null,
    valeur,
    motif,
  ])
  return { nom: `rejets-${lot.creeLe.toISOString().slice(0, 10)}.csv`, csv: ecrireCsv(ENTETES, rows) }
}
