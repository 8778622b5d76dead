import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import type { MontantVoulu } from '#domain/proposition/proposition'
import { Conflict } from '#infra/errors'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { propositionDossier } from '#queries/proposition/proposition-dossier'
import { ownDb } from '#support/own-db'
import { proposerMontant, retirerProposition } from '#usecases/proposition/proposer-montant'
import { nothingWritten, NOW, race, unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { lotsDans } from '../lot-actes/faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)
const POURQUOI = 'Le coût du transport est surestimé.'
const fixe = (montantCents: bigint): MontantVoulu => ({ base: 'FIXE', montantCents })
const FAVORABLE = { avis: 'FAVORABLE', montant: fixe(300_000n), motif: POURQUOI } as const
const DEFAVORABLE = { avis: 'DEFAVORABLE', montant: { base: 'AUCUN' }, motif: POURQUOI } as const

test('a proposition, its trace and the version of the dossier are one commit; another replaces it, and the first stays', async () => {
  const [camille, paul] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  expect(await proposerMontant(deps(), camille, { dossierId, version, ...FAVORABLE })).toMatchObject({ ok: true })
  await proposerMontant(deps(), paul, { dossierId, version: version + 1, ...DEFAVORABLE })

  const page = await propositionDossier(own.db, dossierId)
  expect(page).toMatchObject({ version: version + 2, ouverte: true, montantDemandeCents: 450_000n })
  expect(page.actuelle).toMatchObject({
    avis: 'DEFAVORABLE',
    montantCents: 0n,
    par: { prenom: 'Paul' },
    signalements: [],
  })
  expect(page.passees).toMatchObject([{ avis: 'FAVORABLE', montantCents: 300_000n, par: { prenom: 'Camille' } }])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte, acteur, detail }) => [acte, acteur, detail])).toEqual([
    ['proposer', 'Camille Essai', { avis: 'FAVORABLE', montantCents: '300000', motif: POURQUOI, avant: null }],
    [
      'proposer',
      'Paul Essai',
      { avis: 'DEFAVORABLE', montantCents: '0', motif: POURQUOI, avant: { avis: 'FAVORABLE', montantCents: '300000' } },
    ],
  ])
  expect(await own.db.courriel.count({ where: { dossierId } })).toBe(0)
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({
    etat: 'EN_INSTRUCTION',
    montantAccordeCents: null,
  })
})

test('taken back, nothing is proposed any more, and the history keeps it', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'COMPLET' })
  const retirer = (vue: number) => retirerProposition(deps(), agent, { dossierId, version: vue })
  expect(await nothingWritten(own.db, dossierId, () => retirer(version))).toMatchObject({ reason: 'RIEN_DE_PROPOSE' })
  await proposerMontant(deps(), agent, { dossierId, version, ...FAVORABLE })
  expect(await nothingWritten(own.db, dossierId, () => retirer(version))).toBeInstanceOf(Conflict)
  expect(await retirer(version + 1)).toMatchObject({ ok: true })
  const { actuelle, passees } = await propositionDossier(own.db, dossierId)
  expect(actuelle).toBeNull()
  expect(passees).toMatchObject([{ avis: 'FAVORABLE' }])
  expect(await own.db.entreeJournal.count({ where: { objetId: dossierId, acte: 'retirerProposition' } })).toBe(1)
})

test('a refusal writes nothing; who may not instruct may not propose; of two at once one does', async () => {
  const agent = await unAgent(own.db)
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'COMPLET' })
  const proposer = (qui: typeof agent, voulue: Parameters<typeof proposerMontant>[2]) => () =>
    proposerMontant(deps(), qui, voulue)
  const vise = { dossierId, version }
  expect(await nothingWritten(own.db, dossierId, proposer(lecteur, { ...vise, ...FAVORABLE }))).toBeInstanceOf(
    Forbidden,
  )
  expect(await nothingWritten(own.db, dossierId, () => retirerProposition(deps(), lecteur, vise))).toBeInstanceOf(
    Forbidden,
  )
  const trop = { ...vise, ...FAVORABLE, montant: fixe(450_001n) }
  expect(await nothingWritten(own.db, dossierId, proposer(agent, trop))).toMatchObject({
    reason: 'MONTANT_SUPERIEUR_AU_DEMANDE',
  })
  const { won, lost } = await race(
    proposer(agent, { ...vise, ...FAVORABLE }),
    proposer(agent, { ...vise, ...DEFAVORABLE }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  const depose = await unDossier(own.db, { etat: 'DEPOSE' })
  const tot = { dossierId: depose.id, version: depose.version, ...FAVORABLE }
  expect(await nothingWritten(own.db, depose.id, proposer(agent, tot))).toMatchObject({ reason: 'PAS_EN_INSTRUCTION' })
})

test('what is proposed beyond the ceiling or what is left is proposed, and signalled where it is read', async () => {
  const agent = await unAgent(own.db)
  const reglages = { montantMaxCents: 250_000 }
  const { id: campagneId } = await uneCampagne(own.db, { enveloppeCents: 600_000n, reglages })
  await unDossier(own.db, { etat: 'ACCORDE', campagneId, montantDemandeCents: 320_000n })
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'COMPLET', campagneId })
  expect(await proposerMontant(deps(), agent, { dossierId, version, ...FAVORABLE })).toMatchObject({ ok: true })
  expect((await propositionDossier(own.db, dossierId)).actuelle?.signalements).toEqual([
    { regle: 'PLAFOND', limiteCents: 250_000n },
    { regle: 'ENVELOPPE', limiteCents: 280_000n },
  ])
})

test('by lot each dossier has its own amount, said line by line before the yes; those that cannot are left, with why', async () => {
  const agent = await unAgent(own.db)
  const reglages = { montantMaxCents: 200_000 }
  const { id: campagneId } = await uneCampagne(own.db, { reglages })
  const un = (etat: 'COMPLET' | 'EN_INSTRUCTION' | 'DEPOSE', montantDemandeCents: bigint) =>
    unDossier(own.db, { etat, campagneId, montantDemandeCents })
  const dossiers = [await un('COMPLET', 250_050n), await un('EN_INSTRUCTION', 333_333n), await un('DEPOSE', 100_000n)]
  const champs = { avis: 'RESERVE', base: 'PART', valeur: '80', motif: POURQUOI }
  const dossierIds = dossiers.map(({ id }) => id)
  const lotId = await lots.preparer(agent, { acte: 'proposer', champs, dossierIds })
  const { groupes } = await pageLotActes(own.db, agent, { id: lotId, etat: null, page: 0, now: NOW })
  expect(groupes.flatMap(({ etat, lignes }) => lignes.map(({ motif, effet }) => [etat, motif ?? effet]))).toEqual([
    ['ECARTEE', 'Déclarez d’abord le dossier complet\u00a0: une proposition se fait pendant l’instruction.'],
    ['PRETE', 'Réservé, 2\u202f000\u00a0€ (80\u00a0% du montant demandé).'],
    [
      'PRETE',
      'Réservé, 2\u202f666\u00a0€ (80\u00a0% du montant demandé). Au-dessus du plafond de la campagne, 2\u202f000\u00a0€.',
    ],
  ])
  expect(await own.db.proposition.count({ where: { dossierId: { in: dossierIds } } })).toBe(0)
  await lots.lancer(agent, lotId)
  await lots.traiter(lotId)
  await lots.traiter(lotId)
  expect(await lots.etats(lotId)).toEqual(['FAITE', 'FAITE', 'ECARTEE'])
  const faites = await own.db.proposition.findMany({
    where: { dossierId: { in: dossierIds } },
    orderBy: { montantCents: 'asc' },
  })
  expect(faites.map(({ montantCents, motif }) => [montantCents, motif])).toEqual([
    [200_000n, POURQUOI],
    [266_600n, POURQUOI],
  ])
  const encore = await lots.preparer(agent, { acte: 'proposer', champs, dossierIds: dossierIds.slice(0, 1) })
  expect((await lots.lire(encore)).lignes).toMatchObject([{ etat: 'ECARTEE', motif: 'C’est déjà ce qui est proposé.' }])
})

test('the bannette says what is proposed, and a proposition made or taken back changes what its filter shows at once', async () => {
  const agent = await unAgent(own.db)
  const campagne = await uneCampagne(own.db)
  const { id: dossierId, version, numero } = await unDossier(own.db, { etat: 'COMPLET', campagneId: campagne.id })
  await unDossier(own.db, { etat: 'COMPLET', campagneId: campagne.id })
  const montrer = async (proposition: string) => {
    const params = BannetteDossiersParams.parse({ campagne: campagne.code, vue: 'tous', proposition })
    const { lignes, total } = await bannetteDossiers(own.db, params, { moi: agent.id, now: NOW })
    return { total, montants: lireLignesDossiers(lignes).map((un) => [un.numero === numero, un.montantProposeCents]) }
  }
  expect(await montrer('proposee')).toEqual({ total: 0, montants: [] })
  expect((await montrer('sans')).total).toBe(2)
  await proposerMontant(deps(), agent, { dossierId, version, ...FAVORABLE })
  expect(await montrer('proposee')).toEqual({ total: 1, montants: [[true, 300_000n]] })
  expect(await montrer('favorable')).toEqual({ total: 1, montants: [[true, 300_000n]] })
  expect((await montrer('defavorable')).total).toBe(0)
  expect(await montrer('sans')).toEqual({ total: 1, montants: [[false, null]] })
  await proposerMontant(deps(), agent, { dossierId, version: version + 1, ...DEFAVORABLE })
  expect((await montrer('favorable')).total).toBe(0)
  expect(await montrer('defavorable')).toEqual({ total: 1, montants: [[true, 0n]] })
  await retirerProposition(deps(), agent, { dossierId, version: version + 2 })
  expect((await montrer('proposee')).total).toBe(0)
  expect((await montrer('sans')).montants.map(([, montant]) => montant)).toEqual([null, null])
  const data = { dossierId, avis: 'FAVORABLE', montantCents: 1n, parId: agent.id, le: NOW } as const
  await own.db.proposition.create({ data })
  expect((await montrer('proposee')).total).toBe(1)
})
