import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { motsASortir } from '#infra/stores/acces/lien-secret'
import { ownDb } from '#support/own-db'
import { permisDePartir } from '#usecases/courriel/permis-de-partir'
import { choisirMotDePasse } from '#usecases/demandeur/choisir-mot-de-passe'
import { ecrireLienDeDemandeur } from '#usecases/demandeur/generer-mot-de-passe'

const MOT = 'quatre chevaux bleus dorment'
const DEMANDE = new Date('2027-04-09T08:00:00Z')
/** When the worker comes to it: what counts is when it was asked. */
const ECRIT_MS = 90_000
const [JOUR, SECONDE] = [24 * 3_600_000, 1_000]

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const a = (apresMs: number) => ({ db: own.db, now: () => new Date(DEMANDE.getTime() + apresMs) })

/** Somebody who asked for a password at DEMANDE, and the link that they were sent. */
async function unLien() {
  const { id } = await own.db.demandeur.create({
    data: { courriel: `${randomUUID()}@exemple.test`, prenom: 'Anne', nom: 'Pruvost', creeLe: DEMANDE },
  })
  const demandeId = randomUUID()
  await ecrireLienDeDemandeur(a(ECRIT_MS), { demandeId, demandeurId: id, demandeLe: DEMANDE.getTime() })
  const mail = await own.db.courriel.findUniqueOrThrow({
    where: { cleUnique: `mot-de-passe-extranet/${id}/${demandeId}` },
  })
  const jeton = /\/extranet\/mot-de-passe\/([\w-]{43})/.exec(motsASortir(mail).texte)?.[1] ?? ''
  return { id, mail, jeton }
}
const choisir = (jeton: string, apresMs: number) => choisirMotDePasse(a(apresMs), { jeton, motDePasse: MOT })
const aUnMot = async (id: string) =>
  (await own.db.demandeur.findUniqueOrThrow({ where: { id }, select: { motDePasse: true } })).motDePasse !== null

test('a link serves until the last second of its 24 hours, once', async () => {
  const { id, jeton } = await unLien()
  expect(await choisir(jeton, JOUR - SECONDE)).toMatchObject({ ok: true, value: { demandeurId: id } })
  expect(await aUnMot(id)).toBe(true)
  expect(await choisir(jeton, JOUR - SECONDE)).toEqual({ ok: false, reason: 'LIEN_INCONNU' })
})

test.each([0, SECONDE])('24 hours and %i ms after it was asked for, a link opens nothing', async (plusMs) => {
  const { id, jeton } = await unLien()
  expect(await choisir(jeton, JOUR + plusMs)).toEqual({ ok: false, reason: 'LIEN_INCONNU' })
  expect(await aUnMot(id)).toBe(false)
})

test('its mail says 24 hours, and leaves no more once they are over', async () => {
  const { mail } = await unLien()
  expect(mail.texte).toContain('24\u00a0heures')
  const part = (apresMs: number) => own.db.$transaction((tx) => permisDePartir(tx, mail, a(apresMs).now()))
  expect((await part(JOUR - SECONDE)).ok).toBe(true)
  expect((await part(JOUR + SECONDE)).ok).toBe(false)
})
