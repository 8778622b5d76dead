import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import {
  clotureProposee,
  lireSeance,
  modifierSeance as modifier,
  type RefusSeance,
  type SeanceSaisie,
} from '#domain/seance/seance'
import { type Jour, toDate } from '#domain/temps/jour'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { clotureSeanceJours } from '#infra/stores/seance/a-venir'
import { claimSeance } from '#infra/stores/seance/seance'

const enBase = ({ jour, cloture, intitule }: SeanceSaisie) => ({
  jour: toDate(jour),
  cloture: toDate(cloture),
  intitule,
})

/** Writes down a meeting of the Commission permanente, to which dossiers are put; `cloture` is null for the day that the campagnes in course ask. Throws Forbidden. */
export async function creerSeance(
  { db, now }: Deps,
  agent: Agent,
  { jour, cloture, intitule }: Omit<SeanceSaisie, 'cloture'> & { cloture: Jour | null },
): Promise<Result<{ id: string }, RefusSeance>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const lue = lireSeance({
      ...{ jour, intitule },
      cloture: cloture ?? clotureProposee(jour, await clotureSeanceJours(tx)),
    })
    if (!lue.ok) return lue
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
