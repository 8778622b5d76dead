import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ouvrirCampagnes } from '#support/campagnes'
import { json, mcei } from '#support/mcei'
import { ownDb } from '#support/own-db'
import { csv, extraction } from '#support/reception'
import { traiterLot } from '#usecases/lot/traiter-lot'

const ANNEE = new Date().getFullYear() - 2
const N = 150

/** Two years ago as its campagne then was: its receipts were on, and it had who signs them. */
let own: Awaited<ReturnType<typeof ownDb>>
beforeEach(async () => {
  own = await ownDb()
  await ouvrirCampagnes(own.db, ANNEE, { accuseReception: true })
})
afterEach(() => own.drop())

const faits = async () => ({
  dossiers: await own.db.dossier.count(),
  courriels: await own.db.courriel.count(),
  promesses: await own.db.outboxJob.count({ where: { name: 'courriel.envoyer' } }),
})
const RIEN_NE_PART = { dossiers: N, courriels: 0, promesses: 0 }

test('an extraction of 150 dossiers, two years old, delivered by the command: no mail, though they are asked for', async () => {
  const listing = path.join(own.dataDir, 'extraction.csv')
  await writeFile(listing, csv(...extraction(N, ANNEE)))
  const avec = await mcei(own, ['importer-demandes', listing, '--avec-courriels', '--json'])
  expect(avec.code).toBe(0)
  expect(json(avec)).toMatchObject({ lignes: N, crees: N, courriels: 0 })
  expect(await faits()).toEqual(RIEN_NE_PART)

  const encore = await mcei(own, ['importer-demandes', listing, '--json'])
  expect(encore.stderr).toMatch(/150\sdossiers déposés il y a plus de 30\sjours.*aucun courriel ne part/)
  expect(json(encore)).toMatchObject({ inchanges: N, courriels: 0 })
  expect(await faits()).toEqual(RIEN_NE_PART)
}, 240_000)

test('the same delivered on the page of imports: none would leave, and none leaves for a yes', async () => {
  const page = await import('../../../app/routes/bureau/importer._index')
  const lotPage = await import('../../../app/routes/bureau/importer.$id')
  const { deps } = await import('#web/deps')
  const { openSession } = await import('#web/session')
  try {
    const { id: agentId } = await own.db.agent.create({
      data: { courriel: 'agent@exemple.test', nom: 'N', prenom: 'P', role: 'INSTRUCTEUR' },
    })
    const BASE = 'http://localhost:3000'
    const Cookie = (await openSession(agentId, new Request(BASE))).split(';')[0] ?? ''
    const args = (adresse: string, init: RequestInit, params: Record<string, string> = {}) =>
      ({
        request: new Request(BASE + adresse, { ...init, headers: { Cookie } }),
        params,
        context: {},
      }) as unknown as ActionFunctionArgs & LoaderFunctionArgs

    const body = new FormData()
    body.append('listing', new File([csv(...extraction(N, ANNEE))], 'extraction.csv'))
    const depose = await page.action(args('/importer', { method: 'POST', body }))
    const id = depose instanceof Response ? (depose.headers.get('Location')?.split('/').at(-1) ?? '') : ''
    await traiterLot(deps, id)
    const { apercu, lot } = await lotPage.loader(args(`/importer/${id}`, {}, { id }))
    expect(apercu).toMatchObject({ crees: N, reprises: N, courriels: { total: 0 } })

    const oui = new URLSearchParams({ version: String(lot.version), intention: 'confirmer', courriels: 'oui' })
    await lotPage.action(args(`/importer/${id}`, { method: 'POST', body: oui }, { id }))
    await traiterLot(deps, id)
    expect(await faits()).toEqual(RIEN_NE_PART)
  } finally {
    await deps.db.$disconnect()
  }
}, 240_000)
