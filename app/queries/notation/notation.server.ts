import { type Agent, hasDroit } from '#domain/acces/droits'
import { comparer, empechementDeLire, scoreDe, surVingt, voitLesAutres } from '#domain/notation/lecture'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { criteresDe, criteresOfferts, lireNotes } from '#infra/stores/notation/notation'

/** The grille de notation of a campagne in its order, those put away too. Throws NotFound. */
export async function criteresCampagne(db: Db, code: string) {
  const campagne = await db.campagne.findUnique({ where: { code }, select: { id: true } })
  if (!campagne) throw new NotFound('campagne', code)
  return criteresDe(db, campagne.id)
}

/** The lectures of a dossier that this officer may read, and how many are kept from them: what others gave is not read before one's own is rendered. */
async function lecturesLisibles(db: Db, agent: Agent, dossierId: string) {
  const [dossier, toutes] = await Promise.all([
    db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { etat: true, campagneId: true } }),
    db.lecture.findMany({
      where: { dossierId },
      orderBy: [{ rendueLe: 'asc' }, { id: 'asc' }],
      include: { agent: { select: { prenom: true, nom: true } } },
    }),
  ])
  const mienne = toutes.find((une) => une.agentId === agent.id && une.remplaceeLe === null) ?? null
  const toutVoir = voitLesAutres({
    rendue: mienne !== null && mienne.rendueLe !== null,
    decide: hasDroit(agent, 'dossier.decider'),
    etat: dossier.etat,
  })
  const rendues = toutes.flatMap(({ rendueLe, points, maximum, notes, agent: par, ...une }) =>
    rendueLe === null || points === null || maximum === null
      ? []
      : [{ ...une, rendueLe, points, maximum, notes: lireNotes(notes), par: `${par.prenom} ${par.nom}` }],
  )
  const lisibles = rendues.filter((une) => toutVoir || une.agentId === agent.id)
  const debout = (unes: typeof rendues) => unes.filter(({ remplaceeLe }) => remplaceeLe === null)
  return {
    ...{ dossier, mienne, toutVoir },
    lisibles: debout(lisibles),
    passees: lisibles.filter(({ remplaceeLe }) => remplaceeLe !== null),
    cachees: debout(rendues).length - debout(lisibles).length,
  }
}

/** The score of a dossier beside its proposition: null inside while no lecture is rendered that this officer may read. */
export async function scoreDossier(db: Db, agent: Agent, dossierId: string) {
  const { lisibles, cachees } = await lecturesLisibles(db, agent, dossierId)
  return { score: scoreDe(lisibles), lectures: lisibles.length, cachees }
}

/** The page of the notation of a dossier: one's own lecture, those of others where they may be read, and both compared. */
export async function notationDossier(db: Db, agent: Agent, dossierId: string) {
  const { dossier, mienne, lisibles, passees, cachees } = await lecturesLisibles(db, agent, dossierId)
  const gardees = mienne ? lireNotes(mienne.notes) : []
  const montrer = ({ id, par, rendueLe, points, maximum, notes }: (typeof lisibles)[number]) => ({
    ...{ id, par, rendueLe, points, maximum, notes },
    score: surVingt({ points, maximum }),
  })
  return {
    empechement: empechementDeLire(dossier.etat),
    criteres: (await criteresOfferts(db, dossier.campagneId)).map(({ archive: _, ...critere }) => {
      const note = gardees.find(({ critereId }) => critereId === critere.id)
      const points = note?.points ?? null
      return {
        ...critere,
        points: points === null ? '' : String(points),
        justification: note?.justification ?? '',
      }
    }),
    version: mienne?.version ?? 0,
    rendueLe: mienne?.rendueLe ?? null,
    lectures: lisibles.map(montrer),
    passees: passees.map(montrer),
    cachees,
    lignes: comparer(lisibles.map(({ notes }) => notes)),
    score: scoreDe(lisibles),
  }
}
