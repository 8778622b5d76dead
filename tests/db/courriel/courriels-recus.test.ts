import { afterAll, beforeAll, expect, test } from 'vitest'
import { courrielsRecus, CourrielsRecusParams, etatDeBoite, ficheCourrielRecu } from '#queries/courriels-recus'
import { unCourriel } from '#support/courriels'
import { intakeDeps, recevoirMail } from '#support/intake'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

test('a mail that is with no fiche nor dossier is listed with its reason, and opens', async () => {
  const deps = intakeDeps(own.db, own.dataDir)
  const id = await recevoirMail(deps, 'q.eml', unCourriel({ texte: 'Les visas sont-ils éligibles ?' }))
  const { rows, aClasser, tous } = await courrielsRecus(own.db, CourrielsRecusParams.parse({ sens: 'recus' }))
  expect([aClasser, tous]).toEqual([1, 1])
  expect(rows).toMatchObject([{ id, nature: 'AUTRE', motifNature: expect.stringContaining('Question') }])
  expect(await ficheCourrielRecu(own.db, id)).toMatchObject({ id, preProjet: null, dossier: null })
})

test('the mailbox says when it was read, why it is not, and nothing where there is none', async () => {
  await own.db.boiteCourriel.create({ data: { cle: 'imap://a@b:143/INBOX', uidValidite: 1n, erreur: 'En panne.' } })
  expect(await etatDeBoite(own.db, 'imap://a@b:143/INBOX')).toEqual({ vueLe: null, erreur: 'En panne.', aLire: 0 })
  expect(await etatDeBoite(own.db, null)).toBeNull()
})
