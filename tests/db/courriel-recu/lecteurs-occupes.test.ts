import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { loadCourrielRecu } from '#infra/stores/courriel-recu/courriel-recu'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { unCourriel } from '#support/courriels'
import { ownDb } from '#support/own-db'
import { receptionDeps } from '#support/reception'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import { occuperLesLecteurs } from './lecteurs-pleins'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
})
afterAll(() => own.drop())

test('a mail that comes when too many files wait to be read is kept as it is, unread and no fault of its own, and read afterwards', async () => {
  const contenu = unCourriel({ texte: 'Bonjour, où en est notre dossier ?' })
  const cle = newKey('courriels', 'eml')
  await deps.storage.put(cle, contenu)
  const sha256 = createHash('sha256').update(contenu).digest('hex')
  const arrive = { cle, nomFichier: 'message.eml', taille: contenu.length, sha256, recuLe: deps.now(), le: deps.now() }
  const { id } = await own.db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: true }))

  const attendent = occuperLesLecteurs()
  await expect(traiterCourriel(deps, { courrielRecuId: id })).rejects.toBeInstanceOf(LecteursOccupes)
  expect(await loadCourrielRecu(own.db, id)).toMatchObject({ traiteLe: null, cle })
  expect(await deps.storage.size(cle)).toBe(contenu.length)
  expect(await own.db.outboxJob.count({ where: { name: 'courriel-recu.traiter' } })).toBe(1)

  await attendent
  await traiterCourriel(deps, { courrielRecuId: id })
  const lu = await loadCourrielRecu(own.db, id)
  expect(lu.traiteLe).toEqual(deps.now())
  expect(lu.nature).not.toBe('ILLISIBLE')
})
