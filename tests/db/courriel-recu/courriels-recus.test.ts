import { afterAll, beforeAll, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { apercuCourriel } from '#queries/courriel/apercu-courriel'
import { apercuPieceJointe } from '#queries/courriel-recu/apercu-piece-jointe'
import {
  courrielsRecus,
  CourrielsRecusParams,
  etatDeBoite,
  pageCourrielRecu,
} from '#queries/courriel-recu/courriels-recus'
import { pageCourriel } from '#queries/courriel/page-courriel'
import { courrielRecu, pieceJointe } from '#queries/courriel-recu/originaux-recus'
import { unCourriel } from '#support/courriels'
import { receptionDeps, recevoirMail } from '#support/reception'
import { ownDb } from '#support/own-db'
import { unCourriel as unEnvoi } from '../workers/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

test('a mail that is with no fiche nor dossier is listed with its reason, and opens', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const id = await recevoirMail(deps, 'q.eml', unCourriel({ texte: 'Les visas sont-ils éligibles ?' }))
  const { rows, comptes } = await courrielsRecus(own.db, CourrielsRecusParams.parse({ vue: 'a-classer' }))
  expect(comptes).toEqual({ 'a-repondre': 0, 'a-classer': 1, tous: 1 })
  expect(rows).toMatchObject([{ id, nature: 'AUTRE', motifNature: expect.stringContaining('Question') }])
  expect(await pageCourrielRecu(own.db, id)).toMatchObject({ id, fiches: [], dossier: null })
})

test('the mailbox says when it was read, why it is not, and nothing where there is none', async () => {
  await own.db.boiteCourriel.create({ data: { cle: 'imap://a@b:143/INBOX', uidValidite: 1n, erreur: 'En panne.' } })
  expect(await etatDeBoite(own.db, 'imap://a@b:143/INBOX')).toEqual({ vueLe: null, erreur: 'En panne.', aLire: 0 })
  expect(await etatDeBoite(own.db, null)).toBeNull()
})

test('a received mail is shown with its page cleaned and its files; those of another mail are not found through it', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const html = Buffer.from('<p onclick="x()">Bonjour<script>y()</script></p>')
  const entetes = { 'Message-ID': '<html@exemple.test>', 'Content-Type': 'text/html; charset=utf-8' }
  const id = await recevoirMail(deps, 'html.eml', unCourriel({ entetes, texte: html }))
  expect(await pageCourrielRecu(own.db, id)).toMatchObject({ misEnForme: true, pieces: [] })
  const page = await apercuCourriel(deps, { courriel: { id }, mots: '' })
  expect(page).toContain('Bonjour')
  expect(page).not.toMatch(/onclick|y\(\)/)

  const note = { nom: 'note.txt', contenu: Buffer.from('Le budget suivra.') }
  const joint = unCourriel({ entetes: { 'Message-ID': '<joint@exemple.test>' }, texte: 'Voir.', pieces: [note] })
  const avec = await recevoirMail(deps, 'joint.eml', joint)
  const { pieces } = await pageCourrielRecu(own.db, avec)
  expect(pieces).toMatchObject([{ nom: 'note.txt', ouverture: 'LIBRE_NON_ANALYSE' }])
  const pieceId = pieces[0]?.id ?? ''
  expect(await apercuPieceJointe(deps, { courriel: { id: avec }, pieceId })).not.toBeNull()
  const dici = await pieceJointe(own.db, { courriel: { id: avec }, pieceId })
  expect(await deps.storage.readAll(dici.cle)).toEqual(note.contenu)
  await expect(pieceJointe(own.db, { courriel: { id }, pieceId })).rejects.toThrow(NotFound)
  await expect(apercuPieceJointe(deps, { courriel: { id }, pieceId })).rejects.toThrow(NotFound)
})

test('a mail that could not be read opens, and is given back as it came', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const contenu = Buffer.alloc(64, 0xd0)
  const id = await recevoirMail(deps, 'abime', contenu)
  expect(await pageCourrielRecu(own.db, id)).toMatchObject({ nature: 'ILLISIBLE', misEnForme: false, pieces: [] })
  const original = await courrielRecu(own.db, { id })
  expect(original).toMatchObject({ nom: 'abime.eml', typeMime: 'message/rfc822' })
  expect(await deps.storage.readAll(original.cle)).toEqual(contenu)
})

test('a mail of ours says what was received in answer, the newest first', async () => {
  const deps = receptionDeps(own.db, own.dataDir)
  const { id } = await unEnvoi(own.db, {})
  const recus = []
  for (const rang of [1, 2]) {
    const entetes = { 'Message-ID': `<rep-${rang}@exemple.test>`, Date: `Tue, ${rang} Jul 2025 11:00:00 +0200` }
    const recu = await recevoirMail(deps, `rep-${rang}.eml`, unCourriel({ entetes, texte: `Merci ${rang}` }))
    await own.db.courrielRecu.update({ where: { id: recu }, data: { reponseAId: id } })
    recus.unshift(recu)
  }
  expect((await pageCourriel(own.db, id)).reponses.map((reponse) => reponse.id)).toEqual(recus)
})
