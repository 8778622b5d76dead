import { direAbsence, type Periode, type RefusAbsence, terminerAbsence } from '#domain/absence/absence'
import { type Agent, peutSuivre, requireDroit } from '#domain/acces/droits'
import type { Result } from '#domain/result'
import { fromDate, type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps, DepsActe } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { periodesDe } from '#infra/stores/absence/absence'

/** Who follows dossiers says it of themselves; of somebody else, a RESPONSABLE. */
const requireAbsence = (agent: Agent, agentId: string) =>
  requireDroit(agent, agentId === agent.id ? 'dossier.instruire' : 'absence.direPourAutre')

/** Both accounts, held until the commit: of two absences said at once, the second is judged after the first. Throws NotFound. */
async function tenir(tx: Tx, agentId: string, remplacantId: string) {
  const tenus = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM agent WHERE id IN (${agentId}::uuid, ${remplacantId}::uuid) ORDER BY id FOR NO KEY UPDATE`
  if (!tenus.some(({ id }) => id === agentId)) throw new NotFound('agent', agentId)
}

type Voulue = { agentId: string; remplacantId: string; du: Jour; au: Jour }

/** Says that an officer is away, and who stands in; it ends by itself. Throws NotFound, Forbidden. */
export async function declarerAbsence(
  { db, now }: DepsActe,
  agent: Agent,
  { agentId, remplacantId, du, au }: Voulue,
): Promise<Result<Periode, RefusAbsence>> {
  requireAbsence(agent, agentId)
  return db.$transaction(async (tx) => {
    await tenir(tx, agentId, remplacantId)
    const le = now()
    const today = jourDeParis(le)
    const remplacant = await tx.agent.findUnique({ where: { id: remplacantId } })
    const answer = direAbsence({
      ...{ agentId, remplacantId, du, au, today },
      remplacantPeutSuivre: remplacant !== null && peutSuivre(remplacant),
      siennes: await periodesDe(tx, agentId, today),
      duRemplacant: await periodesDe(tx, remplacantId, today),
    })
    if (!answer.ok) return answer
    const data = { agentId, remplacantId, du: toDate(du), au: toDate(au), diteLe: le }
    await tx.absence.create({ data, select: { id: true } })
    const detail = { du, au, remplacant: remplacant ? `${remplacant.prenom} ${remplacant.nom}` : '' }
    await writeJournal(tx, agent, { acte: 'declarerAbsence', objet: 'agent', objetId: agentId, detail, le })
    return answer
  })
}

/** Ends an absence before its last day, or gives it up. Throws NotFound, Conflict, Forbidden. */
export async function finirAbsence(
  { db, now }: Deps,
  agent: Agent,
  { absenceId, version }: { absenceId: string; version: number },
): Promise<Result<undefined, 'DEJA_FINIE'>> {
  return db.$transaction(async (tx) => {
    const absence = await tx.absence.findUnique({ where: { id: absenceId } })
    if (!absence) throw new NotFound('absence', absenceId)
    requireAbsence(agent, absence.agentId)
    const le = now()
    const [du, au] = [fromDate(absence.du), fromDate(absence.au)]
    const answer = terminerAbsence({ au, terminee: absence.termineeLe !== null }, jourDeParis(le))
    if (!answer.ok) return answer
    const { count } = await tx.absence.updateMany({
      where: { id: absenceId, version },
      data: { termineeLe: le, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict('absence', absenceId)
    const detail = { du, au }
    await writeJournal(tx, agent, { acte: 'finirAbsence', objet: 'agent', objetId: absence.agentId, detail, le })
    return answer
  })
}
