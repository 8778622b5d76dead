import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RYTHME } from '#domain/courriel/suspension'
import { etatDuRelais } from '#infra/relais'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { constaterEchec } from '#usecases/courriel/constater-echec'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { faireAvancer } from '#usecases/courriel/allure/faire-avancer'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { transmettreCourriel } from '#usecases/courriel/transmettre-courriel'
import { start } from '#workers/start'
import { unCourriel } from '../workers/faits'
import { log, STORES, unMonde } from '../workers/monde'

const DOMAINES = ['orange.fr', 'wanadoo.fr']
const duGroupe = (adresse: string) => DOMAINES.some((domaine) => adresse.toLowerCase().endsWith(`@${domaine}`))

describe.each(STORES)('sixty mails to Orange and Wanadoo, sixty elsewhere, three workers, the queue in %s', (kind) => {
  const monde = unMonde(kind)
  let smtp: OwnSmtp
  beforeAll(async () => {
    smtp = await ownSmtp()
  })
  afterAll(() => smtp.close())

  test('never more than three at once to the group; the others are gone before it ends, and no try is counted for a wait', async () => {
    const aLaFois = { groupe: 0, max: 0 }
    const partis: boolean[] = []
    smtp.answer = (adresse) => {
      if (duGroupe(adresse)) aLaFois.max = Math.max(aLaFois.max, (aLaFois.groupe += 1))
      return null
    }
    smtp.tenir = async (adresse) => {
      const groupe = duGroupe(adresse)
      await setTimeout(groupe ? 60 : 5)
      if (groupe) aLaFois.groupe -= 1
      partis.push(groupe)
    }
    // The group's own come first: what waits for its turn stands in nobody's way.
    for (let i = 0; i < 60; i += 1)
      await unCourriel(monde.db, { destinataire: `Jean${i}@${i % 2 ? 'Orange.fr' : 'wanadoo.fr'}` })
    for (let i = 0; i < 60; i += 1) await unCourriel(monde.db, { destinataire: `mairie${i}@exemple.test` })
    const env = {
      ...{ DATABASE_URL: monde.url, REDIS_URL: monde.redis?.url, SMTP_URL: smtp.url, IMAP_URL: undefined },
      ...{ CLAMD_URL: undefined, DATA_DIR: monde.dir, MAIL_FROM: { name: 'MCEI', address: 'mcei@exemple.test' } },
      ...{ MAIL_REPLY_TO: undefined, MAIL_RETOUR: undefined },
    }
    const ouvriers = await Promise.all([0, 1, 2].map(() => start(env, log)))
    try {
      await until('all mails to be gone', () => Promise.resolve(partis.length >= 120), 40_000)
      await until(
        'all rows to say so',
        async () => (await monde.db.courriel.count({ where: { etat: 'ENVOYE' } })) === 120,
      )
    } finally {
      await Promise.all(ouvriers.map((ouvrier) => ouvrier.close()))
    }
    expect(aLaFois.max).toBe(3)
    expect(partis.lastIndexOf(false)).toBeLessThan(partis.lastIndexOf(true) - 20)
    expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(120)
    expect(smtp.mails).toHaveLength(120)
    expect(await monde.db.courriel.count({ where: { tentatives: { not: 1 } } })).toBe(0)
    expect(await etatDuRelais(monde.db)).toMatchObject({ aTour: 0 })
  }, 60_000)
})

describe('the places of a group', () => {
  const monde = unMonde('postgres')
  let instant = new Date('2025-06-02T08:00:00Z')
  const deps = () => ({ db: monde.db, now: () => instant, rythme: RYTHME })
  const avancer = (ms: number) => (instant = new Date(instant.getTime() + ms))
  const prendre = (id: string) => prendreDepart(deps(), id)
  const lire = (id: string) => monde.db.courriel.findUniqueOrThrow({ where: { id } })
  const promis = (id: string) =>
    monde.db.outboxJob.count({ where: { name: 'courriel.envoyer', payload: { equals: { courrielId: id } } } })

  beforeEach(async () => {
    await monde.db.courriel.deleteMany()
    await monde.db.outboxJob.deleteMany()
    await monde.db.groupeDeServeurs.updateMany({ data: { simultanes: 3, parHeure: null } })
  })

  /** So many mails to the group; the first three are on their way. */
  async function quatre() {
    const ids = []
    for (let i = 0; i < 4; i += 1) ids.push((await unCourriel(monde.db, { destinataire: `a${i}@orange.fr` })).id)
    const pris = []
    for (const id of ids) pris.push(await prendre(id))
    return { ids, pris, dernier: ids[3] ?? '' }
  }

  test('a fourth waits and counts no try; the first that ends, taken or not, lets it go with the same commit', async () => {
    const { ids, pris, dernier } = await quatre()
    expect(pris.map((depart) => depart !== null)).toEqual([true, true, true, false])
    expect(await lire(dernier)).toMatchObject({ attendTourDepuis: instant, tentatives: 0, prise: null })
    expect(await etatDuRelais(monde.db)).toMatchObject({ aTour: 1 })
    const ailleurs = await unCourriel(monde.db)
    expect(await prendre(ailleurs.id)).not.toBeNull()
    await declarerCourrielEnvoye(deps(), { courrielId: ids[0] ?? '', prise: pris[0]?.prise ?? '', ...PRIS })
    expect([(await lire(dernier)).attendTourDepuis, await promis(dernier)]).toEqual([null, 2])
    expect(await prendre(dernier)).not.toBeNull()

    const { id: cinquieme } = await unCourriel(monde.db, { destinataire: 'e@wanadoo.fr' })
    expect(await prendre(cinquieme)).toBeNull()
    const echec = { etape: 'MESSAGE', code: '', reponse: '550 5.1.1 Non', transmis: true } as const
    await constaterEchec(deps(), { courrielId: ids[1] ?? '', prise: pris[1]?.prise ?? '', echec, sonde: false })
    expect(await promis(cinquieme)).toBe(2)
    expect(await prendre(cinquieme)).not.toBeNull()
  })

  test('a worker that died gives its place back once its hold has lapsed; one whose server was reading, later', async () => {
    const { ids, pris, dernier } = await quatre()
    const transmis = { courrielId: ids[0] ?? '', prise: pris[0]?.prise ?? '' }
    await transmettreCourriel(deps(), { ...transmis, copie: PRIS.copie })
    expect(await faireAvancer(deps())).toBe(0)
    avancer(RYTHME.bail + 1_000)
    const autres = []
    for (const nom of ['x', 'y']) autres.push(await unCourriel(monde.db, { destinataire: `${nom}@wanadoo.fr` }))
    // Two holds have lapsed, the one that was being read has not: two of those that wait go.
    await monde.db.courriel.updateMany({
      where: { id: { in: autres.map(({ id }) => id) } },
      data: { attendTourDepuis: instant },
    })
    expect(await faireAvancer(deps())).toBe(2)
    expect(await promis(dernier)).toBe(2)
    expect(await faireAvancer(deps())).toBe(1)
    avancer(RYTHME.silence)
    expect(await prendre(dernier)).not.toBeNull()
  })

  test('an hour is bounded where it is said to be; what waits for a group that is taken away goes', async () => {
    await monde.db.groupeDeServeurs.updateMany({ data: { simultanes: 10, parHeure: 3 } })
    const { pris, dernier } = await quatre()
    expect(pris.map((depart) => depart !== null)).toEqual([true, true, true, false])
    expect(await faireAvancer(deps())).toBe(0)
    avancer(60 * 60_000 + 1_000)
    expect(await faireAvancer(deps())).toBe(1)
    await monde.db.courriel.update({ where: { id: dernier }, data: { attendTourDepuis: instant } })
    await monde.db.groupeDeServeurs.deleteMany()
    expect(await faireAvancer(deps())).toBe(1)
    expect((await lire(dernier)).attendTourDepuis).toBeNull()
  })
})
