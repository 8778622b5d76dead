import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preuveDe } from '#domain/courriel/preuve'
import { ownDb } from '#support/own-db'
import { receptionDeps, recevoirMail } from '#support/reception'
import { ECHANTILLONS } from '#support/retours/echantillons'
import type { Attendu } from '#support/retours/rapport'
import { unCourriel } from '../workers/faits'

let own: Awaited<ReturnType<typeof ownDb>>

beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

/** Another mail that left at the same time, to the same domain: it is to stay as it was. */
async function parti() {
  const destinataire = `perdue-${randomUUID().slice(0, 8)}@asso.exemple.test`
  const { id } = await unCourriel(own.db, { destinataire })
  const { jetonRetour: jeton } = await own.db.courriel.update({
    where: { id },
    data: { etat: 'ENVOYE', envoyeLe: new Date() },
  })
  return { id, jeton, destinataire, retour: `mcei+${jeton}@departement.exemple.test` }
}

const ATTENDU = {
  REFUSE: { preuve: 'REFUSE', retard: false, actes: ['constaterNonRemise'] },
  RETARD: { preuve: 'REMIS_AU_RELAIS', retard: true, actes: ['constaterRetard'] },
  REMIS_AU_SERVEUR: { preuve: 'REMIS_AU_SERVEUR', retard: false, actes: ['constaterRemise'] },
  RELAYE: { preuve: 'REMIS_AU_RELAIS', retard: false, actes: ['constaterRelais'] },
  RIEN: { preuve: 'REMIS_AU_RELAIS', retard: false, actes: [] },
} as const satisfies Record<Attendu, object>

test('there are sixty of them at least, each another', () => {
  expect(new Set(ECHANTILLONS.map(({ nom }) => nom)).size).toBe(ECHANTILLONS.length)
  expect(ECHANTILLONS.length).toBeGreaterThanOrEqual(60)
})

test.each(ECHANTILLONS.map((un) => [un.nom, un] as const))('%s', async (_, { attendu, contenu }) => {
  const [notre, voisin] = [await parti(), await parti()]
  const deps = receptionDeps(own.db, own.dataDir)
  // Twice, as a box that is read again gives it.
  const rapport = contenu(notre)
  for (const nom of ['un', 'deux']) await recevoirMail(deps, `${nom}.eml`, rapport)
  const lu = await own.db.courriel.findUniqueOrThrow({ where: { id: notre.id } })
  const actes = await own.db.entreeJournal.findMany({
    where: { objet: 'courriel', objetId: notre.id, acte: { not: 'envoyerCourriel' } },
    select: { acte: true },
  })
  expect({
    preuve: preuveDe(lu),
    retard: lu.mentionRetour !== null,
    actes: actes.map(({ acte }) => acte),
  }).toEqual(ATTENDU[attendu])
  expect(await own.db.courriel.findUniqueOrThrow({ where: { id: voisin.id } })).toMatchObject({
    ...{ etat: 'ENVOYE', version: 0, remisAuServeurLe: null, mentionRetour: null },
  })
})
