import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEME } from '#domain/acces/acteur'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { EXPORT_DIRECT_MAX } from '#domain/rapport/export'
import { writeJournal } from '#infra/journal'
import { diskStorage } from '#infra/storage'
import { exportJournal } from '#queries/rapport/export-journal'
import { CriteresJournal } from '#queries/rapport/entrees-journal'
import { fichierRapport, mesRapports } from '#queries/rapport/mes-rapports'
import { demanderExportJournal } from '#usecases/rapport/exporter-journal'
import { produireRapport } from '#usecases/rapport/produire-rapport'
import { ownDb } from '#support/own-db'
import { unAgent } from '../dossier/faits'

const NOW = new Date('2025-06-02T08:00:00Z')
const CHERCHE = { acte: 'relireCourriel', jusqua: '2025-06-01' }

let world: Awaited<ReturnType<typeof ownDb>>
let [responsable, instructeur]: Agent[] = []
const deps = () => ({
  db: world.db,
  storage: diskStorage(path.join(world.dataDir, 'fichiers')),
  tmp: path.join(world.dataDir, 'tmp'),
  now: () => NOW,
})

/** Entries of the day that is looked for, and one of the day after. */
beforeAll(async () => {
  world = await ownDb()
  responsable = await unAgent(world.db, 'RESPONSABLE')
  instructeur = await unAgent(world.db, 'INSTRUCTEUR')
  await world.db.$transaction(
    async (tx) => {
      for (let rang = 0; rang <= EXPORT_DIRECT_MAX + 1; rang += 1)
        await writeJournal(tx, SYSTEME, {
          acte: 'relireCourriel',
          objet: 'courriel-recu',
          objetId: `rang-${rang}`,
          le: rang > EXPORT_DIRECT_MAX ? NOW : new Date(Date.UTC(2025, 5, 1) + rang * 1_000),
        })
    },
    { timeout: 60_000 },
  )
}, 90_000)
afterAll(() => world.drop())

test('more entries than a page gives are prepared aside, whole, for who may search the journal and nobody else', async () => {
  const criteres = CriteresJournal.parse(CHERCHE)
  if (!responsable || !instructeur) throw new Error('no agents')
  expect(await exportJournal(world.db, criteres)).toBeNull()
  await expect(demanderExportJournal(deps(), instructeur, criteres)).rejects.toThrow(Forbidden)

  const { id } = await demanderExportJournal(deps(), responsable, criteres)
  expect(await world.db.outboxJob.count({ where: { payload: { path: ['rapportId'], equals: id } } })).toBe(1)
  expect(await world.db.entreeJournal.count({ where: { objetId: id, acte: 'demanderRapport' } })).toBe(1)
  await produireRapport(deps(), id)
  expect(await world.db.rapport.findUniqueOrThrow({ where: { id } })).toMatchObject({
    etat: 'PRET',
    lignes: EXPORT_DIRECT_MAX + 1,
    total: EXPORT_DIRECT_MAX + 1,
  })

  const { cle, nomFichier } = await fichierRapport(world.db, responsable, id)
  expect(nomFichier).toBe('journal-2025-06-02.csv')
  const lignes = (await deps().storage.readAll(cle)).toString('utf8').trimEnd().split('\r\n')
  expect(lignes[0]).toBe('\ufeffN°;Date;Acte;Par;Sur;Lequel;Précisions;Avant → après')
  const choses = lignes.slice(1).map((ligne) => ligne.split(';')[5])
  expect(choses).toEqual(Array.from({ length: EXPORT_DIRECT_MAX + 1 }, (_, n) => `rang-${EXPORT_DIRECT_MAX - n}`))

  await expect(fichierRapport(world.db, instructeur, id)).rejects.toThrow(Forbidden)
  expect(await mesRapports(world.db, instructeur, { page: 0 })).toMatchObject({ total: 0, rows: [] })
  expect(await mesRapports(world.db, responsable, { page: 0 })).toMatchObject({ total: 1 })
}, 60_000)
