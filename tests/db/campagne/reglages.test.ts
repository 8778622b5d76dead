import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { saisirReglement, type SaisieReglement } from '#domain/campagne/reglement'
import { Conflict } from '#infra/errors'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { prevoirReglages } from '#usecases/campagne/prevoir-reglages'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { SIGNATAIRE } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

/** Of a preview that nobody hurries. */
const LONGTEMPS = 60_000

describe('the réglages of a campagne', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let chef: Agent
  const deps = () => ({ db: world.db, now: () => NOW })

  beforeAll(async () => {
    world = await ownDb()
    chef = await unAgent(world.db, 'RESPONSABLE')
  })
  afterAll(() => world.drop())

  const saisir = async (code: string, change: Partial<SaisieReglement>) => {
    const campagne = await campagneDuCode(world.db, code)
    return {
      campagne: code,
      version: campagne.version,
      saisie: { ...saisirReglement(reglementDe(campagne)), ...change },
    }
  }
  const unMonde = () => uneCampagne(world.db, { reglages: { signataire: SIGNATAIRE } })

  test('what a change would do is said before it is done, and nothing is written', async () => {
    const campagne = await unMonde()
    const petit = await unDossier(world.db, { campagneId: campagne.id, montantDemandeCents: 100_000n })
    await unDossier(world.db, { campagneId: campagne.id, montantDemandeCents: 900_000n })
    const avant = await campagneDuCode(world.db, campagne.code)

    const prevus = await prevoirReglages(deps(), chef, await saisir(campagne.code, { montantMin: '2000' }), LONGTEMPS)

    expect(prevus).toMatchObject({
      ok: true,
      value: {
        differences: [{ champ: 'montantMin', avant: '', apres: '2000,00' }],
        effets: {
          RECEVABILITE: { examines: 2, enCours: 2, changent: 1, exemples: [petit.numero] },
          BLOQUANTS: { examines: 2, enCours: 2, changent: 0, exemples: [] },
        },
      },
    })
    expect(await campagneDuCode(world.db, campagne.code)).toEqual(avant)
  })

  test('a large campagne is looked at as long as allowed, a packet at least, and the answer says of how many', async () => {
    const campagne = await unMonde()
    for (let rang = 0; rang < 51; rang += 1) await unDossier(world.db, { campagneId: campagne.id })
    const saisi = await saisir(campagne.code, { montantMin: '20000' })
    const effets = (examines: number) => ({ examines, enCours: 51 })
    expect(await prevoirReglages(deps(), chef, saisi, 0)).toMatchObject({
      value: { effets: { RECEVABILITE: { ...effets(51), changent: 51 }, BLOQUANTS: effets(50) } },
    })
    expect(await prevoirReglages(deps(), chef, saisi, LONGTEMPS)).toMatchObject({
      value: { effets: { BLOQUANTS: effets(51) } },
    })
    expect(await campagneDuCode(world.db, campagne.code)).toMatchObject({ version: campagne.version })
  })

  test('what moves no dossier asks nothing of them', async () => {
    const { code } = await unMonde()
    const prevus = await prevoirReglages(deps(), chef, await saisir(code, { tauxAcompte: '50' }), LONGTEMPS)
    expect(prevus).toMatchObject({ ok: true, value: { effets: { RECEVABILITE: null, BLOQUANTS: null } } })
  })

  test('a yes saves what was shown and no other, and the journal tells each field before and after', async () => {
    const { code, id } = await unMonde()
    const saisi = await saisir(code, { seancesCp: '12/05/2025', pays: 'Allemagne', accuseFiche: '' })
    const prevus = await prevoirReglages(deps(), chef, saisi, LONGTEMPS)
    if (!prevus.ok) throw new Error(prevus.reason)
    const { vu } = prevus.value
    const autre = { ...saisi, saisie: { ...saisi.saisie, pays: 'Pologne' } }
    expect(await reglerCampagne(deps(), chef, { ...autre, vu })).toEqual({ ok: false, reason: 'APERCU_A_REVOIR' })

    expect(await reglerCampagne(deps(), chef, { ...saisi, vu })).toEqual({ ok: true, value: undefined })

    const { reglages } = reglementDe(await campagneDuCode(world.db, code))
    expect(reglages).toMatchObject({ seancesCp: ['2025-05-12'], pays: ['Allemagne'], accuseFiche: false })
    const [entree] = await world.db.entreeJournal.findMany({ where: { objetId: id, acte: 'reglerCampagne' } })
    expect(entree?.detail).toEqual({
      differences: [
        { champ: 'seancesCp', avant: '', apres: '12/05/2025' },
        { champ: 'pays', avant: '', apres: 'Allemagne' },
        { champ: 'accuseFiche', avant: 'oui', apres: '' },
      ],
    })
    await expect(reglerCampagne(deps(), chef, { ...saisi, vu })).rejects.toThrow(Conflict)
    await expect(prevoirReglages(deps(), chef, saisi, LONGTEMPS)).rejects.toThrow(Conflict)
  })

  test('a refusal names its field; who instructs neither looks nor sets', async () => {
    const { code } = await unMonde()
    const saisi = await saisir(code, { tauxMax: '101' })
    expect(await prevoirReglages(deps(), chef, saisi, LONGTEMPS)).toEqual({
      ok: false,
      reason: 'POURCENT_ILLISIBLE',
      detail: 'tauxMax',
    })
    const autre = await unAgent(world.db, 'INSTRUCTEUR')
    await expect(prevoirReglages(deps(), autre, saisi, LONGTEMPS)).rejects.toThrow(Forbidden)
    await expect(reglerCampagne(deps(), autre, { ...saisi, vu: '' })).rejects.toThrow(Forbidden)
  })
})
