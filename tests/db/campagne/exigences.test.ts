import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { examinerDossier, rafraichirCompletude } from '#infra/stores/piece/completude'
import { exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { findBrouillon } from '#infra/stores/campagne/version-exigences'
import { apercuReapplication } from '#queries/campagne/apercu-reapplication'
import { ApercuParams, exigencesCampagne } from '#queries/campagne/exigences-campagne'
import { piecesDossier } from '#queries/piece/pieces-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { abandonnerExigences } from '#usecases/campagne/abandonner-exigences'
import { demanderReapplication } from '#usecases/campagne/demander-reapplication'
import { modifierExigences } from '#usecases/campagne/modifier-exigences'
import { preciserFait } from '#usecases/dossier/preciser-fait'
import { publierExigences } from '#usecases/campagne/publier-exigences'
import { reappliquerExigences } from '#usecases/campagne/reappliquer-exigences'
import { traiterReapplication } from '#usecases/campagne/traiter-reapplication'
import { ownDb } from '#support/own-db'
import { VOTE } from '#support/vote'
import { NOW, race, unAgent, uneCampagne, unDossier } from '../dossier/faits'

describe('what a campagne asks', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let chef: Agent
  const deps = () => ({ db: world.db, now: () => NOW })

  beforeAll(async () => {
    world = await ownDb()
    chef = await unAgent(world.db, 'RESPONSABLE')
  })
  afterAll(() => world.drop())

  type Change = Partial<Parameters<typeof modifierExigences>[2]['ligne']>
  const ligne = (change: Change = {}) => ({
    genres: ['association'],
    code: 'ASSURANCE',
    exigence: 'OBLIGATOIRE' as const,
    condition: null,
    regles: null,
    motifs: [],
    ...change,
  })

  /** A campagne, and a dossier deposited under its first version, complete. */
  const unMonde = async (voulu: Parameters<typeof unDossier>[1] = {}) => {
    const campagne = await uneCampagne(world.db)
    const exigencesId = await exigencesEnVigueur(world.db, campagne.id)
    const { id } = await unDossier(world.db, { campagneId: campagne.id, ...voulu })
    const dossier = await world.db.dossier.update({ where: { id }, data: { exigencesId } })
    await world.db.$transaction((tx) => rafraichirCompletude(tx, id, NOW))
    return { campagne, dossier, exigencesId }
  }

  const modifier = async (campagne: { id: string; code: string }, change: Change = {}) => {
    const brouillon = await findBrouillon(world.db, campagne.id)
    const answer = await modifierExigences(deps(), chef, {
      campagne: campagne.code,
      version: brouillon?.version ?? null,
      ligne: ligne(change),
    })
    expect(answer).toMatchObject({ ok: true })
  }

  const publier = async (campagne: { id: string; code: string }) => {
    const version = (await findBrouillon(world.db, campagne.id))?.version ?? -1
    return publierExigences(deps(), chef, { campagne: campagne.code, version })
  }

  const stockee = (id: string) => world.db.dossier.findUniqueOrThrow({ where: { id } })

  test('a published change leaves the deposited dossiers alone, and holds for the next', async () => {
    const { campagne, dossier, exigencesId } = await unMonde()
    await modifier(campagne)
    expect((await examinerDossier(world.db, dossier.id)).complet).toBe(true)
    expect(await publier(campagne)).toEqual({ ok: true, value: { numero: 2 } })
    expect((await examinerDossier(world.db, dossier.id)).complet).toBe(true)
    expect((await stockee(dossier.id)).exigencesId).toBe(exigencesId)
    const nouvelle = await exigencesEnVigueur(world.db, campagne.id)
    expect(nouvelle).not.toBe(exigencesId)
    const publiee = await world.db.versionExigences.findUniqueOrThrow({ where: { id: nouvelle ?? '' } })
    expect(publiee).toMatchObject({ publieeLe: NOW, publieePar: `${chef.prenom} ${chef.nom}` })
    const entree = await world.db.entreeJournal.findFirst({ where: { objetId: campagne.id, acte: 'publierExigences' } })
    expect(entree).toMatchObject({ acteurId: chef.id })
    expect(entree?.detail).toMatchObject({
      differences: [{ genre: 'association', piece: 'ASSURANCE', avant: 'NON_DEMANDEE', apres: 'OBLIGATOIRE' }],
    })
  })

  test('applied anew on purpose, the version in force changes what one dossier misses, in the same commit', async () => {
    const { campagne, dossier } = await unMonde()
    await modifier(campagne)
    await publier(campagne)
    const answer = await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version })
    expect(answer).toMatchObject({
      ok: true,
      value: { changements: [{ code: 'ASSURANCE', avant: 'NON_DEMANDEE', apres: 'OBLIGATOIRE' }] },
    })
    expect(await stockee(dossier.id)).toMatchObject({
      completude: 'MANQUANTES',
      nbManquantes: 1,
      codesManquants: ['ASSURANCE'],
      version: dossier.version + 1,
    })
    expect(await world.db.entreeJournal.count({ where: { objetId: dossier.id, acte: 'reappliquerExigences' } })).toBe(1)
    const encore = await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version + 1 })
    expect(encore).toEqual({ ok: false, reason: 'DEJA_EN_VIGUEUR' })
  })

  test('before it is published, the page tells what changes, for whom, and what would be asked', async () => {
    const { campagne, dossier } = await unMonde()
    await modifier(campagne)
    const params = ApercuParams.parse({ genre: 'association', montant: 'beaucoup' })
    const vue = await exigencesCampagne(world.db, campagne.code, params, NOW)
    expect(vue.differences.map(({ code }) => code)).toEqual(['ASSURANCE'])
    expect(vue.apercu.map(({ code }) => code)).toContain('ASSURANCE')
    await publier(campagne)
    expect(await apercuReapplication(world.db, campagne.code)).toMatchObject({
      total: 1,
      dossiers: [{ numero: dossier.numero, changements: [{ code: 'ASSURANCE', apres: 'OBLIGATOIRE' }] }],
    })
  })

  test('a decided dossier keeps what it was decided under', async () => {
    const { campagne, dossier } = await unMonde({ etat: 'ACCORDE' })
    await modifier(campagne)
    await publier(campagne)
    const answer = await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version })
    expect(answer).toEqual({ ok: false, reason: 'DECISION_DEJA_PRISE' })
  })

  test('a run takes every undecided dossier once, leaves the decided ones, and may be begun again', async () => {
    const { campagne, dossier, exigencesId } = await unMonde()
    const decide = await unDossier(world.db, { campagneId: campagne.id, etat: 'REFUSE' })
    await world.db.dossier.update({ where: { id: decide.id }, data: { exigencesId } })
    const autres = await Promise.all([1, 2, 3].map(() => unDossier(world.db, { campagneId: campagne.id })))
    await modifier(campagne)
    await publier(campagne)
    const nouvelle = (await exigencesEnVigueur(world.db, campagne.id)) ?? ''
    const vise = { campagne: campagne.code, exigencesId: nouvelle }
    const asked = await demanderReapplication(deps(), chef, vise)
    if (!asked.ok) throw new Error(asked.reason)
    expect(await demanderReapplication(deps(), chef, vise)).toEqual({ ok: false, reason: 'DEJA_EN_COURS' })
    await Promise.all([traiterReapplication(deps(), asked.value.id), traiterReapplication(deps(), asked.value.id)])
    await traiterReapplication(deps(), asked.value.id)
    for (const { id } of [dossier, ...autres])
      expect(await stockee(id)).toMatchObject({ exigencesId: nouvelle, codesManquants: ['ASSURANCE'] })
    expect((await stockee(decide.id)).exigencesId).toBe(exigencesId)
    const acte = 'reappliquerExigences'
    expect(await world.db.entreeJournal.count({ where: { acte, objetId: { in: autres.map(({ id }) => id) } } })).toBe(3)
    expect(await world.db.reapplication.findUniqueOrThrow({ where: { id: asked.value.id } })).toMatchObject({
      etat: 'TERMINE',
      total: 4,
      progression: 4,
    })
    expect(await demanderReapplication(deps(), chef, vise)).toEqual({ ok: false, reason: 'AUCUN_DOSSIER' })
    expect(await demanderReapplication(deps(), chef, { ...vise, exigencesId: exigencesId ?? '' })).toEqual({
      ok: false,
      reason: 'VERSION_DEPASSEE',
    })
  })

  test('of two officers who begin a draft at once, one begins it and the other is told', async () => {
    const campagne = await uneCampagne(world.db)
    const begin = () => modifierExigences(deps(), chef, { campagne: campagne.code, version: null, ligne: ligne() })
    const { won, lost } = await race(begin, begin)
    expect(won).toHaveLength(1)
    expect(lost[0]).toBeInstanceOf(Conflict)
    expect(await world.db.versionExigences.count({ where: { campagneId: campagne.id, publieeLe: null } })).toBe(1)
  })

  test('a page made from an older draft can neither change nor publish it', async () => {
    const campagne = await uneCampagne(world.db)
    await modifier(campagne)
    await modifier(campagne, { code: 'CER' })
    const vieille = { campagne: campagne.code, version: 1 }
    await expect(publierExigences(deps(), chef, vieille)).rejects.toBeInstanceOf(Conflict)
    await expect(modifierExigences(deps(), chef, { ...vieille, ligne: ligne() })).rejects.toBeInstanceOf(Conflict)
    await expect(abandonnerExigences(deps(), chef, vieille)).rejects.toBeInstanceOf(Conflict)
  })

  test('nothing is published that says the same, and a draft let go leaves what is published', async () => {
    const { campagne, exigencesId } = await unMonde()
    await modifier(campagne)
    await modifier(campagne, { exigence: 'NON_DEMANDEE' as never })
    expect(await publier(campagne)).toEqual({ ok: false, reason: 'AUCUN_CHANGEMENT' })
    const version = (await findBrouillon(world.db, campagne.id))?.version ?? -1
    expect(await abandonnerExigences(deps(), chef, { campagne: campagne.code, version })).toMatchObject({ ok: true })
    expect(await publier(campagne)).toEqual({ ok: false, reason: 'RIEN_A_PUBLIER' })
    expect(await exigencesEnVigueur(world.db, campagne.id)).toBe(exigencesId)
  })

  test('only who sets campagnes may change, publish or apply anew', async () => {
    const { campagne, dossier, exigencesId } = await unMonde()
    const agent = await unAgent(world.db, 'INSTRUCTEUR')
    const code = campagne.code
    const acts = [
      () => modifierExigences(deps(), agent, { campagne: code, version: null, ligne: ligne() }),
      () => publierExigences(deps(), agent, { campagne: code, version: 0 }),
      () => abandonnerExigences(deps(), agent, { campagne: code, version: 0 }),
      () => demanderReapplication(deps(), agent, { campagne: code, exigencesId: exigencesId ?? '' }),
      () => reappliquerExigences(deps(), agent, { dossierId: dossier.id, version: dossier.version }),
    ]
    for (const act of acts) await expect(act()).rejects.toBeInstanceOf(Forbidden)
  })

  test('what an officer says of a dossier settles a condition, and can be taken back', async () => {
    const { campagne, dossier } = await unMonde()
    const condition = { quand: { type: 'SIGNATAIRE' }, sinon: 'NON_DEMANDEE' }
    await modifier(campagne, { code: 'POUVOIR', condition })
    await publier(campagne)
    await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version })
    expect(await stockee(dossier.id)).toMatchObject({ completude: 'COMPLET' })
    const dire = async (reponse: string, fait = 'signataireDifferent') =>
      preciserFait(deps(), chef, { dossierId: dossier.id, version: (await stockee(dossier.id)).version, fait, reponse })
    expect(await dire('oui')).toMatchObject({ ok: true, value: { signataireDifferent: true } })
    expect(await stockee(dossier.id)).toMatchObject({ codesManquants: ['POUVOIR'], completude: 'MANQUANTES' })
    expect(await dire('peut-être')).toEqual({ ok: false, reason: 'REPONSE_ILLISIBLE' })
    expect(await dire('oui', 'age')).toEqual({ ok: false, reason: 'FAIT_INCONNU' })
    expect(await dire('')).toMatchObject({ ok: true, value: {} })
    expect(await stockee(dossier.id)).toMatchObject({ codesManquants: [], completude: 'COMPLET' })
  })

  test('each line of a dossier says what is to be verified, and offers the reasons of its own line', async () => {
    const { campagne, dossier } = await unMonde()
    const condition = { quand: { type: 'SIGNATAIRE' }, sinon: 'NON_DEMANDEE' }
    await modifier(campagne, { code: 'POUVOIR', condition, motifs: ['NON_SIGNEE', 'AUTRE'] })
    await publier(campagne)
    await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version })
    const { lignes } = await piecesDossier(world.db, dossier.id, NOW)
    const de = (code: string) => lignes.find((une) => une.code === code)
    expect(de('POUVOIR')).toMatchObject({ aVerifier: ['SIGNATAIRE'], motifs: ['NON_SIGNEE', 'AUTRE'] })
    expect(de('RIB')?.aVerifier).toEqual([])
    expect(de('RIB')?.motifs).toContain('MAUVAIS_TITULAIRE')
    expect(de('RIB')?.motifs).not.toContain('DESEQUILIBREE')
  })

  test('a grant makes the bilan owed the year after, at once', async () => {
    const { campagne, dossier } = await unMonde()
    await world.db.campagne.update({ where: { id: campagne.id }, data: { annee: 2026 } })
    const condition = { quand: { type: 'RENOUVELLEMENT' }, sinon: 'NON_DEMANDEE' }
    await modifier(campagne, { code: 'BILAN_PREC', condition })
    await publier(campagne)
    await reappliquerExigences(deps(), chef, { dossierId: dossier.id, version: dossier.version })
    expect(await stockee(dossier.id)).toMatchObject({ codesManquants: [] })
    const avant = await unDossier(world.db, { etat: 'EN_INSTRUCTION' })
    await world.db.dossier.update({ where: { id: avant.id }, data: { structureId: dossier.structureId } })
    await accorderDossier(deps(), chef, { dossierId: avant.id, version: 0, montantCents: 450_000n, vote: VOTE })
    expect(await stockee(dossier.id)).toMatchObject({ codesManquants: ['BILAN_PREC'], completude: 'MANQUANTES' })
  })
})
