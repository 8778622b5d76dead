import type { ActeJournal } from '#domain/journal/entree'
import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  type ActeRapprochement,
  type EtatRapprochement,
  type RefusFilRouge,
  suiteRapprochement,
} from '#domain/fil-rouge/fil-rouge'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { claimRapprochement, dejaTenu, lockRapprochement } from '#infra/stores/fil-rouge/rapprochement'

/** Which tie, and the state of it the officer's page showed. */
export type RapprochementVise = { rapprochementId: string; etat: EtatRapprochement }

const ACTE_JOURNAL = {
  confirmer: 'confirmerRapprochement',
  ecarter: 'ecarterRapprochement',
  retablir: 'retablirRapprochement',
} as const satisfies Record<ActeRapprochement, ActeJournal>

type Trace = { preProjetId: string; dossierId: string; numero: string | null; acte: ActeJournal; le: Date }

/** A tie is told by the journal of both its ends. */
export async function tracerRapprochement(tx: Tx, agent: Agent, { acte, le, ...detail }: Trace) {
  const { preProjetId, dossierId } = detail
  await writeJournal(tx, agent, { acte, objet: 'pre-projet', objetId: preProjetId, detail, le })
  await writeJournal(tx, agent, { acte, objet: 'dossier', objetId: dossierId, detail, le })
}

/** What an officer says of a tie. A fiche and a dossier hold one confirmed tie at most; every answer can be undone. */
export async function agirSurRapprochement(
  { db, now }: Deps,
  agent: Agent,
  { rapprochementId, etat: vu, acte }: RapprochementVise & { acte: ActeRapprochement },
): Promise<Result<EtatRapprochement, RefusFilRouge>> {
  requireDroit(agent, 'pre-projet.examiner')

  return db.$transaction(async (tx) => {
    const { id, etat: avant, dossier, ...bouts } = await lockRapprochement(tx, rapprochementId)
    if (avant !== vu) throw new Conflict('pre-projet', bouts.preProjetId)
    const etat = suiteRapprochement(avant, acte)
    if (!etat) return no('DEJA_FAIT')
    const tenu = etat === 'CONFIRME' ? await dejaTenu(tx, bouts) : null
    if (tenu) return no(tenu)
    const le = now()
    await claimRapprochement(tx, { id, avant }, { etat, par: nomDActeur(agent), le })
    const { preProjetId, dossierId } = bouts
    await tracerRapprochement(tx, agent, {
      acte: ACTE_JOURNAL[acte],
      preProjetId,
      dossierId,
      numero: dossier.numero,
      le,
    })
    return ok(etat)
  })
}
