import { beforeEach, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import type { CauseEchec } from '#domain/courriel/echec-envoi'
import { relancerCourriels as commande } from '#cli/relancer-courriels'
import { diskStorage } from '#infra/storage'
import { courrielsEnEchec } from '#queries/courriel/courriels-en-echec'
import { relancerCourriels } from '#usecases/courriel/relancer-courriels'
import { unAgentEnBase, unCourriel } from '../workers/faits'
import { unMonde } from '../workers/monde'

const LE = new Date('2025-06-02T08:00:00Z')

describe('mails that failed, sent again', () => {
  const monde = unMonde('postgres')
  const deps = () => ({ db: monde.db, now: () => LE })

  beforeEach(async () => {
    await monde.db.courriel.deleteMany()
    await monde.db.outboxJob.deleteMany()
  })

  async function enEchec(cause: CauseEchec, erreur = '', echecLe = LE) {
    const { id } = await unCourriel(monde.db)
    await monde.db.outboxJob.deleteMany()
    return monde.db.courriel.update({ where: { id }, data: { etat: 'ECHEC', cause, erreur, echecLe } })
  }
  const etat = async ({ id }: { id: string }) => (await monde.db.courriel.findUniqueOrThrow({ where: { id } })).etat
  const commander = (values: Record<string, string>) =>
    commande.run(
      {
        db: () => Promise.resolve(monde.db),
        deps: () => Promise.resolve({ ...deps(), storage: diskStorage(monde.dir) }),
        clock: () => 0,
        tell: () => undefined,
      },
      { positionals: [], flags: new Set(), values },
    )
  const agent = () => unAgentEnBase(monde.db, 'INSTRUCTEUR')

  test('those that are chosen, each on the version that was shown', async () => {
    const [un, deux, trois] = [await enEchec('BOITE_PLEINE'), await enEchec('REFUSE'), await enEchec('REFUSE')]
    const vises = [
      { courrielId: un.id, version: un.version },
      { courrielId: deux.id, version: deux.version - 1 },
    ]
    expect(await relancerCourriels(deps(), await agent(), { vises })).toEqual({ relances: 1, retenus: 0, autres: 1 })
    expect([await etat(un), await etat(deux), await etat(trois)]).toEqual(['A_ENVOYER', 'ECHEC', 'ECHEC'])
    expect(await monde.db.outboxJob.count()).toBe(1)
    expect(await monde.db.courriel.findUnique({ where: { id: un.id } })).toMatchObject({ cause: null, echecLe: null })
    const journal = await monde.db.entreeJournal.findMany({ orderBy: { id: 'desc' }, take: 2 })
    expect(journal.map(({ acte }) => acte)).toEqual(['relancerCourriels', 'relancerCourriel'])
  })

  test('those of a cause, up to the instant of the page', async () => {
    const [un, autre] = [await enEchec('BOITE_PLEINE'), await enEchec('REFUSE')]
    const apres = await enEchec('BOITE_PLEINE', '', new Date(LE.getTime() + 1))
    const faits = await relancerCourriels(deps(), await agent(), { cause: 'BOITE_PLEINE', jusqua: LE })
    expect(faits).toEqual({ relances: 1, retenus: 0, autres: 0 })
    expect([await etat(un), await etat(autre), await etat(apres)]).toEqual(['A_ENVOYER', 'ECHEC', 'ECHEC'])
  })

  test('what may have arrived is sent again only when it is asked for by its name', async () => {
    const incertain = await enEchec('ISSUE_INCONNUE')
    await monde.db.courriel.update({ where: { id: incertain.id }, data: { transmisLe: LE } })
    expect(await relancerCourriels(deps(), await agent(), { jusqua: LE })).toMatchObject({ relances: 0 })
    expect(await relancerCourriels(deps(), await agent(), { cause: 'ISSUE_INCONNUE', jusqua: LE })).toMatchObject({
      relances: 1,
    })
    expect(await monde.db.courriel.findUnique({ where: { id: incertain.id } })).toMatchObject({ transmisLe: null })
  })

  test('the gate is asked: what has lapsed meanwhile is held, with the reason, and no promise', async () => {
    const { id, version } = await enEchec('BOITE_PLEINE')
    await monde.db.courriel.update({ where: { id }, data: { modele: 'decision_favorable', faitLe: LE } })
    const faits = await relancerCourriels(deps(), await agent(), { vises: [{ courrielId: id, version }] })
    expect(faits).toEqual({ relances: 0, retenus: 1, autres: 0 })
    expect(await monde.db.courriel.findUnique({ where: { id } })).toMatchObject({
      etat: 'RETENU',
      motifRetenue: 'FAIT_CADUC',
    })
    expect(await monde.db.outboxJob.count()).toBe(0)
  })

  test('a lecteur may not', async () => {
    const { id, version } = await enEchec('REFUSE')
    const lecteur = await unAgentEnBase(monde.db, 'LECTEUR')
    const vises = [{ courrielId: id, version }]
    await expect(relancerCourriels(deps(), lecteur, { vises })).rejects.toBeInstanceOf(Forbidden)
  })

  test('the page heaps them by cause, in the order of the list', async () => {
    await enEchec('REFUSE')
    await enEchec('ADRESSE_INCONNUE')
    await enEchec('REFUSE')
    expect((await courrielsEnEchec(monde.db)).map(({ cause, nombre }) => [cause, nombre])).toEqual([
      ['ADRESSE_INCONNUE', 1],
      ['REFUSE', 2],
    ])
  })

  test.each([
    ['a code', { cause: 'boite_pleine' }, { relances: 1, restants: 3 }],
    ['words of the server', { cause: 'over quota 50%' }, { relances: 1, restants: 3 }],
    ['a day', { depuis: '2025-06-02' }, { relances: 2, restants: 2 }],
    ['nothing: all but what may have arrived', {}, { relances: 3, restants: 1 }],
  ])('from a terminal, by %s', async (_quoi, args, attendu) => {
    await enEchec('BOITE_PLEINE', '552 5.2.2 over quota 50% more')
    await enEchec('REFUSE', '554 over quota 501')
    await enEchec('REFUSE', '554 no', new Date('2025-05-01T08:00:00Z'))
    await enEchec('ISSUE_INCONNUE', '', new Date('2025-05-01T08:00:00Z'))
    expect(await commander(args)).toMatchObject({ ok: true, json: attendu })
  })

  test('a day that does not exist is a wrong usage', async () => {
    await expect(commander({ depuis: '2025-02-30' })).rejects.toMatchObject({ exit: 2 })
  })
})
