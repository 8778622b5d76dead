import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { diskStorage } from '#infra/storage'
import { annulerComplements } from '#usecases/annuler-complements'
import { controlerPiece } from '#usecases/controler-piece'
import { declarerComplet } from '#usecases/declarer-complet'
import { demanderComplements } from '#usecases/demander-complements'
import { importerPiece } from '#usecases/importer-piece'
import { recevoirElement } from '#usecases/recevoir-element'
import { refuserDossier } from '#usecases/refuser-dossier'
import { retenirElement } from '#usecases/retenir-element'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, NOW, race, unAgent, unDossier, uneCampagne } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (iso?: string) => ({ db: own.db, now: () => (iso ? new Date(iso) : NOW) })
const RIB = { code: 'RIB', constat: 'pièce absente du dossier', aFaire: 'envoyez le RIB de la structure' }
const STATUTS = { code: 'STATUTS', constat: 'document non signé', aFaire: 'renvoyez-les signés' }
const FORMULAIRE = { code: null, constat: 'date de fin absente', aFaire: 'indiquez-la' }

/** Asked on 13 May until 3 June: 21 days, so that silence would reject on 10 June + 21 = 1 July. */
const demande = { elements: [RIB, STATUTS], limite: '2025-06-03', cles: [], remplace: null }

async function unDossierIncomplet(voulu: Parameters<typeof unDossier>[1] = { statuts: 'NON_CONFORME' }) {
  const agent = await unAgent(own.db)
  return { agent, dossier: await unDossier(own.db, voulu) }
}

const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { complements: { orderBy: { creeLe: 'asc' } }, courriels: { orderBy: { creeLe: 'asc' } } },
  })

const vise = async (id: string) => ({ dossierId: id, version: (await lire(id)).version })

const demander = async (agent: Awaited<ReturnType<typeof unAgent>>, id: string, change = {}, iso?: string) =>
  demanderComplements(deps(iso), agent, { ...(await vise(id)), ...demande, ...change })

/** A file of this code reaches the dossier by an import, at this instant. */
async function recevoir(numero: string | null, nomFichier: string, iso: string) {
  const lot = await own.db.lot.create({ data: { type: 'DEMANDES', fichiers: [] } })
  const contenu = Buffer.from(`%PDF-1.4\n${nomFichier} ${iso}\n%%EOF`)
  const piece = {
    numero: numero ?? '',
    nomFichier,
    libelle: nomFichier,
    rang: 1,
    chemin: nomFichier,
    lire: async () => ({ ok: true as const, value: contenu }),
  }
  const storage = diskStorage(own.dataDir)
  await importerPiece({ ...deps(iso), storage }, { lotId: lot.id, rang: 1, piece: piece as never, occurrence: 1 })
}

test('asking stops the clock, moves the state, freezes the mail for five minutes and leaves its trace, in one commit', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await own.db.agent.update({ where: { id: agent.id }, data: { qualite: 'chargée de mission' } })
  await retenirElement(deps(), agent, { dossierId: dossier.id, cle: 'budget/B01', ...FORMULAIRE })
  expect(await demander(agent, dossier.id, { cles: ['budget/B01'] })).toMatchObject({ ok: true })

  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-03'),
    rejetImpliciteLe: jour('2025-07-01'),
  })
  expect(apres.complements).toMatchObject([
    {
      etat: 'OUVERTE',
      du: jour('2025-05-13'),
      limite: jour('2025-06-03'),
      etatAvant: 'DEPOSE',
      elements: [RIB, STATUTS],
    },
  ])
  const [courriel] = apres.courriels
  expect(courriel).toMatchObject({
    modele: 'pieces_manquantes',
    etat: 'A_ENVOYER',
    partirLe: new Date('2025-05-13T08:05:00Z'),
    agentId: agent.id,
  })
  for (const mots of [
    'Il manque encore 2\u00a0éléments pour l’étudier\u00a0:',
    '• RIB – pièce absente du dossier → envoyez le RIB de la structure',
    'avant le 3\u00a0juin\u00a02025 inclus, en répondant à ce message',
    'est suspendu (article L.\u00a0114-5 du code des relations entre le public et l’administration)',
    'ce rejet interviendrait le 1er\u00a0juillet\u00a02025.',
    'Camille Essai, chargée de mission',
  ])
    expect(courriel?.texte).toContain(mots)
  const promesses = await own.db.outboxJob.findMany({ where: { name: 'courriel.envoyer' } })
  expect(promesses).toContainEqual(
    expect.objectContaining({ payload: { courrielId: courriel?.id }, runAt: new Date('2025-05-13T08:05:00Z') }),
  )
  const retenus = await own.db.elementRetenu.findMany({ where: { dossierId: dossier.id } })
  expect(retenus.map(({ demandeId }) => demandeId)).toEqual([apres.complements[0]?.id])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossier.id }, orderBy: { id: 'desc' } })
  expect(entrees[0]).toMatchObject({ acte: 'demanderComplements', agentId: agent.id })
})

test('a mail that leaves after midnight in Paris starts the suspension the next day', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id, {}, '2025-05-13T21:58:00Z')
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: jour('2025-06-30'),
    complements: [{ du: jour('2025-05-14') }],
  })
})

test('taken back before its mail leaves, all is as before; once it has left, nothing can be taken back', async () => {
  const { agent, dossier } = await unDossierIncomplet({ etat: 'COMPLET' })
  await retenirElement(deps(), agent, { dossierId: dossier.id, cle: 'budget/B01', ...FORMULAIRE })
  await demander(agent, dossier.id, { cles: ['budget/B01'] })
  expect(await annulerComplements(deps(), agent, await vise(dossier.id))).toMatchObject({ ok: true })
  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'COMPLET',
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-10'),
    complements: [{ etat: 'ANNULEE' }],
    courriels: [{ etat: 'ANNULE' }],
  })
  expect(await own.db.elementRetenu.findFirst({ where: { dossierId: dossier.id } })).toMatchObject({ demandeId: null })

  expect((await demander(agent, dossier.id)).ok).toBe(true)
  await own.db.courriel.updateMany({ where: { dossierId: dossier.id, etat: 'A_ENVOYER' }, data: { tentatives: 1 } })
  const parti = await vise(dossier.id)
  const annuler = () => annulerComplements(deps(), agent, parti)
  expect(await nothingWritten(own.db, dossier.id, annuler)).toEqual({ ok: false, reason: 'COURRIEL_PARTI' })
})

test('a second request takes the place of the first only when the officer means it; taken back, the first waits again', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  const [premiere] = (await lire(dossier.id)).complements
  const lundi = '2025-05-19T08:00:00Z'
  const sansLeDire = await vise(dossier.id)
  const refaire = () => demanderComplements(deps(lundi), agent, { ...sansLeDire, ...demande })
  expect(await nothingWritten(own.db, dossier.id, refaire)).toEqual({ ok: false, reason: 'DEMANDE_EN_COURS' })

  await demander(agent, dossier.id, { elements: [RIB], limite: '2025-06-10', remplace: premiere?.id }, lundi)
  // 13 May to 10 June is 28 days in all: 10 June + 28 = 8 July.
  expect(await lire(dossier.id)).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-10'),
    rejetImpliciteLe: jour('2025-07-08'),
    complements: [{ etat: 'REMPLACEE', leveeLe: jour('2025-05-19') }, { etat: 'OUVERTE' }],
  })
  await annulerComplements(deps(lundi), agent, await vise(dossier.id))
  expect(await lire(dossier.id)).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-03'),
    rejetImpliciteLe: jour('2025-07-01'),
    complements: [{ etat: 'OUVERTE', leveeLe: null }, { etat: 'ANNULEE' }],
  })
})

test.each([
  [{}, { elements: [] }, 'AUCUN_ELEMENT'],
  [{}, { elements: [{ ...RIB, constat: ' ' }] }, 'CONSTAT_VIDE'],
  [{}, { elements: [{ ...RIB, aFaire: '' }] }, 'A_FAIRE_VIDE'],
  [{}, { limite: '2025-05-13' }, 'LIMITE_TROP_PROCHE'],
  [{}, { limite: '2025-07-13' }, 'LIMITE_TROP_LOINTAINE'],
  [{}, { remplace: '00000000-0000-4000-8000-000000000000' }, 'DEMANDE_EN_COURS'],
  [{ etat: 'BROUILLON' }, {}, 'PAS_ENCORE_DEPOSE'],
  [{ etat: 'EN_INSTRUCTION' }, {}, 'INSTRUCTION_COMMENCEE'],
  [{ etat: 'ACCORDE' }, {}, 'DECISION_DEJA_PRISE'],
] as const)('on %o, %o is refused by %s and writes nothing', async (voulu, change, reason) => {
  const { agent, dossier } = await unDossierIncomplet(voulu)
  const act = () => demander(agent, dossier.id, change)
  expect(await nothingWritten(own.db, dossier.id, act)).toMatchObject({ ok: false, reason })
})

test('of two officers who ask at once, one does and the other is told', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  const autre = await unAgent(own.db)
  const v = await vise(dossier.id)
  const { won, lost } = await race(
    () => demanderComplements(deps(), agent, { ...v, ...demande }),
    () => demanderComplements(deps(), autre, { ...v, ...demande }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect((await lire(dossier.id)).complements).toHaveLength(1)
})

test('a LECTEUR neither asks, nor takes back, nor says what came', async () => {
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const { dossier } = await unDossierIncomplet()
  const v = await vise(dossier.id)
  for (const act of [
    () => demanderComplements(deps(), lecteur, { ...v, ...demande }),
    () => annulerComplements(deps(), lecteur, v),
    () => recevoirElement(deps(), lecteur, { ...v, rang: 0, recuLe: '2025-05-13' }),
  ])
    await expect(act()).rejects.toBeInstanceOf(Forbidden)
})

test('the last pièce asked that arrives ends the suspension that day, whatever came in what order', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  await recevoir(dossier.numero, 'Statuts.pdf', '2025-05-20T08:00:00Z')
  expect(await lire(dossier.id)).toMatchObject({
    complementLimite: jour('2025-06-03'),
    complements: [{ etat: 'OUVERTE' }],
  })
  await recevoir(dossier.numero, 'RIB.pdf', '2025-05-23T08:00:00Z')
  // 13 to 23 May: 10 days, so 10 June + 10 = 20 June.
  expect(await lire(dossier.id)).toMatchObject({
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-20'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-23') }],
  })
  const recus = await own.db.entreeJournal.findMany({ where: { objetId: dossier.id, acte: 'recevoirComplements' } })
  expect(recus).toMatchObject([{ acteur: 'Le système', le: new Date('2025-05-23T08:00:00Z') }])
})

test('what came by mail is said by an officer, and a pièce excused is no longer awaited', async () => {
  const { agent, dossier } = await unDossierIncomplet({ statuts: 'NON_CONFORME' })
  await demander(agent, dossier.id, { elements: [RIB, FORMULAIRE] })
  const [mardi, mercredi] = ['2025-05-20T08:00:00Z', '2025-05-21T08:00:00Z']
  await controlerPiece(deps(mardi), agent, {
    dossierId: dossier.id,
    code: 'RIB',
    controle: 'SANS_OBJET',
    motif: 'DEJA_DETENUE',
  })
  const recu = async (change = {}) =>
    recevoirElement(deps(mercredi), agent, { ...(await vise(dossier.id)), rang: 1, recuLe: '2025-05-19', ...change })
  expect(await recu({ rang: 0 })).toMatchObject({ reason: 'DEJA_RECU' })
  expect(await recu({ rang: 7 })).toMatchObject({ reason: 'ELEMENT_INCONNU' })
  expect(await recu({ recuLe: '2025-05-12' })).toMatchObject({ reason: 'JOUR_INVALIDE' })
  expect(await recu({ recuLe: '2025-05-22' })).toMatchObject({ reason: 'JOUR_INVALIDE' })
  expect(await recu()).toMatchObject({ ok: true })
  // The RIB was excused on the 20th, after the mail of the 19th: 7 days.
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: jour('2025-06-17'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-20') }],
  })
})

test('declared complete, the demandeur is told by when, and with whom', async () => {
  const { id: campagneId } = await uneCampagne(own.db, {
    reglages: { commissionLe: '2025-06-12', seancesCp: ['2025-05-05', '2025-07-07', '2025-09-15'] },
  })
  const { agent, dossier } = await unDossierIncomplet({ campagneId })
  await demander(agent, dossier.id)
  const fin = deps('2025-05-15T08:00:00Z')
  expect(await declarerComplet(fin, agent, await vise(dossier.id))).toEqual({ ok: true, value: 'COMPLET' })
  const apres = await lire(dossier.id)
  expect(apres).toMatchObject({
    etat: 'COMPLET',
    complementLimite: null,
    rejetImpliciteLe: jour('2025-06-12'),
    complements: [{ etat: 'LEVEE', leveeLe: jour('2025-05-15') }],
  })
  const courriel = apres.courriels.find(({ modele }) => modele === 'dossier_complet')
  for (const mots of [
    'complète depuis le 15\u00a0mai\u00a02025',
    'le 12\u00a0juin\u00a02025',
    'le 7\u00a0juillet\u00a02025',
  ])
    expect(courriel?.texte).toContain(mots)
})

test('a decision ends the wait: nothing is asked of a dossier that is decided', async () => {
  const { agent, dossier } = await unDossierIncomplet()
  await demander(agent, dossier.id)
  const responsable = await unAgent(own.db, 'RESPONSABLE')
  const refus = { motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est entièrement engagée.' } as const
  expect(await refuserDossier(deps(), responsable, { ...(await vise(dossier.id)), ...refus })).toMatchObject({
    ok: true,
  })
  expect(await lire(dossier.id)).toMatchObject({
    rejetImpliciteLe: null,
    complementLimite: null,
    complements: [{ etat: 'LEVEE' }],
  })
})
