import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { exigencesDossier } from '#queries/dossier/exigences-dossier'
import { ownDb } from '#support/own-db'
import { unAgent, unDossier } from '../dossier/faits'
import type { Reponse } from '#web/form'

let own: Awaited<ReturnType<typeof ownDb>>
let openSession: (agentId: string, request: Request) => Promise<string>
let deps: { db: { $disconnect: () => Promise<void> } }

beforeAll(async () => {
  own = await ownDb()
  openSession = (await import('#web/session')).openSession
  deps = (await import('#web/deps')).deps
})
afterAll(async () => {
  await deps.db.$disconnect()
  await own.drop()
})

/** What the form of the pièces page is answered: a status and where to go, or why not. */
async function poster(agent: Agent, numero: string, champs: Record<string, string>) {
  const { action } = await import('../../../app/routes/bureau/dossiers.$numero_.exigences')
  const url = `http://mcei.exemple.test/dossiers/${numero}/exigences`
  const cookie = (await openSession(agent.id, new Request(url))).split(';')[0] ?? ''
  const request = new Request(url, { method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(champs) })
  const answer: unknown = await action({ request, params: { numero }, context: {} }).catch((error: unknown) => error)
  const { status, init, headers, soumission } = answer as {
    status?: number
    init?: { status?: number }
    headers?: Headers
    soumission?: Reponse['soumission']
  }
  const erreur = soumission?.error?.['']?.[0]
  return { status: status ?? init?.status ?? 200, location: headers?.get('Location') ?? null, erreur }
}

test('on its pièces page a dossier is asked the version in force, then an officer says the fact that a pièce waits for', async () => {
  const [chef, agent] = [await unAgent(own.db, 'RESPONSABLE'), await unAgent(own.db, 'INSTRUCTEUR')]
  const dossier = await unDossier(own.db)
  const { campagneId } = dossier
  const premiere = await own.db.versionExigences.findFirstOrThrow({ where: { campagneId } })
  await own.db.dossier.update({ where: { id: dossier.id }, data: { exigencesId: premiere.id } })
  const condition = { quand: { type: 'SIGNATAIRE' }, sinon: 'NON_DEMANDEE' }
  const attendue = { genre: 'association', code: 'POUVOIR', rang: 1, exigence: 'OBLIGATOIRE', condition } as const
  const seconde = await own.db.versionExigences.create({
    data: { campagneId, numero: 2, publieeLe: new Date(), pieces: { create: [attendue] } },
  })
  const numero = dossier.numero ?? ''
  const envoyer = (qui: Agent, champs: Record<string, string>) => poster(qui, numero, champs)
  const vue = () => exigencesDossier(own.db, dossier.id)

  expect(await vue()).toMatchObject({ suivie: { numero: 1 }, enVigueur: { numero: 2 }, aDire: [] })
  expect((await vue()).changements).toContainEqual({ code: 'POUVOIR', avant: 'NON_DEMANDEE', apres: 'SI_PERTINENT' })
  const reappliquer = { intent: 'reappliquer', version: '0', vue: seconde.id }
  expect((await envoyer(agent, reappliquer)).status).toBe(403)
  expect(await envoyer(chef, { ...reappliquer, vue: premiere.id })).toMatchObject({
    erreur: expect.stringContaining('Une autre version') as string,
  })
  expect(await envoyer(chef, reappliquer)).toMatchObject({ status: 302, location: `/dossiers/${numero}/pieces` })
  expect(await vue()).toMatchObject({
    suivie: { numero: 2 },
    enVigueur: null,
    aDire: [{ fait: 'signataireDifferent', dit: '', pieces: ['POUVOIR'] }],
  })

  const preciser = { intent: 'preciser', version: '1', fait: 'signataireDifferent', reponse: 'oui' }
  expect(await envoyer(agent, { ...preciser, reponse: 'peut-être' })).toMatchObject({
    erreur: expect.stringContaining('oui ou par non') as string,
  })
  expect((await envoyer(agent, preciser)).status).toBe(302)
  expect((await vue()).aDire).toEqual([{ fait: 'signataireDifferent', dit: 'oui', pieces: [] }])
  expect((await envoyer(agent, preciser)).status).toBe(409)
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id: dossier.id } })).toMatchObject({
    codesManquants: ['POUVOIR'],
  })
})
