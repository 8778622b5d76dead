import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import { lireSeance, modifierSeance as modifier, type RefusSeance, type SeanceSaisie } from '#domain/seance/seance'
import { toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimSeance } from '#infra/stores/seance/seance'

const enBase = ({ jour, cloture, intitule }: SeanceSaisie) => ({
  jour: toDate(jour),
  cloture: toDate(cloture),
  intitule,
})

/** Writes down a meeting of the Commission permanente, to which dossiers are put. Throws Forbidden. */
export async function creerSeance(
  { db, now }: Deps,
  agent: Agent,
  saisie: SeanceSaisie,
): Promise<Result<{ id: string }, RefusSeance>> {
  requireDroit(agent, 'seance.preparer')
  const lue = lireSeance(saisie)
  if (!lue.ok) return lue
  return db.$transaction(async (tx) => {
    const le = now()
    const { id } = await tx.seance.create({ data: { ...enBase(lue.value), creeLe: le }, select: { id: true } })
    await writeJournal(tx, agent, { acte: 'creerSeance', objet: 'seance', objetId: id, detail: lue.value, le })
    return ok({ id })
  })
}

/** Gives a séance another day, another end of its list or another name, until its délibération. Throws Forbidden, NotFound, Conflict. */
export async function modifierSeance(
  { db, now }: Deps,
  agent: Agent,
  { id, version, ...saisie }: SeanceSaisie & { id: string; version: number },
): Promise<Result<SeanceSaisie, RefusSeance>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, { id, version })
    const answer = modifier(seance, saisie)
    if (!answer.ok) return answer
    await tx.seance.update({ where: { id }, data: enBase(answer.value), select: { id: true } })
    const { jour, cloture, intitule } = seance
    const detail = { ...answer.value, jourAvant: jour, clotureAvant: cloture, intituleAvant: intitule }
    await writeJournal(tx, agent, { acte: 'modifierSeance', objet: 'seance', objetId: id, detail, le: now() })
    return answer
  })
}
