import { type Agent, requireDroit } from '#domain/acces/droits'
import { ok, type Result } from '#domain/result'
import {
  deliberer as numeroter,
  numeroDeDeliberation,
  type RefusDeliberation,
  type RefusExecutoire,
  rendreExecutoire as rendre,
} from '#domain/seance/deliberation'
import { type Jour, jourDeParis, toDate } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { claimSeance } from '#infra/stores/seance/seance'
import { promettreLettres } from '#usecases/seance/dessiner-lettres'

type Vise = { id: string; version: number }

/** The next number of a year, without a gap: whoever takes one is alone until the commit. */
async function rangDeLAnnee(tx: Tx, annee: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('deliberation'), ${annee}::int)`
  const { _max } = await tx.deliberation.aggregate({ where: { annee }, _max: { rang: true } })
  return (_max.rang ?? 0) + 1
}

/** Numbers the délibération of a séance whose votes are all entered: they do not change any more. Throws Forbidden, NotFound, Conflict. */
export async function deliberer(
  { db, now }: Deps,
  agent: Agent,
  { le: jour, ...vise }: Vise & { le: Jour },
): Promise<Result<{ numero: string }, RefusDeliberation>> {
  requireDroit(agent, 'seance.voter')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, vise)
    const lignes = await tx.ligneSeance.findMany({ where: { seanceId: seance.id }, select: { vote: true } })
    const le = now()
    const votes = lignes.map(({ vote }) => vote)
    const answer = numeroter(seance, votes, jour, jourDeParis(le))
    if (!answer.ok) return answer
    const { annee } = answer.value
    const rang = await rangDeLAnnee(tx, annee)
    const data = { seanceId: seance.id, annee, rang, le: toDate(jour), creeLe: le }
    await tx.deliberation.create({ data, select: { id: true } })
    const numero = numeroDeDeliberation(annee, rang)
    const detail = { numero, le: jour, lignes: lignes.length }
    await writeJournal(tx, agent, { acte: 'deliberer', objet: 'seance', objetId: seance.id, detail, le })
    return ok({ numero })
  })
}

/**
 * Writes down the day the préfecture received the délibération: from then on what it votes may be notified, and each demandeur told; the letters
 * are drawn at once, to be read first. Throws Forbidden, NotFound, Conflict.
 */
export async function rendreExecutoire(
  { db, now }: Deps,
  agent: Agent,
  { executoireLe, ...vise }: Vise & { executoireLe: Jour },
): Promise<Result<{ numero: string }, RefusExecutoire>> {
  requireDroit(agent, 'seance.voter')
  return db.$transaction(async (tx) => {
    const { id, deliberation } = await claimSeance(tx, vise)
    const le = now()
    const answer = rendre(deliberation, executoireLe, jourDeParis(le))
    if (!answer.ok) return answer
    const { annee, rang } = await tx.deliberation.update({
      where: { seanceId: id },
      data: { executoireLe: toDate(executoireLe) },
      select: { annee: true, rang: true },
    })
    await promettreLettres(tx, id, le)
    const numero = numeroDeDeliberation(annee, rang)
    const detail = { numero, executoireLe }
    await writeJournal(tx, agent, { acte: 'rendreExecutoire', objet: 'seance', objetId: id, detail, le })
    return ok({ numero })
  })
}
