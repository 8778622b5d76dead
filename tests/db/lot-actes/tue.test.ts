import { afterEach, describe, expect, test } from 'vitest'
import { until } from '#support/until'
import { startWorkerProcess, type WorkerProcess } from '#support/worker-process'
import { desDossiers } from '../dossier/des-dossiers'
import { unAgent, uneCampagne } from '../dossier/faits'
import { STORES, unMonde } from '../workers/monde'
import { lotsDans } from './faits-lots'

const LIGNES = 300
const MORTS = 5

describe.each(STORES)('a lot done by worker processes on %s', (kind) => {
  const monde = unMonde(kind)
  const started: WorkerProcess[] = []
  afterEach(async () => {
    await Promise.all(started.splice(0).map((worker) => worker.kill('SIGKILL')))
  })
  const lots = lotsDans(
    () => monde.db,
    () => ({ db: monde.db, now: () => new Date() }),
  )

  const demarrer = () => {
    const worker = startWorkerProcess(
      { DATABASE_URL: monde.url, DATA_DIR: monde.dir, ...(monde.redis && { REDIS_URL: monde.redis.url }) },
      'tests/support/pannes/ouvrier-rapide.ts',
    )
    started.push(worker)
    return worker
  }

  test(`killed ${MORTS} times in the middle of ${LIGNES} lines, each is done once`, { timeout: 240_000 }, async () => {
    const agent = await unAgent(monde.db)
    const { id: campagneId } = await uneCampagne(monde.db)
    const dossiers = await desDossiers(
      monde.db,
      Array.from({ length: LIGNES }, () => ({
        ...{ campagneId, etat: 'COMPLET' as const, deposeLe: '2025-04-10', rejetImpliciteLe: '2025-06-10' },
        ...{ pays: 'Allemagne', contactCourriel: 'ines@exemple.test', projetFin: null },
      })),
    )
    const ids = dossiers.map(({ id }) => id)
    const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: ids })
    const combien = (etat: 'FAITE' | 'PRETE' | 'A_EXAMINER') =>
      monde.db.lotActesLigne.count({ where: { lotId: id, etat } })
    const examine = demarrer()
    await until(
      () => `all lines looked at\n${examine.said().slice(-2000)}`,
      async () => (await combien('A_EXAMINER')) === 0,
      60_000,
    )
    await examine.kill('SIGKILL')
    expect(await lots.comptes(id)).toEqual({ PRETE: LIGNES })
    await lots.lancer(agent, id)
    const aLaMort: number[] = []
    for (let mort = 1; mort <= MORTS; mort += 1) {
      const worker = demarrer()
      const voulu = aLaMort.length * 40 + 10
      await until(
        () => `${voulu} lines done\n${worker.said().slice(-2000)}`,
        async () => (await combien('FAITE')) >= voulu,
        60_000,
      )
      expect(await worker.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
      aLaMort.push(await combien('FAITE'))
    }
    const dernier = demarrer()
    await until(
      () => `no line waits\n${dernier.said().slice(-2000)}`,
      async () => (await combien('PRETE')) === 0,
      120_000,
    )
    process.stderr.write(`lot on ${kind}: ${aLaMort.join(', ')} lines done at each death\n`)
    expect(await lots.comptes(id)).toEqual({ FAITE: LIGNES })
    const entrees = await monde.db.entreeJournal.groupBy({
      by: ['objetId'],
      where: { acte: 'instruire', objetId: { in: ids } },
      _count: true,
    })
    expect(entrees.filter(({ _count }) => _count !== 1)).toEqual([])
    expect(entrees).toHaveLength(LIGNES)
    expect(await monde.db.dossier.count({ where: { etat: 'EN_INSTRUCTION' } })).toBe(LIGNES)
  })
})
