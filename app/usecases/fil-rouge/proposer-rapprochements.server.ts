import { SYSTEME } from '#domain/acces/acteur'
import { rapprocher, SEUIL_PROPOSITION } from '#domain/fil-rouge/fil-rouge'
import { phraseRaisons } from '#libelles/fil-rouge'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { loadCandidates } from '#infra/stores/fil-rouge/rapprochement'

/** Fiches proposed for one dossier: more would be no help. */
const PROPOSEES_MAX = 3

/**
 * A dossier has arrived or changed: the fiches it may come from are proposed to an officer, in the transaction of the import. A dossier that is
 * already tied is left as it is, and what an officer has set aside is not proposed again.
 */
export async function proposerRapprochements(tx: Tx, dossierId: string, le: Date) {
  if ((await tx.rapprochement.count({ where: { dossierId, etat: 'CONFIRME' } })) > 0) return
  const { depose, fiches } = await loadCandidates(tx, dossierId)
  const proposees = fiches
    .map(({ id, recit }) => ({ preProjetId: id, ...rapprocher(recit, depose) }))
    .filter(({ score }) => score >= SEUIL_PROPOSITION)
    .sort((a, b) => b.score - a.score)
    .slice(0, PROPOSEES_MAX)
  for (const { preProjetId, score, raisons } of proposees) {
    const motif = phraseRaisons(raisons)
    await tx.rapprochement.create({ data: { preProjetId, dossierId, score, motif, le }, select: { id: true } })
    const detail = { preProjetId, dossierId, score, motif }
    await writeJournal(tx, SYSTEME, { acte: 'proposerRapprochement', objet: 'dossier', objetId: dossierId, detail, le })
    await writeJournal(tx, SYSTEME, {
      acte: 'proposerRapprochement',
      objet: 'pre-projet',
      objetId: preProjetId,
      detail,
      le,
    })
  }
}
