import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NotFound } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { campagneAnnoncee, campagnesAnnoncees } from '#queries/extranet/campagnes-annoncees'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { REPONSES } from '#support/pre-projet/reponses'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import { envoyerFiche } from '#usecases/extranet/envoyer-fiche'

const AIDEE = '2027-05-06T09:05:00Z'
const SANS_AIDE = '2027-07-06T09:05:00Z'
/** The last second of the last day to deposit, in Paris, and the one after. */
const DERNIERE = '2027-09-30T21:59:59Z'
const APRES = '2027-09-30T22:00:00Z'

describe('a fiche filled on line', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let ips = 0
  const depsA = (le: string) => ({ db: own.db, storage: diskStorage(own.dataDir), now: () => new Date(le) })

  beforeAll(async () => {
    own = await ownDb()
    await ouvrirCampagnes(own.db, 2027, {})
  })
  afterAll(() => own.drop())
  beforeEach(async () => {
    await own.db.campagne.updateMany({ data: { etat: 'OUVERTE', fermeeLe: null } })
  })

  type Envoi = { textes?: Partial<typeof REPONSES>; code?: string; le?: string; cleEnvoi?: string | null; ip?: string }

  const envoyer = ({ textes = {}, code = 'JUM-2027', le = AIDEE, cleEnvoi = randomUUID(), ip }: Envoi = {}) =>
    envoyerFiche(depsA(le), {
      code,
      textes: { ...REPONSES, titre: `Fresque ${ips}`, courriel: `camille.${(ips += 1)}@exemple.test`, ...textes },
      ip: ip ?? `192.0.2.${ips}`,
      cleEnvoi,
    })

  /** Has the mails that were kept read, as a worker does; gives the fiche of the last one. */
  async function lireTout(le = AIDEE) {
    const aLire = await own.db.courrielRecu.findMany({
      where: { traiteLe: null },
      orderBy: { creeLe: 'asc' },
      select: { id: true },
    })
    for (const { id } of aLire) await traiterCourriel(depsA(le), { courrielRecuId: id })
    const { preProjetId } = await own.db.courrielRecu.findUniqueOrThrow({ where: { id: aLire.at(-1)?.id ?? '' } })
    return own.db.preProjet.findUnique({ where: { id: preProjetId ?? '' }, include: { campagne: true } })
  }

  test('it is a mail kept whole, promised to a worker, then a fiche of that campagne of which nothing was guessed, and it is answered', async () => {
    const description = 'Programme :\nBudget total : 1 €\nSIRET : 000\nPays : Chili'
    expect(await envoyer({ textes: { courriel: 'camille@exemple.test', description } })).toMatchObject({ ok: true })
    const recu = await own.db.courrielRecu.findFirstOrThrow({ where: { traiteLe: null } })
    expect(JSON.stringify(await own.db.outboxJob.findMany())).toContain(recu.id)
    const fiche = await lireTout()
    expect(fiche?.campagne?.code).toBe('JUM-2027')
    expect(fiche).toMatchObject({
      structureNom: REPONSES.structure,
      genre: 'association',
      coutTotalCents: 1_200_000n,
      montantSouhaiteCents: 450_050n,
      aRelire: [],
      horsDelai: false,
    })
    expect(fiche?.champs).toMatchObject({
      description: { valeur: description, confiance: 'CERTAIN' },
      pays: { valeur: 'Allemagne', confiance: 'CERTAIN', source: { fichier: 'fiche-pre-projet.docx' } },
    })
    const lu = await own.db.courrielRecu.findUniqueOrThrow({ where: { id: recu.id }, include: { pieces: true } })
    expect(lu).toMatchObject({ de: 'camille@exemple.test', deNom: 'Camille Duriez', preProjetId: fiche?.id })
    expect(lu.pieces.map(({ nom }) => nom)).toEqual(['fiche-pre-projet.docx'])
    expect(await own.db.courriel.findMany({ where: { preProjetId: fiche?.id }, select: { modele: true } })).toEqual([
      { modele: 'fiche_recue' },
    ])
  })

  test('pressed twice it is one fiche; sent anew with its title it is the next version of the same', async () => {
    const avant = await own.db.preProjet.count()
    const deux = { textes: { titre: 'Deux fois', courriel: 'deux@exemple.test' }, cleEnvoi: randomUUID() }
    await envoyer(deux)
    await envoyer(deux)
    await lireTout()
    expect(await own.db.preProjet.count()).toBe(avant + 1)
    await envoyer({ textes: { ...deux.textes, nbJeunes: '30' } })
    expect((await lireTout())?.nbJeunes).toBe(30)
    expect(await own.db.preProjet.count()).toBe(avant + 1)
  })

  test('a name that would be a header, and words that would be a page, are words', async () => {
    await envoyer({ textes: { titre: 'Titre <b>gras</b>', contact: 'Camille" <autre@exemple.test>, "X' } })
    const lu = await own.db.courrielRecu.findFirstOrThrow({ where: { traiteLe: null } })
    const fiche = await lireTout()
    expect(fiche?.titre).toBe('Titre <b>gras</b>')
    expect(await own.db.courrielRecu.findUniqueOrThrow({ where: { id: lu.id } })).toMatchObject({
      de: expect.stringMatching(/^camille\.\d+@exemple\.test$/) as string,
      sujet: expect.stringContaining('Titre <b>gras</b>') as string,
    })
  })

  test('after the day to be helped it is taken, and said to be late; after the last day to deposit it is not', async () => {
    expect(await envoyer({ le: SANS_AIDE, textes: { titre: 'En retard' } })).toMatchObject({ ok: true })
    expect(await lireTout(SANS_AIDE)).toMatchObject({ titre: 'En retard', horsDelai: true })
    expect(await envoyer({ le: DERNIERE, textes: { titre: 'Dernière seconde' } })).toMatchObject({ ok: true })
    expect(await lireTout(DERNIERE)).toMatchObject({ titre: 'Dernière seconde' })
    expect(await envoyer({ le: APRES })).toMatchObject({ ok: false, reason: 'CAMPAGNE_CLOSE' })
  })

  test.each(['FERMEE', 'EN_PREPARATION', 'ARCHIVEE'] as const)('a campagne that is %s takes none', async (etat) => {
    await own.db.campagne.updateMany({
      where: { code: 'JUM-2027' },
      data: { etat, fermeeLe: etat === 'EN_PREPARATION' ? null : new Date('2027-04-30') },
    })
    const avant = await own.db.courrielRecu.count()
    expect(await envoyer()).toMatchObject({ ok: false, reason: 'CAMPAGNE_CLOSE' })
    expect(await own.db.courrielRecu.count()).toBe(avant)
    const page = campagneAnnoncee(own.db, 'JUM-2027', { now: new Date(AIDEE), genre: null })
    if (etat === 'FERMEE') expect((await page).moment).toBe('CLOSE')
    else await expect(page).rejects.toThrow(NotFound)
    expect((await campagnesAnnoncees(own.db, new Date(AIDEE))).map(({ code }) => code)).toEqual(['MEI-2027'])
  })

  test('what is refused is told field by field, and nothing is kept; a campagne that nobody knows is not there', async () => {
    const avant = await own.db.courrielRecu.count()
    expect(await envoyer({ textes: { pays: '', coutTotal: 'beaucoup' } })).toMatchObject({
      ok: false,
      reason: 'REPONSES',
      refusees: [
        { champ: 'pays', refus: 'SANS_REPONSE' },
        { champ: 'coutTotal', refus: 'MONTANT_INVALIDE' },
      ],
    })
    await expect(envoyer({ code: 'MEI-1999' })).rejects.toThrow(NotFound)
    expect(await own.db.courrielRecu.count()).toBe(avant)
  })

  test('where there is no room it is told so, and nothing says that it came', async () => {
    const avant = await own.db.courrielRecu.count()
    const plein = { ...depsA(AIDEE), storage: diskStorage(own.dataDir, { free: () => Promise.resolve(0) }) }
    const textes = { ...REPONSES, courriel: 'sans.place@exemple.test' }
    const envoi = { code: 'JUM-2027', textes, ip: '203.0.113.9', cleEnvoi: null }
    expect(await envoyerFiche(plein, envoi)).toMatchObject({ ok: false, reason: 'SANS_PLACE' })
    expect(await own.db.courrielRecu.count()).toBe(avant)
  })

  test.each([
    ['from one place', (n: number) => ({ ip: '198.51.100.7', textes: { courriel: `de.la.${n}@exemple.test` } })],
    ['to one address', () => ({ textes: { courriel: 'une.seule@exemple.test' } })],
  ])('a run of fiches %s waits, and none of what waits is kept', async (_, commeCela) => {
    const reponses = []
    for (let n = 0; n < 8; n += 1) reponses.push(await envoyer(commeCela(n)))
    const attente = reponses.find((une) => !une.ok)
    expect(attente).toMatchObject({ reason: 'TROP_D_ESSAIS' })
    const prises = reponses.filter(({ ok }) => ok).length
    expect(prises).toBeGreaterThanOrEqual(5)
    expect(await own.db.courrielRecu.count({ where: { traiteLe: null } })).toBe(prises)
    await lireTout()
  })

  test('who reads a campagne is told which pièces their structure owes, in the portal’s words', async () => {
    const lire = (genre: 'association' | 'commune' | 'particulier') =>
      campagneAnnoncee(own.db, 'JUM-2027', { now: new Date(AIDEE), genre })
    const noms = (await lire('association')).pieces?.map(({ nom }) => nom) ?? []
    expect(noms).toContain('Récépissé de déclaration à la Préfecture')
    expect((await lire('commune')).pieces?.map(({ nom }) => nom)).not.toContain(
      'Récépissé de déclaration à la Préfecture',
    )
    expect((await lire('particulier')).pieces).toBeNull()
  })
})
