import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { declarerCourrielEnEchec } from '#usecases/courriel/declarer-courriel-en-echec'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import { unAgentEnBase, unCourriel } from '../workers/faits'
import { unMonde } from '../workers/monde'

describe('relancer un courriel', () => {
  const monde = unMonde('postgres')
  const deps = () => ({ db: monde.db, now: () => new Date('2025-06-02T08:00:00Z') })
  const read = (id: string) => monde.db.courriel.findUniqueOrThrow({ where: { id } })
  const promises = () => monde.db.outboxJob.count()
  const entries = () => monde.db.entreeJournal.count({ where: { acte: 'relancerCourriel' } })

  async function unCourrielEnEchec() {
    const { id } = await unCourriel(monde.db)
    await declarerCourrielEnEchec(deps(), { courrielId: id, motif: 'x'.repeat(2000) })
    return read(id)
  }

  test('a courriel in ECHEC waits anew, with one promise and one entry, and its old reason is gone', async () => {
    const { id, version, erreur } = await unCourrielEnEchec()
    expect(erreur).toHaveLength(500)
    const before = await promises()
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    expect(await relancerCourriel(deps(), agent, { courrielId: id, version })).toEqual({
      ok: true,
      value: { retenu: null },
    })
    expect(await read(id)).toMatchObject({ etat: 'A_ENVOYER', erreur: null, version: version + 1 })
    expect(await promises()).toBe(before + 1)
    expect(await entries()).toBe(1)
  })

  test('one that waits is refused, and nothing is written', async () => {
    const { id } = await unCourriel(monde.db)
    const [promised, written] = [await promises(), await entries()]
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    expect(await relancerCourriel(deps(), agent, { courrielId: id, version: 0 })).toEqual({
      ok: false,
      reason: 'COURRIEL_PAS_EN_ECHEC',
    })
    expect([await promises(), await entries()]).toEqual([promised, written])
  })

  test('of two officers at the same instant, one asks and the other is told', async () => {
    const { id, version } = await unCourrielEnEchec()
    const before = await promises()
    const agents = [await unAgentEnBase(monde.db, 'INSTRUCTEUR'), await unAgentEnBase(monde.db, 'RESPONSABLE')]
    const both = await Promise.allSettled(
      agents.map((agent) => relancerCourriel(deps(), agent, { courrielId: id, version })),
    )
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
    expect(await promises()).toBe(before + 1)
  })

  test('a page made before the failure moved is a Conflict', async () => {
    const { id, version } = await unCourrielEnEchec()
    const agent = await unAgentEnBase(monde.db, 'INSTRUCTEUR')
    await expect(relancerCourriel(deps(), agent, { courrielId: id, version: version - 1 })).rejects.toBeInstanceOf(
      Conflict,
    )
  })

  test('a lecteur may not, and an unknown courriel is not found', async () => {
    const { id, version } = await unCourrielEnEchec()
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    await expect(relancerCourriel(deps(), lecteur, { courrielId: id, version })).rejects.toBeInstanceOf(Forbidden)
    const agent = await unAgentEnBase(monde.db, 'ADMIN')
    await expect(relancerCourriel(deps(), agent, { courrielId: randomUUID(), version })).rejects.toBeInstanceOf(
      NotFound,
    )
  })
})
