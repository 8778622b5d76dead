import { SYSTEME } from '#domain/acces/acteur'
import { rapprocher, SEUIL_PROPOSITION } from '#domain/fil-rouge/fil-rouge'
import { phraseRaisons } from '#libelles/fil-rouge'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { dossierARapprocher, type DossierRaconte, loadCandidates } from '#infra/stores/fil-rouge/rapprochement'

/** Fiches proposed for one dossier: more would be no help. */
const PROPOSEES_MAX = 3

/**
 * A dossier has arrived or changed: the fiches it may come from are proposed to an officer, in the transaction of the import. A dossier that is
 * already tied is left as it is, and what an officer has set aside is not proposed again.
 */
export async function proposerRapprochements(tx: Tx, dossierId: string, le: Date) {
  if ((await tx.rapprochement.count({ where: { dossierId, etat: 'CONFIRME' } })) > 0) return
  await direPropositions(tx, await ecrirePropositions(tx, await dossierARapprocher(tx, dossierId), le), le)
}

type Proposition = { preProjetId: string; dossierId: string; score: number; motif: string }

/** The same of a dossier that is tied to nothing; the journal is not told yet ({@link direPropositions}): it is held until the commit. */
export async function ecrirePropositions(tx: Tx, dossier: DossierRaconte, le: Date): Promise<Proposition[]> {
  const { id: dossierId } = dossier
  const { depose, fiches } = await loadCandidates(tx, dossier)
  const proposees = fiches
    .map(({ id, recit }) => ({ preProjetId: id, ...rapprocher(recit, depose) }))
    .filter(({ score }) => score >= SEUIL_PROPOSITION)
    .sort((a, b) => b.score - a.score)
    .slice(0, PROPOSEES_MAX)
    .map(({ preProjetId, score, raisons }) => ({ preProjetId, dossierId, score, motif: phraseRaisons(raisons) }))
  if (proposees.length > 0) await tx.rapprochement.createMany({ data: proposees.map((une) => ({ ...une, le })) })
  return proposees
}

/** Tells the journal of each, under the dossier and under the fiche. */
export async function direPropositions(tx: Tx, proposees: readonly Proposition[], le: Date): Promise<void> {
  for (const detail of proposees) {
    const dit = { acte: 'proposerRapprochement', detail, le } as const
    await writeJournal(tx, SYSTEME, { ...dit, objet: 'dossier', objetId: detail.dossierId })
    await writeJournal(tx, SYSTEME, { ...dit, objet: 'pre-projet', objetId: detail.preProjetId })
  }
}
