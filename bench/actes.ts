import { type ActeDeLot, type ChampsDeLot, LIGNES_MAX, tranchesDe } from '#domain/lot-actes/acte-de-lot'
import type { Db } from '#infra/db'
import { agentDe } from '#infra/stores/acces/agent'
import { examinerTranche } from '#usecases/lot-actes/examiner-tranche'
import { lancerLot } from '#usecases/lot-actes/lancer-lot'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { traiterTranche } from '#usecases/lot-actes/traiter-tranche'
import type { Mesure } from './mesure'
import type { Monde } from './monde'
import { COMPTE } from './peupler'

/** As many at once as a worker takes of this queue (workers/run.ts). */
const A_LA_FOIS = 3

const deps = (db: Db) => ({ db, now: () => new Date() })

/** Does each, so many at once, and gives how long it took, in ms. */
async function chronometrer<T>(choses: readonly T[], faire: (chose: T) => Promise<unknown>): Promise<number> {
  const debut = performance.now()
  const file = choses.values()
  await Promise.all(
    Array.from({ length: A_LA_FOIS }, async () => {
      for (const chose of file) await faire(chose)
    }),
  )
  return performance.now() - debut
}

/** The floor: as many transactions that each raise the version of one dossier and write one row that waits for a job. */
const plancherDe = (db: Db, ids: readonly string[]) =>
  chronometrer(ids, (id) =>
    db.$transaction(async (tx) => {
      await tx.dossier.updateMany({ where: { id }, data: { version: { increment: 1 } } })
      await tx.outboxJob.create({ data: { name: 'banc', payload: { id }, publishedAt: new Date() } })
    }),
  )

/** One lot from its preview to its last line, on as many dossiers as one lot holds, or as the database has. */
async function mesurerActe(
  { db, volume }: Monde,
  ids: readonly string[],
  { acte, champs, plancher }: { acte: ActeDeLot; champs: ChampsDeLot; plancher: number },
): Promise<Mesure[]> {
  const agent = agentDe(await db.agent.findUniqueOrThrow({ where: { courriel: COMPTE.courriel } }))
  const prepare = await preparerLot(deps(db), agent, { acte, champs, dossierIds: ids })
  if (!prepare.ok) throw new Error(prepare.reason)
  const { lotId } = prepare.value
  const tranches = tranchesDe(ids.map((_, rang) => rang)).map((tranche) => ({ lotId, tranche }))
  const examen = await chronometrer(tranches, (tranche) => examinerTranche(deps(db), tranche))
  const { version } = await db.lotActes.findUniqueOrThrow({ where: { id: lotId } })
  const lance = await lancerLot(deps(db), agent, { lotId, version })
  if (!lance.ok) throw new Error(lance.reason)
  const ms = await chronometrer(tranches, (tranche) => traiterTranche(deps(db), tranche))
  const faites = await db.lotActesLigne.count({ where: { lotId, etat: 'FAITE' } })
  const commun = { volume, plancher: `${ids.length} transactions de deux écritures` }
  return [
    { ...commun, nom: `${acte}, aperçu de ${ids.length} dossiers`, ms: examen, ratio: examen / plancher },
    { ...commun, nom: `${acte}, ${faites} dossiers faits`, ms, ratio: ms / plancher },
  ]
}

/** Two acts by lot: one that writes a dossier and its journal, one that writes a mail for each. */
export async function mesurerActes(monde: Monde): Promise<Mesure[]> {
  const { db } = monde
  const dossiers = await db.dossier.findMany({
    where: { numero: { not: null }, etat: { in: ['DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'] } },
    orderBy: { id: 'asc' },
    take: LIGNES_MAX,
    select: { id: true },
  })
  const ids = dossiers.map(({ id }) => id)
  const plancher = await plancherDe(db, ids)
  const { id: agentId } = await db.agent.findFirstOrThrow({ orderBy: { courriel: 'desc' }, select: { id: true } })
  // A database that is kept has perhaps given them to this agent already.
  await db.dossier.updateMany({ where: { id: { in: ids } }, data: { agentId: null } })
  const corps = 'Votre dossier {numero} est à l’étude.'
  return [
    ...(await mesurerActe(monde, ids, { acte: 'affecter', champs: { agentId }, plancher })),
    ...(await mesurerActe(monde, ids, { acte: 'ecrireMessage', champs: { corps }, plancher })),
  ]
}
