import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/acces/droits'
import { csv } from '#support/reception'
import { ownDb } from '#support/own-db'
import { traiterLot } from '#usecases/lot/traiter-lot'
import type * as Deps from '#web/deps'
import type * as Session from '#web/session'
import type * as PageImport from '../../../app/routes/bureau/importer._index'
import type * as PageLot from '../../../app/routes/bureau/importer.$id'
import type * as PageRejets from '../../../app/routes/bureau/importer.$id.rejets'
import type { Reponse } from '#web/form'

let own: Awaited<ReturnType<typeof ownDb>>
let page: typeof PageImport
let lotPage: typeof PageLot
let rejets: typeof PageRejets
let deps: (typeof Deps)['deps']
let openSession: (typeof Session)['openSession']

beforeAll(async () => {
  own = await ownDb()
  page = await import('../../../app/routes/bureau/importer._index')
  lotPage = await import('../../../app/routes/bureau/importer.$id')
  rejets = await import('../../../app/routes/bureau/importer.$id.rejets')
  ;({ deps } = await import('#web/deps'))
  ;({ openSession } = await import('#web/session'))
}, 120_000)
afterAll(async () => {
  await deps.db.$disconnect()
  await own.drop()
})

const BASE = 'http://localhost:3000'

async function cookieDe(role: Role): Promise<string> {
  const courriel = `${role.toLowerCase()}@exemple.test`
  const { id } = await own.db.agent.upsert({
    where: { courriel },
    update: {},
    create: { courriel, nom: 'N', prenom: 'P', role },
  })
  return (await openSession(id, new Request(BASE))).split(';')[0] ?? ''
}

const args = (request: Request, params: Record<string, string> = {}) =>
  ({ request, params, context: {} }) as unknown as ActionFunctionArgs & LoaderFunctionArgs

async function deposer(role: Role, fichiers: Record<string, File | File[]>) {
  const body = new FormData()
  for (const [champ, donnes] of Object.entries(fichiers))
    for (const fichier of [donnes].flat()) body.append(champ, fichier)
  const request = new Request(`${BASE}/importer`, { method: 'POST', body, headers: { Cookie: await cookieDe(role) } })
  return page.action(args(request))
}

const voir = async (id: string, role: Role = 'LECTEUR') =>
  lotPage.loader(args(new Request(`${BASE}/importer/${id}`, { headers: { Cookie: await cookieDe(role) } }), { id }))

/** Answers a preview as its form does. */
async function repondre(id: string, reponse: Record<string, string>, role: Role = 'INSTRUCTEUR') {
  const body = new URLSearchParams({ version: String((await voir(id)).lot.version), ...reponse })
  const headers = { Cookie: await cookieDe(role) }
  return lotPage.action(args(new Request(`${BASE}/importer/${id}`, { method: 'POST', body, headers }), { id }))
}

const statusOf = (thrown: unknown) => (thrown as { init?: { status?: number } }).init?.status
const stored = () => readdir(path.join(own.dataDir, 'fichiers', 'lots')).catch((): string[] => [])

test('a listing and its pièces are stored, promised to a worker, and found again on their page', async () => {
  const reponse = await deposer('INSTRUCTEUR', {
    listing: new File([csv({}, { Numéro: '', Statut: 'Déposé' })], 'demandes.csv'),
  })
  expect(reponse).toBeInstanceOf(Response)
  const id = (reponse as Response).headers.get('Location')?.split('/').at(-1) ?? ''
  expect(await own.db.outboxJob.count({ where: { name: 'lot.traiter' } })).toBe(1)

  await traiterLot(deps, id)
  expect(await voir(id)).toMatchObject({
    lot: { etat: 'A_CONFIRMER', couverture: 'PARTIE' },
    apercu: { crees: 1, rejets: { total: 1 } },
    peutRepondre: false,
  })
  expect(await own.db.dossier.count()).toBe(0)
  expect(statusOf(await repondre(id, { intention: 'confirmer' }, 'LECTEUR').catch((thrown: unknown) => thrown))).toBe(
    403,
  )
  await repondre(id, { intention: 'confirmer' })
  await traiterLot(deps, id)
  const cookie = await cookieDe('LECTEUR')
  const lot = await lotPage.loader(args(new Request(`${BASE}/importer/${id}`, { headers: { Cookie: cookie } }), { id }))
  expect(lot).toMatchObject({ vue: 'a-revoir', total: 1, aTelecharger: 1, lot: { etat: 'TERMINE' } })
  const liste = await page.loader(args(new Request(`${BASE}/importer`, { headers: { Cookie: cookie } })))
  expect(liste.rows.map((row) => row.id)).toContain(id)
})

test('the rejects open in a French Excel, and run no formula there', async () => {
  const piege = '=CMD()|calc'
  const reponse = await deposer('INSTRUCTEUR', { listing: new File([csv({ 'Montant demandé': piege })], 'pièges.csv') })
  const id = (reponse as Response).headers.get('Location')?.split('/').at(-1) ?? ''
  await traiterLot(deps, id)
  await repondre(id, { intention: 'confirmer' })
  await traiterLot(deps, id)
  const fichier = await rejets.loader(
    args(new Request(`${BASE}/importer/${id}/rejets`, { headers: { Cookie: await cookieDe('LECTEUR') } }), { id }),
  )
  const octets = Buffer.from(await fichier.arrayBuffer())
  expect(octets.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const texte = octets.toString('utf8')
  expect(texte).toContain('Ligne;Fichier;Numéro;Colonne;Valeur;Motif\r\n')
  expect(texte).toContain(`;'${piege};`)
  expect(fichier.headers.get('Content-Disposition')).toMatch(/^attachment; filename="rejets-/)
})

/** Why the form was refused, as its top says it. */
const phraseDe = (reponse: unknown) => (reponse as Reponse).soumission.error?.['']?.[0]

test('a LECTEUR is refused before a byte is stored', async () => {
  const avant = await stored()
  const refus = await deposer('LECTEUR', { listing: new File([csv({})], 'demandes.csv') }).catch(
    (thrown: unknown) => thrown,
  )
  expect(statusOf(refus)).toBe(403)
  expect(await stored()).toEqual(avant)
})

test('a file over its limit refuses the form, names the file, and leaves nothing behind', async () => {
  const avant = await stored()
  const lourd = new File([Buffer.alloc(21 * 1024 * 1024)], 'énorme.csv')
  const reponse = await deposer('INSTRUCTEUR', { pieces: new File(['PK'], 'pieces.zip'), listing: lourd })
  expect(phraseDe(reponse)).toContain('énorme.csv')
  expect(await stored()).toEqual(avant)
  expect(await own.db.lot.count({ where: { fichiers: { string_contains: 'énorme' } } })).toBe(0)
})

test('no file at all, and two listings, are said in a sentence', async () => {
  expect(phraseDe(await deposer('INSTRUCTEUR', { listing: new File([], '') }))).toBe('Choisissez au moins un fichier.')
  const deux = [new File([csv({})], 'a.csv'), new File([csv({})], 'b.csv')]
  expect(phraseDe(await deposer('INSTRUCTEUR', { listing: deux }))).toContain('b.csv')
})

test('a lot that is not there is a 404', async () => {
  for (const id of ['0', crypto.randomUUID()]) {
    const request = new Request(`${BASE}/importer/${id}`, { headers: { Cookie: await cookieDe('LECTEUR') } })
    expect(statusOf(await lotPage.loader(args(request, { id })).catch((thrown: unknown) => thrown))).toBe(404)
  }
})
