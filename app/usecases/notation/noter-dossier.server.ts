import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  empechementDeLire,
  lireLecture,
  memesNotes,
  type Note,
  type NoteSaisie,
  type RefusLecture,
  totalDe,
} from '#domain/notation/lecture'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { criteresOfferts, lectureDe, lireNotes } from '#infra/stores/notation/notation'

/** `version` is that of the lecture that was on the page; 0 where the officer had none. */
type Vise = { dossierId: string; version: number }
type Voulue = Vise & { rendre: boolean; notes: readonly NoteSaisie[] }

type Gardee = { id: string; rendue: boolean } | null
type AGarder = Vise & { agentId: string; rendre: boolean; notes: Note[]; avant: Gardee; le: Date }

/** Keeps a lecture at the version that was seen; one that was rendered stays beside the one that replaces it. Throws Conflict. */
async function garder(tx: Tx, { dossierId, agentId, version, rendre, notes, avant, le }: AGarder) {
  const { points, maximum } = totalDe(notes)
  const data = { notes, ...(rendre && { points, maximum, rendueLe: le }) }
  const auDela = { ...data, dossierId, agentId, creeLe: le, version: version + 1 }
  if (avant) {
    const change = avant.rendue ? { remplaceeLe: le } : { ...data, version: { increment: 1 } }
    const { count } = await tx.lecture.updateMany({ where: { id: avant.id, version, remplaceeLe: null }, data: change })
    if (count === 0) throw new Conflict('lecture', dossierId)
    if (!avant.rendue) return
  }
  const { count } = await tx.lecture.createMany({ data: [auDela], skipDuplicates: true })
  if (count === 0) throw new Conflict('lecture', dossierId)
}

/**
 * Who instructs reads a dossier with the grille of its campagne: kept to be finished later, or rendered. Rendered, it changes by being rendered again, and
 * what it replaces stays readable. Two readers do not stop each other; a decision stops both. The journal holds no points: others read it who have yet
 * to render theirs. Throws Forbidden, NotFound, Conflict.
 */
export async function noterDossier(
  { db, now }: Deps,
  agent: Agent,
  { dossierId, version, rendre, notes: saisies }: Voulue,
): Promise<Result<undefined, RefusLecture>> {
  requireDroit(agent, 'dossier.instruire')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM dossier WHERE id = ${dossierId}::uuid FOR SHARE`
    const { etat, campagneId } = await loadDossier(tx, dossierId)
    const actuelle = await lectureDe(tx, dossierId, agent.id)
    if ((actuelle?.version ?? 0) !== version) throw new Conflict('lecture', dossierId)
    const ferme = empechementDeLire(etat)
    if (ferme) return no(ferme)
    const avant = actuelle && { id: actuelle.id, rendue: actuelle.rendueLe !== null }
    if (avant?.rendue && !rendre) return no('DEJA_RENDUE')
    const lue = lireLecture(await criteresOfferts(tx, campagneId), saisies, rendre)
    if (!lue.ok) return lue
    if (actuelle && avant?.rendue === rendre && memesNotes(lireNotes(actuelle.notes), lue.value))
      return no('RIEN_A_CHANGER')
    const le = now()
    await garder(tx, { dossierId, version, agentId: agent.id, rendre, notes: lue.value, avant, le })
    const detail = { fait: rendre ? (avant?.rendue ? 'MODIFIEE' : 'RENDUE') : 'GARDEE', criteres: lue.value.length }
    await writeJournal(tx, agent, { acte: 'noterDossier', objet: 'dossier', objetId: dossierId, detail, le })
    return ok()
  })
}
