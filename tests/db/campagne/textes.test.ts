import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { emplacementsDe } from '#emails/textes-saisis'
import { envoiDeCourriel } from '#jobs/catalogue'
import { Conflict } from '#infra/errors'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { apercuTextes } from '#queries/campagne/apercu-textes'
import { textesDeLaCampagne, textesDuCourriel } from '#queries/campagne/textes-campagne'
import { essayerTextes } from '#usecases/campagne/essayer-textes'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { reglerTextes } from '#usecases/campagne/regler-textes'
import { accuserReception } from '#usecases/dossier/accuser-reception'
import { MODELES_A_TEXTES } from '#domain/courriel/textes'
import { SIGNATAIRE } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

/** The day after the deposits. */
const DEPOT = new Date('2025-04-11T08:00:00Z')
const ACCUSE = 'ar_depot'
const maison = Object.fromEntries(emplacementsDe(ACCUSE).map(({ cle, maison: mots }) => [cle, mots]))

describe('the texts of the mails of a campagne', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let chef: Agent
  const deps = () => ({ db: world.db, now: () => NOW })

  beforeAll(async () => {
    world = await ownDb()
    chef = await unAgent(world.db, 'RESPONSABLE')
  })
  afterAll(() => world.drop())

  const unMonde = () => uneCampagne(world.db, { reglages: { signataire: SIGNATAIRE, accuseReception: true } })
  const vise = async (code: string, change: Record<string, string>) =>
    ({
      code,
      version: (await campagneDuCode(world.db, code)).version,
      modele: ACCUSE,
      saisie: { ...maison, ...change },
    }) as const

  test('a mail promised before keeps its words; the next one has the new; each version says who, when and what', async () => {
    const { id: campagneId, code } = await unMonde()
    const avant = await unDossier(world.db, { campagneId })
    const apres = await unDossier(world.db, { campagneId })
    const accuser = (dossierId: string) => world.db.$transaction((tx) => accuserReception(tx, dossierId, DEPOT))
    await accuser(avant.id)
    expect(await reglerTextes(deps(), chef, await vise(code, { fin: 'À très bientôt.' }))).toEqual({
      ok: true,
      value: { numero: 1 },
    })
    await accuser(apres.id)

    const texteDe = async (dossierId: string) =>
      (await world.db.courriel.findFirstOrThrow({ where: { dossierId } })).texte
    expect(await texteDe(avant.id)).not.toContain('À très bientôt.')
    expect(await texteDe(apres.id)).toContain('À très bientôt.')
    expect((await textesDuCourriel(world.db, code, ACCUSE, undefined)).versions).toEqual([
      {
        numero: 1,
        agent: `${chef.prenom} ${chef.nom}`,
        creeLe: NOW,
        differences: [{ nom: 'Avant la signature', maison: '', texte: 'À très bientôt.' }],
      },
    ])
    const { modeles } = await textesDeLaCampagne(world.db, code)
    expect(modeles.filter(({ propres }) => propres > 0)).toMatchObject([{ modele: ACCUSE, propres: 1 }])
  })

  test('a version is come back to by saving it again, and the journal tells each place before and after', async () => {
    const { id, code } = await unMonde()
    await reglerTextes(deps(), chef, await vise(code, { fin: 'Un.' }))
    await reglerTextes(deps(), chef, await vise(code, { fin: 'Deux.' }))
    const { parties } = await textesDuCourriel(world.db, code, ACCUSE, 1)
    expect(parties.find((partie) => 'cle' in partie && partie.cle === 'fin')).toMatchObject({ texte: 'Un.' })
    expect(await reglerTextes(deps(), chef, await vise(code, {}))).toEqual({ ok: true, value: { numero: 3 } })
    expect(await reglerTextes(deps(), chef, await vise(code, {}))).toEqual({ ok: false, reason: 'RIEN_N_A_CHANGE' })

    expect((await campagneDuCode(world.db, code)).textes).toEqual({ [ACCUSE]: {} })
    const entrees = await world.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'asc' } })
    expect(entrees.map(({ detail }) => detail)).toMatchObject([
      { modele: ACCUSE, numero: 1, differences: [{ place: 'Avant la signature', avant: '', apres: 'Un.' }] },
      { numero: 2, differences: [{ avant: 'Un.', apres: 'Deux.' }] },
      { numero: 3, differences: [{ avant: 'Deux.', apres: '' }] },
    ])
  })

  test('two at once: the second is told; an archived campagne, an unknown word and who may not are refused', async () => {
    const { id, code } = await unMonde()
    const vu = await vise(code, { fin: 'Un.' })
    await reglerTextes(deps(), chef, vu)
    await expect(reglerTextes(deps(), chef, { ...vu, saisie: { ...maison, fin: 'Deux.' } })).rejects.toThrow(Conflict)
    expect(await reglerTextes(deps(), chef, await vise(code, { fin: '{rien}' }))).toEqual({
      ok: false,
      reason: 'VARIABLE_INCONNUE',
      detail: 'fin:rien',
    })
    const agent = await unAgent(world.db, 'INSTRUCTEUR')
    await expect(reglerTextes(deps(), agent, await vise(code, {}))).rejects.toThrow(Forbidden)
    await world.db.campagne.update({ where: { id }, data: { etat: 'ARCHIVEE', fermeeLe: NOW } })
    expect(await reglerTextes(deps(), chef, await vise(code, {}))).toEqual({ ok: false, reason: 'CAMPAGNE_ARCHIVEE' })
  })

  test.each(MODELES_A_TEXTES)('%s is shown on a real dossier or fiche, else on an invented one', async (modele) => {
    const { id: campagneId, code } = await unMonde()
    const { id: sujetId, numero } = await unDossier(world.db, { campagneId })
    const saisie = Object.fromEntries(
      emplacementsDe(modele).map(({ cle, maison: mots }) => [cle, mots || 'Mot de la fin.']),
    )
    const sur = await apercuTextes(world.db, chef, { code, modele, saisie, sujetId }, NOW)
    if (!sur.ok) throw new Error(sur.reason)
    expect(sur.value.length).toBeGreaterThan(0)
    for (const { courriel } of sur.value) expect(courriel.destinataire).toBe(chef.courriel)
    if ('fin' in saisie) expect(sur.value[0]?.courriel.texte).toContain('Mot de la fin.')
    if (sur.value[0]?.courriel.texte.includes('2025-')) expect(sur.value[0].courriel.texte).toContain(numero)
    const exemple = await apercuTextes(world.db, chef, { code, modele, saisie, sujetId: randomUUID() }, NOW)
    expect(exemple.ok && exemple.value[0]?.courriel.texte).toContain('Échange de jeunes à Herne')
  })

  test('a try leaves to the agent alone, once, by the outbox', async () => {
    const { code } = await unMonde()
    const essai = { code, modele: 'relance', sujetId: '', jeton: randomUUID() } as const
    const saisie = Object.fromEntries(emplacementsDe('relance').map(({ cle, maison: mots }) => [cle, mots]))
    const envoyer = () => essayerTextes(deps(), chef, { ...essai, saisie })
    expect(await envoyer()).toEqual({ ok: true, value: { envoyes: 2, a: chef.courriel } })
    await envoyer()
    const ecrits = await world.db.courriel.findMany({ where: { cleUnique: { startsWith: 'essai/' } } })
    expect(ecrits.map(({ destinataire, etat }) => ({ destinataire, etat }))).toEqual(
      Array.from({ length: 2 }, () => ({ destinataire: chef.courriel, etat: 'A_ENVOYER' })),
    )
    expect(ecrits[0]?.sujet).toMatch(/^\[Essai\] Votre demande/)
    const promesses = await world.db.outboxJob.findMany({ where: { name: envoiDeCourriel.name } })
    for (const { id } of ecrits)
      expect(promesses.filter(({ payload }) => JSON.stringify(payload).includes(id))).toHaveLength(1)
  })

  test('the campagne of the next year says the same', async () => {
    const { code } = await unMonde()
    await reglerTextes(deps(), chef, await vise(code, { fin: 'À très bientôt.' }))
    const { version } = await campagneDuCode(world.db, code)
    const answer = await preparerCampagne(deps(), chef, { depuis: code, version, saisie: {} })
    if (!answer.ok) throw new Error(`${answer.reason} ${answer.detail ?? ''}`)
    expect((await campagneDuCode(world.db, answer.value.code)).textes).toEqual({ [ACCUSE]: { fin: 'À très bientôt.' } })
  })
})
