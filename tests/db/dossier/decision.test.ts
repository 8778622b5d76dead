import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { apercuDecision } from '#queries/dossier/decision-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { libererParUneAutre, VOTE } from '#support/vote'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, NOW, race, unAgent, unDossier, uneCampagne } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const REFUS = { motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est entièrement engagée.' }

const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({ where: { id }, include: { decision: true, courriels: true } })

test('a grant, its amount, its trace, its mail as it was shown and its promise are one commit', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const { id, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const voulue = { acte: 'accorder', montantCents: 450_000n, vote: VOTE } as const
  const apercu = await apercuDecision(own.db, chef, { dossierId: id, voulue, now: NOW })
  expect((await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })).ok).toBe(
    true,
  )

  const dossier = await lire(id)
  expect(dossier).toMatchObject({
    etat: 'ACCORDE',
    montantAccordeCents: 450_000n,
    rejetImpliciteLe: null,
    version: version + 1,
  })
  expect(dossier.decision).toMatchObject({
    nature: 'ACCORDE',
    montantCents: 450_000n,
    priseParId: chef.id,
    priseLe: NOW,
    vote: 'HORS_SEANCE',
    deliberationReference: '2025-104',
    deliberationLe: jour('2025-04-28'),
    deliberationExecutoireLe: jour('2025-05-05'),
  })
  const [courriel] = dossier.courriels
  expect(courriel).toMatchObject({
    modele: 'decision_favorable',
    cleUnique: `decision/${dossier.decision?.id}`,
    destinataire: 'ines@exemple.test',
    acteurType: 'AGENT',
    acteurId: chef.id,
    acteur: 'Paul Essai',
  })
  const vu = apercu.ok ? apercu.value.courriel : null
  expect([courriel?.sujet, courriel?.texte, courriel?.html]).toEqual([vu?.sujet, vu?.texte, vu?.html])
  expect(courriel?.texte).toContain('le 28\u00a0avril\u00a02025 (délibération n°\u00a02025-104)')
  const promesses = async () =>
    (await own.db.outboxJob.findMany({ where: { name: 'courriel.envoyer' } })).map(({ payload }) => payload)
  expect(await promesses()).not.toContainEqual({ courrielId: courriel?.id })
  await libererParUneAutre(deps(), id)
  expect(await promesses()).toContainEqual({ courrielId: courriel?.id })
  const [retenu, entree, liberee] = await own.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'asc' } }) // prettier-ignore
  expect([retenu?.acte, entree?.acte, liberee?.acte]).toEqual(['retenirCourriel', 'accorder', 'libererDecision'])
  expect(entree).toMatchObject({ acteur: 'Paul Essai' })
  expect(entree?.detail).toMatchObject({
    ...{ avant: 'EN_INSTRUCTION', apres: 'ACCORDE', montantCents: '450000' },
    ...{ deliberation: '2025-104', voteLe: '2025-04-28', executoireLe: '2025-05-05' },
  })
})

test('less than asked is a partial grant; a refusal says its ground; a closing sends nothing', async () => {
  const chef = await unAgent(own.db, 'ADMIN')
  const partiel = await unDossier(own.db, { etat: 'COMPLET' })
  await accorderDossier(deps(), chef, {
    vote: VOTE,
    dossierId: partiel.id,
    version: 0,
    montantCents: 300_050n,
    precision: 'Selon les crédits.',
  })
  expect(await lire(partiel.id)).toMatchObject({
    etat: 'ACCORDE_PARTIEL',
    montantAccordeCents: 300_050n,
    courriels: [{ modele: 'decision_partielle' }],
  })

  const refuse = await unDossier(own.db, { etat: 'INCOMPLET' })
  await refuserDossier(deps(), chef, { vote: VOTE, dossierId: refuse.id, version: 0, ...REFUS })
  const { courriels, ...lu } = await lire(refuse.id)
  expect(lu).toMatchObject({ etat: 'REFUSE', montantAccordeCents: null, decision: { motif: 'CREDITS_EPUISES' } })
  expect(courriels).toMatchObject([{ modele: 'decision_defavorable' }])
  expect(courriels[0]?.texte).toContain('tribunal administratif de Lille')

  const classe = await unDossier(own.db)
  await classerSansSuite(deps(), chef, { dossierId: classe.id, version: 0, motif: 'DEPOSE_EN_DOUBLE', prevenir: false })
  expect(await lire(classe.id)).toMatchObject({ etat: 'SANS_SUITE', courriels: [], decision: { nature: 'SANS_SUITE' } })
})

test.each([
  [{ etat: 'DEPOSE' }, 450_000n, 'PAS_ENCORE_COMPLET'],
  [{ etat: 'BROUILLON' }, 450_000n, 'PAS_ENCORE_DEPOSE'],
  [{ etat: 'REFUSE' }, 450_000n, 'DECISION_DEJA_PRISE'],
  [{ etat: 'COMPLET', ouvertJusqua: new Date(NOW.getTime() + 1000) }, 450_000n, 'DEVERROUILLAGE_OUVERT'],
  [{ etat: 'COMPLET' }, 0n, 'MONTANT_NUL'],
  [{ etat: 'COMPLET' }, -100n, 'MONTANT_NUL'],
  [{ etat: 'COMPLET' }, 450_001n, 'MONTANT_SUPERIEUR_AU_DEMANDE'],
] as const)(
  'granting on %o %s cents is refused by %s and writes nothing at all',
  async (voulu, montantCents, reason) => {
    const chef = await unAgent(own.db, 'RESPONSABLE')
    const { id, version } = await unDossier(own.db, voulu)
    const accorder = () => accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents })
    expect(await nothingWritten(own.db, id, accorder)).toEqual({ ok: false, reason })
  },
)

test('a dossier whose changes wait for an officer is not decided, whatever the act, and nothing is written', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id, version, deverrouillages } = await unDossier(own.db, {
    etat: 'EN_INSTRUCTION',
    ouvertJusqua: new Date(NOW.getTime() - 1000),
  })
  await own.db.modification.create({
    data: { dossierId: id, deverrouillageId: deverrouillages[0]?.id ?? '', etat: 'REDEPOSEE', redeposeeLe: NOW },
  })
  const vise = { dossierId: id, version }
  const voulue = { acte: 'accorder', montantCents: 450_000n, vote: VOTE } as const
  for (const decider of [
    () => accorderDossier(deps(), chef, { vote: VOTE, ...vise, montantCents: 450_000n }),
    () => refuserDossier(deps(), chef, { vote: VOTE, ...vise, ...REFUS }),
    () => classerSansSuite(deps(), chef, { ...vise, motif: 'DEPOSE_EN_DOUBLE', prevenir: false }),
    () => apercuDecision(own.db, chef, { dossierId: id, voulue, now: NOW }),
  ]) {
    expect(await nothingWritten<unknown>(own.db, id, decider)).toEqual({ ok: false, reason: 'MODIFICATION_A_EXAMINER' })
  }
})

test('a refusal without a ground of the list, or without words, writes nothing at all', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id, version } = await unDossier(own.db)
  for (const [change, reason] of [
    [{ motif: 'PARCE_QUE' }, 'MOTIF_INCONNU'],
    [{ precision: ' non ' }, 'PRECISION_TROP_COURTE'],
  ] as const) {
    const refuser = () => refuserDossier(deps(), chef, { vote: VOTE, dossierId: id, version, ...REFUS, ...change })
    expect(await nothingWritten(own.db, id, refuser)).toEqual({ ok: false, reason })
  }
})

test('a grant or a refusal whose délibération is wanting, or not in force yet, writes nothing; the base refuses it too', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  for (const [change, reason] of [
    [{ reference: ' ' }, 'DELIBERATION_SANS_NUMERO'],
    [{ executoireLe: '2025-05-14' }, 'EXECUTOIRE_A_VENIR'],
    [{ executoireLe: '2025-04-27' }, 'EXECUTOIRE_AVANT_LE_VOTE'],
  ] as const) {
    const vote = { ...VOTE, deliberation: { ...VOTE.deliberation, ...change } }
    for (const decider of [
      () => accorderDossier(deps(), chef, { dossierId: id, version, montantCents: 450_000n, vote }),
      () => refuserDossier(deps(), chef, { dossierId: id, version, ...REFUS, vote }),
    ])
      expect(await nothingWritten(own.db, id, decider)).toEqual({ ok: false, reason })
  }
  const priseLe = NOW
  const accord = {
    nature: 'ACCORDE',
    montantCents: 1n,
    avecCourriel: true,
    priseParId: chef.id,
    dossierId: id,
  } as const
  for (const vote of [
    {},
    { vote: 'SEANCE' },
    { vote: 'HORS_SEANCE' },
    { vote: 'HORS_SEANCE', deliberationReference: '2025-104', deliberationLe: jour('2025-04-28'), deliberationExecutoireLe: jour('2025-05-14') }, // prettier-ignore
  ] as const)
    await expect(own.db.decision.create({ data: { ...accord, priseLe, ...vote } })).rejects.toThrow(/decision_/)
})

test('only a RESPONSABLE or an ADMIN decides, or sees the mail of a decision', async () => {
  const { id, version } = await unDossier(own.db, { etat: 'COMPLET' })
  const vise = { dossierId: id, version }
  for (const role of ['LECTEUR', 'INSTRUCTEUR'] as const) {
    const agent = await unAgent(own.db, role)
    for (const act of [
      () => accorderDossier(deps(), agent, { vote: VOTE, ...vise, montantCents: 1n }),
      () => refuserDossier(deps(), agent, { vote: VOTE, ...vise, ...REFUS }),
      () => classerSansSuite(deps(), agent, { ...vise, motif: 'DEPOSE_EN_DOUBLE', prevenir: false }),
      () =>
        apercuDecision(own.db, agent, { dossierId: id, voulue: { acte: 'refuser', ...REFUS, vote: VOTE }, now: NOW }),
    ]) {
      expect(await nothingWritten<unknown>(own.db, id, act)).toBeInstanceOf(Forbidden)
    }
  }
})

test('of two responsables at the same instant, one decides and the other is told; run again, it is told too', async () => {
  const [a, b] = [await unAgent(own.db, 'RESPONSABLE'), await unAgent(own.db, 'RESPONSABLE')]
  const { id, version } = await unDossier(own.db, { etat: 'COMPLET' })
  const accorder = () => accorderDossier(deps(), a, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })
  const { won, lost } = await race<unknown>(accorder, () =>
    refuserDossier(deps(), b, { vote: VOTE, dossierId: id, version, ...REFUS }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect(await nothingWritten(own.db, id, accorder)).toBeInstanceOf(Conflict)
  expect(await own.db.courriel.count({ where: { dossierId: id } })).toBe(1)
})

test('two decisions at once on two dossiers never spend the same euros', async () => {
  const [a, b] = [await unAgent(own.db, 'RESPONSABLE'), await unAgent(own.db, 'RESPONSABLE')]
  const { id: campagneId } = await uneCampagne(own.db, { enveloppeCents: 500_000n })
  const [un, deux] = [
    await unDossier(own.db, { campagneId, etat: 'COMPLET' }),
    await unDossier(own.db, { campagneId, etat: 'COMPLET' }),
  ]
  const { won, lost } = await race(
    () => accorderDossier(deps(), a, { vote: VOTE, dossierId: un.id, version: 0, montantCents: 450_000n }),
    () => accorderDossier(deps(), b, { vote: VOTE, dossierId: deux.id, version: 0, montantCents: 450_000n }),
  )
  expect(won).toHaveLength(1)
  expect(lost).toEqual([{ ok: false, reason: 'ENVELOPPE_DEPASSEE' }])
})

test('without an address the decision is taken, and is to be notified by post', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id, version } = await unDossier(own.db, { etat: 'COMPLET', contactCourriel: '' })
  expect((await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })).ok).toBe(
    true,
  )
  expect(await lire(id)).toMatchObject({ etat: 'ACCORDE', courriels: [] })
})

test('a decision waits neither for an import that puts a dossier under its campagne, nor for a change of campagne', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE')
  const { id, version, campagneId } = await unDossier(own.db, { etat: 'COMPLET' })
  await own.db.$transaction(async (tx) => {
    // What a row that names the campagne holds until it commits.
    await tx.$queryRaw`SELECT id FROM campagne WHERE id = ${campagneId}::uuid FOR KEY SHARE`
    const answer = await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })
    expect(answer.ok).toBe(true)
  })
})
