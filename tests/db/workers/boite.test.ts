import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { boiteDe } from '#infra/boite'
import { diskStorage } from '#infra/storage'
import { unCourriel } from '#support/courriels'
import { ownDovecot, type OwnDovecot } from '#support/courriel/dovecot'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import { startBoite } from '#workers/boite'
import { logger } from '#infra/logger'

let own: Awaited<ReturnType<typeof ownDb>>
let dovecot: OwnDovecot
const lecteurs: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  own = await ownDb()
  dovecot = await ownDovecot()
}, 60_000)
afterAll(async () => {
  await Promise.all(lecteurs.map((lecteur) => lecteur.close()))
  await dovecot.close()
  await own.drop()
})
beforeEach(async () => {
  await own.db.courrielRecu.deleteMany()
  await own.db.boiteCourriel.deleteMany()
  await own.db.outboxJob.deleteMany()
  await dovecot.avec(async (client) => {
    await client.mailboxOpen('INBOX')
    await client.messageDelete('1:*')
  })
})

let n = 0
const unMail = (texte = 'Bonjour') => {
  n += 1
  return unCourriel({ texte, entetes: { 'Message-ID': `<boite-${n}@exemple.test>`, Subject: `Message ${n}` } })
}

function lire(options = '') {
  const boite = boiteDe(dovecot.url + options)
  if (!boite) throw new Error('no mailbox')
  const storage = diskStorage(own.dataDir)
  // No clock wakes it within a test: what it sees, IDLE told it.
  const lecteur = startBoite({
    db: own.db,
    storage,
    now: () => new Date(),
    url: own.url,
    boite,
    log: logger,
    poll: 600_000,
    attente: 50,
  })
  lecteurs.push(lecteur)
  return lecteur
}

const gardes = () => own.db.courrielRecu.findMany({ orderBy: { creeLe: 'asc' } })
const attendre = (combien: number) =>
  until(
    `${combien} mails kept`,
    async () => ((await own.db.courrielRecu.count()) >= combien ? true : undefined),
    25_000,
  )
const presents = (dossier = 'INBOX') =>
  dovecot.avec(async (client) => (await client.mailboxOpen(dossier, { readOnly: true })).exists)

test('a message that arrives is kept whole, unread, and promised to a worker, while the box is listened to', async () => {
  const lecteur = lire()
  await until('the box to be seen', () => own.db.boiteCourriel.findFirst({ where: { vueLe: { not: null } } }))
  const mail = unMail('Bonjour, une question ?')
  await dovecot.deposer([mail])
  await attendre(1)
  const [recu] = await gardes()
  expect(recu).toMatchObject({ nature: 'ILLISIBLE', traiteLe: null, taille: mail.length })
  const storage = diskStorage(own.dataDir)
  expect((await storage.readAll(recu?.cle ?? '')).equals(mail)).toBe(true)
  const [promesse] = await own.db.outboxJob.findMany()
  expect(promesse).toMatchObject({ name: 'courriel-recu.traiter', payload: { courrielRecuId: recu?.id } })
  expect(await presents()).toBe(1)
  const vus = await dovecot.avec(async (client) => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    return client.search({ seen: true })
  })
  expect(vus).toEqual([])
  await traiterCourriel({ db: own.db, storage, now: () => new Date() }, { courrielRecuId: recu?.id ?? '' })
  expect((await gardes())[0]).toMatchObject({ nature: 'AUTRE', messageId: `boite-${n}@exemple.test` })
  await lecteur.close()
})

test('a reader that is started again goes on after the last message, and two readers bring each once', async () => {
  await dovecot.deposer([unMail(), unMail(), unMail()])
  const premier = lire()
  await attendre(3)
  await premier.close()
  await dovecot.deposer([unMail(), unMail()])
  const deux = [lire(), lire()]
  await attendre(5)
  await dovecot.deposer([unMail()])
  await attendre(6)
  await Promise.all(deux.map((lecteur) => lecteur.close()))
  expect(await own.db.courrielRecu.count()).toBe(6)
  expect(await presents()).toBe(6)
})

test('a folder numbered afresh is read from its start, and nothing in it is brought twice', async () => {
  await dovecot.deposer([unMail(), unMail()])
  const premier = lire()
  await attendre(2)
  await premier.close()
  const avant = await own.db.boiteCourriel.findFirstOrThrow()
  await dovecot.doveadm('mailbox', 'update', '-u', 'mcei', '--uid-validity', '424242', 'INBOX')
  await dovecot.deposer([unMail()])
  const second = lire()
  await attendre(3)
  await second.close()
  const apres = await own.db.boiteCourriel.findFirstOrThrow()
  expect([avant.uidValidite === 424242n, apres.uidValidite]).toEqual([false, 424242n])
  expect(await own.db.courrielRecu.count()).toBe(3)
})

test('a cut connection is opened again, and what came meanwhile is brought', async () => {
  const lecteur = lire()
  await dovecot.deposer([unMail()])
  await attendre(1)
  await dovecot.stop()
  await until('the cut to be told', () => own.db.boiteCourriel.findFirst({ where: { erreur: { not: null } } }))
  expect((await own.db.boiteCourriel.findFirstOrThrow()).erreur).toMatch(/ne répond pas\u00a0: la lecture reprendra/)
  await dovecot.start()
  await dovecot.deposer([unMail()])
  await attendre(2)
  await until('the box to be seen again', () => own.db.boiteCourriel.findFirst({ where: { erreur: null } }))
  await lecteur.close()
}, 60_000)

test('messages move only where the address says so, once they are kept', async () => {
  await dovecot.deposer([unMail(), unMail()])
  const sans = lire()
  await attendre(2)
  await sans.close()
  expect(await presents()).toBe(2)
  const avec = lire(`?deplacer=${encodeURIComponent('Traités')}`)
  await dovecot.deposer([unMail()])
  await attendre(3)
  await until('the folder to be empty', async () => (await presents()) === 0)
  await avec.close()
  expect(await presents('Traités')).toBe(3)
})

test('a wrong password, and a folder that is not there, are said in a sentence', async () => {
  for (const [url, phrase] of [
    [dovecot.url.replace('essai', 'faux'), /refuse le compte «\u00a0mcei\u00a0»/],
    [dovecot.url.replace('/INBOX', '/Absent'), /dossier «\u00a0Absent\u00a0» n’existe pas/],
  ] as const) {
    await own.db.boiteCourriel.deleteMany()
    const boite = boiteDe(url)
    if (!boite) throw new Error('no mailbox')
    const deps = { db: own.db, storage: diskStorage(own.dataDir), now: () => new Date(), url: own.url }
    const lecteur = startBoite({ ...deps, boite, log: logger, attente: 50 })
    const lue = await until('the refusal', () => own.db.boiteCourriel.findFirst({ where: { erreur: { not: null } } }))
    expect(lue.erreur).toMatch(phrase)
    await lecteur.close()
  }
}, 60_000)

test('a box of two thousand messages is brought whole, each once', async () => {
  await dovecot.deposer(Array.from({ length: 2_000 }, () => unMail()))
  const lecteur = lire()
  await until('two thousand mails kept', async () => (await own.db.courrielRecu.count()) >= 2_000, 150_000)
  await lecteur.close()
  expect(await own.db.courrielRecu.count()).toBe(2_000)
  expect(await presents()).toBe(2_000)
}, 240_000)
