import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type * as lecteurs from '#lecteurs/lecteurs'
import { RYTHME } from '#domain/courriel/suspension'
import { logger } from '#infra/logger'
import { diskStorage } from '#infra/storage'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { ownDb } from '#support/own-db'
import { libererParUneAutre, VOTE } from '#support/vote'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import type { HandlerDeps } from '#workers/define-handler'
import { HANDLERS } from '#workers/handlers/index'
import { NOW, SIGNATAIRE, unAgent, unDossier, uneCampagne } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: HandlerDeps
let instant = NOW
const partis: { id: string; joints: readonly { nom: string }[] }[] = []
beforeAll(async () => {
  own = await ownDb()
  vi.spyOn(logger, 'error').mockImplementation(() => undefined)
  deps = {
    db: own.db,
    storage: diskStorage(path.join(own.dataDir, 'fichiers')),
    antivirus: null,
    queueOf: () => {
      throw new Error('no queue here')
    },
    mailer: {
      send: ({ id, joints }) => {
        partis.push({ id, joints })
        return Promise.resolve({ pris: PRIS })
      },
      close: () => undefined,
    },
    now: () => instant,
    rythme: RYTHME,
    tmp: own.dataDir,
    outbox: '/nulle-part',
  }
})
afterAll(() => own.drop())

/** No letter that these tests can write is known not to compose: the reader that draws them says so of one in its place. */
type Lecteurs = typeof lecteurs
const lecteur = vi.hoisted(() => ({ compose: true }))
vi.mock('#lecteurs/lecteurs', async (original) => {
  const vrai = await original<Lecteurs>()
  const refus = { ok: true, value: { ok: false, reason: 'LETTRE_NON_COMPOSEE', detail: 'a warning of Typst' } }
  return { ...vrai, lire: (...lu: Parameters<typeof vrai.lire>) => (lecteur.compose ? vrai.lire(...lu) : refus) }
})

/** Granted, read again, and its half hour gone by, under a campagne that changes meanwhile. */
async function partir(reglages: object, ensuite: object) {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id: campagneId } = await uneCampagne(own.db, { reglages })
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION', campagneId })
  instant = NOW
  expect(await accorderDossier(deps, chef, { vote: VOTE, dossierId, version, montantCents: 450_000n })).toMatchObject({
    ok: true,
  })
  await libererParUneAutre(deps, dossierId)
  await own.db.campagne.update({ where: { id: campagneId }, data: { reglages: ensuite } })
  const { id: courrielId } = await own.db.courriel.findFirstOrThrow({ where: { dossierId } })
  instant = new Date(NOW.getTime() + 3_600_000)
  const log = logger.child({}, { level: 'silent' })
  await HANDLERS['courriel.envoyer'].work.run({ courrielId }, { ...deps, log })
  const courriel = await own.db.courriel.findUniqueOrThrow({ where: { id: courrielId } })
  return { chef, dossierId, courriel, joints: partis.find(({ id }) => id === courrielId)?.joints ?? null }
}

test('a decision leaves with its letter', async () => {
  const avec = await partir({ signataire: SIGNATAIRE }, { signataire: SIGNATAIRE })
  expect(avec.courriel.etat).toBe('ENVOYE')
  expect(avec.joints).toHaveLength(1)
})

test.each([
  ['does not compose', { compose: false, ensuite: { signataire: SIGNATAIRE } }],
  ['has nobody to sign it any more', { compose: true, ensuite: {} }],
])('a letter that %s as its mail is to leave holds it, since its words say that it is joined', async (_, cas) => {
  lecteur.compose = cas.compose
  const { chef, dossierId, courriel, joints } = await partir({ signataire: SIGNATAIRE }, cas.ensuite)
  lecteur.compose = true
  expect(joints).toBeNull()
  expect(courriel).toMatchObject({ etat: 'RETENU', motifRetenue: 'LETTRE_A_REVOIR', envoyeLe: null, prise: null })
  const journal = await own.db.entreeJournal.findMany({
    where: { objetId: dossierId, acte: 'retenirCourriel' },
    orderBy: { id: 'asc' },
  })
  expect(journal.map(({ detail }) => (detail as { retenue: string }).retenue)).toEqual(['A_RELIRE', 'LETTRE_A_REVOIR'])
  const { id: courrielId, version } = courriel
  expect(await envoyerCourrielRetenu(deps, chef, { courrielId, version })).toEqual({
    ...{ ok: false, reason: 'MOTIF_NON_PASSABLE' },
  })
  const dossier = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  expect(await reprendreDecision(deps, chef, { dossierId, version: dossier.version })).toMatchObject({ ok: true })
})
