import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import type { VueDossiers } from '#domain/dossier/vues'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { suitesDossier } from '#queries/suite-accord/suites-dossier'
import { ownDb } from '#support/own-db'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { enregistrerVersement } from '#usecases/suite-accord/enregistrer-versement'
import { signerConvention } from '#usecases/suite-accord/signer-convention'
import { NOW, unAgent, unDossier } from '../dossier/faits'
import { PLUS_TARD, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = () => ({ db: own.db, now: () => PLUS_TARD })

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

/** What a tab lists; its figure must be that many. */
async function liste(vue: VueDossiers): Promise<string[]> {
  const regard = { moi: chef.id, now: PLUS_TARD }
  const { lignes, total } = await bannetteDossiers(own.db, BannetteDossiersParams.parse({ vue }), regard)
  const rows = lireLignesDossiers(lignes)
  const { compteurs } = await compteursDossiers(own.db, [], regard)
  expect({ total, compte: compteurs[vue] }).toEqual({ total: rows.length, compte: rows.length })
  return rows.map(({ id }) => id)
}

test('what is granted is to be paid until something is, and waits for its convention first', async () => {
  await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const { dossierId: simple } = await unAccord(own.db, chef)
  const { dossierId: conventionne } = await unAccord(own.db, chef, { reglages: { seuilConventionCents: 1 } })
  expect([await liste('conventions'), await liste('a-verser')]).toEqual([[conventionne], [simple]])

  await signerConvention(deps(), chef, { ...(await vise(own.db, conventionne)), le: '2025-05-12' })
  expect(await liste('conventions')).toEqual([])
  expect((await liste('a-verser')).sort()).toEqual([simple, conventionne].sort())

  const acompte = { nature: 'ACOMPTE', montantCents: 100n, le: '2025-05-13', reference: 'M-1' } as const
  await enregistrerVersement(deps(), chef, { ...(await vise(own.db, simple)), ...acompte })
  expect(await liste('a-verser')).toEqual([conventionne])
  // Given back whole, it was paid all the same.
  const rendu = { ...acompte, nature: 'REVERSEMENT', reference: 'T-1' } as const
  await enregistrerVersement(deps(), chef, { ...(await vise(own.db, simple)), ...rendu })
  expect(await liste('a-verser')).toEqual([conventionne])
  for (const nature of ['REVERSEMENT', 'ACOMPTE']) {
    const { versements } = await suitesDossier(own.db, simple, NOW)
    const versementId = versements.find((un) => un.nature === nature)?.id ?? ''
    const motif = 'Ce mandat est d’un autre dossier.'
    await annulerVersement(deps(), chef, { ...(await vise(own.db, simple)), versementId, motif })
  }
  expect((await liste('a-verser')).sort()).toEqual([simple, conventionne].sort())
})
