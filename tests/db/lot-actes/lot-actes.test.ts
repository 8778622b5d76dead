import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIGNES_MAX } from '#domain/lot-actes/acte-de-lot'
import type { Deps } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { lotSansRefus, mesLots, pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { ownDb } from '#support/own-db'
import { affecterDossier } from '#usecases/dossier/affecter-dossier'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { reglerLot } from '#usecases/lot-actes/regler-lot'
import { abandonnerTranche, traiterTranche } from '#usecases/lot-actes/traiter-tranche'
import { desDossiers } from '../dossier/des-dossiers'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { lotsDans } from './faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
let campagneId: string
beforeAll(async () => {
  own = await ownDb()
  campagneId = (await uneCampagne(own.db)).id
})
afterAll(() => own.drop())

const deps = (): Deps => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

/** So many dossiers whose pièces are all accepted, in this state. */
const desComplets = (n: number, etat: 'DEPOSE' | 'COMPLET' | 'EN_INSTRUCTION' = 'DEPOSE') =>
  desDossiers(
    own.db,
    Array.from({ length: n }, () => ({
      ...{ campagneId, etat, deposeLe: '2025-04-10', rejetImpliciteLe: '2025-06-10', pays: 'Allemagne' },
      ...{ contactCourriel: 'ines@exemple.test', projetFin: null },
    })),
  )

const journal = (acte: string, ids: readonly string[]) =>
  own.db.entreeJournal.findMany({ where: { acte, objetId: { in: [...ids] } } })

test('a lot says what would change, what would not and why, and which mails would leave; nothing is written of it', async () => {
  const agent = await unAgent(own.db)
  const [complet] = await desComplets(1)
  const absente = await unDossier(own.db, { campagneId, statuts: 'CONFORME' })
  const decide = await unDossier(own.db, { campagneId, etat: 'ACCORDE' })
  const brouillon = await unDossier(own.db, { campagneId, etat: 'BROUILLON' })
  const ids = [complet?.id ?? '', absente.id, decide.id]
  const preparer = () =>
    lots.preparer(agent, {
      acte: 'declarerComplet',
      dossierIds: [...ids, ...ids, brouillon.id, '00000000-0000-4000-8000-000000000000'],
    })
  let id = ''
  for (const dossierId of ids) {
    const avant = await own.db.outboxJob.count({ where: { name: 'courriel.envoyer' } })
    const etat = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
    id = await preparer()
    expect(await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).toEqual(etat)
    expect(await own.db.outboxJob.count({ where: { name: 'courriel.envoyer' } })).toBe(avant)
    expect(await journal('declarerComplet', [dossierId])).toEqual([])
    expect(await own.db.courriel.count({ where: { dossierId } })).toBe(0)
  }
  const page = await pageLotActes(own.db, agent, { id, etat: null, page: 0, now: NOW })
  expect(page).toMatchObject({ etape: 'PRET', total: 3, courriels: 1, retenus: 0 })
  expect(page.groupes.map(({ etat, lignes }) => [etat, lignes.map(({ numero, motif }) => [numero, motif])])).toEqual([
    [
      'ECARTEE',
      [
        [absente.numero, '1\u00a0pièce manque ou n’est pas conforme.'],
        [decide.numero, 'Une décision a déjà été prise.'],
      ],
    ],
    ['PRETE', [[complet?.numero, null]]],
  ])
  expect(page.groupes[1]?.lignes[0]).toMatchObject({ courriels: 1, destinataire: 'ines@exemple.test' })
  expect(await lotSansRefus(own.db, agent, { id, now: NOW })).toBeNull()
  const seul = await lots.preparer(agent, { acte: 'declarerComplet', dossierIds: ids.slice(0, 1) })
  expect(await lotSansRefus(own.db, agent, { id: seul, now: NOW })).toMatchObject({ id: seul, lignes: 1, courriels: 1 })
})

test('sent, each line is done by the act of its page: state, journal, mail; what was refused stays, and the result is joined to the preview', async () => {
  const agent = await unAgent(own.db)
  const faits = await desComplets(3)
  const absente = await unDossier(own.db, { campagneId, statuts: 'CONFORME' })
  const ids = [...faits.map(({ id }) => id), absente.id]
  const id = await lots.preparer(agent, { acte: 'declarerComplet', dossierIds: ids })
  expect(await lots.lancer(agent, id)).toEqual({ ok: true, value: { dossiers: 3 } })
  expect(await lots.lancer(agent, id)).toEqual({ ok: false, reason: 'DEJA_LANCE' })
  const promises = await own.db.outboxJob.findMany({ where: { name: 'lot-actes.traiter' } })
  expect(promises.map(({ payload }) => payload)).toContainEqual({ lotId: id, tranche: 0 })
  await lots.traiter(id)
  await lots.traiter(id)
  expect(await lots.etats(id)).toEqual(['FAITE', 'FAITE', 'FAITE', 'ECARTEE'])
  const lus = await own.db.dossier.findMany({ where: { id: { in: ids } }, include: { courriels: true } })
  expect(lus.filter(({ etat }) => etat === 'COMPLET')).toHaveLength(3)
  expect(lus.filter(({ courriels }) => courriels.length === 1)).toHaveLength(3)
  expect((await journal('declarerComplet', ids)).map(({ acteurId }) => acteurId)).toEqual([
    agent.id,
    agent.id,
    agent.id,
  ])
  expect(await journal('lancerLot', [id])).toMatchObject([
    { detail: { acteDeLot: 'declarerComplet', dossiers: 3, ecartes: 1 } },
  ])
  expect(await mesLots(own.db, agent)).toMatchObject([
    { id, etape: 'FINI', total: 4, comptes: { FAITE: 3, ECARTEE: 1 } },
  ])
})

test('what changed since the preview is left as it is, and says who did what', async () => {
  const agent = await unAgent(own.db)
  const collegue = await unAgent(own.db, 'INSTRUCTEUR', 'Paul')
  const [un, deux] = await desComplets(2, 'COMPLET')
  const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: [un?.id ?? '', deux?.id ?? ''] })
  await lots.lancer(agent, id)
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: un?.id ?? '' } })
  await affecterDossier(deps(), collegue, { dossierId: un?.id ?? '', version, agentId: collegue.id, message: '' })
  await lots.traiter(id)
  expect((await lots.lire(id)).lignes).toMatchObject([
    { etat: 'MODIFIEE', motif: 'Modifié depuis l’aperçu par Paul Essai (dossier affecté).' },
    { etat: 'FAITE', motif: null },
  ])
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id: un?.id ?? '' } })).toMatchObject({ etat: 'COMPLET' })
})

test('two officers on overlapping lots: no line is done twice, and each is told of the other', async () => {
  const [un, deux] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const ids = (await desComplets(30, 'COMPLET')).map(({ id }) => id)
  const a = await lots.preparer(un, { acte: 'instruire', dossierIds: ids.slice(0, 20) })
  const b = await lots.preparer(deux, { acte: 'instruire', dossierIds: ids.slice(10) })
  await Promise.all([lots.lancer(un, a), lots.lancer(deux, b)])
  await Promise.all([lots.traiter(a), lots.traiter(b), lots.traiter(a), lots.traiter(b)])
  const [etatsA, etatsB] = [await lots.comptes(a), await lots.comptes(b)]
  expect((etatsA['FAITE'] ?? 0) + (etatsB['FAITE'] ?? 0)).toBe(30)
  expect((etatsA['MODIFIEE'] ?? 0) + (etatsB['MODIFIEE'] ?? 0)).toBe(10)
  expect(await journal('instruire', ids)).toHaveLength(30)
  const autres = async (agent: typeof un, id: string) =>
    (await pageLotActes(own.db, agent, { id, etat: null, page: 0, now: NOW })).autres
  expect(await autres(un, a)).toMatchObject([{ par: 'Paul Essai', communs: 10, lanceLe: NOW }])
  expect(await autres(deux, b)).toMatchObject([{ par: 'Camille Essai', communs: 10, lanceLe: NOW }])
})

test('broken off five times as a line is written and run again, each line is done once', async () => {
  const agent = await unAgent(own.db)
  const ids = (await desComplets(6)).map(({ id }) => id)
  const id = await lots.preparer(agent, { acte: 'declarerComplet', dossierIds: ids })
  await lots.lancer(agent, id)
  for (let n = 1; n <= 5; n += 1) {
    // The act is written, the line is about to say so: there the transaction dies.
    await own.db.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION tuer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$;
      CREATE TRIGGER tuer BEFORE UPDATE ON lot_actes_ligne FOR EACH ROW WHEN (NEW.etat = 'FAITE' AND NEW.rang >= ${n})
        EXECUTE FUNCTION tuer();`)
    await expect(lots.traiter(id)).rejects.toThrow('killed')
    await own.db.$executeRawUnsafe('DROP TRIGGER tuer ON lot_actes_ligne')
    expect(await lots.comptes(id)).toEqual({ FAITE: n, PRETE: 6 - n })
    expect(await journal('declarerComplet', ids)).toHaveLength(n)
  }
  await Promise.all([lots.traiter(id), lots.traiter(id)])
  expect(await lots.comptes(id)).toEqual({ FAITE: 6 })
  expect(await journal('declarerComplet', ids)).toHaveLength(6)
  expect(await own.db.courriel.count({ where: { dossierId: { in: ids } } })).toBe(6)
})

test('what an act asks for is filled in once for all, may be filled in again before the yes, and is looked at anew', async () => {
  const [agent, collegue, lecteur] = [
    await unAgent(own.db),
    await unAgent(own.db, 'INSTRUCTEUR', 'Paul'),
    await unAgent(own.db, 'LECTEUR'),
  ]
  const ids = (await desComplets(2)).map(({ id }) => id)
  const id = await lots.preparer(agent, { acte: 'affecter', dossierIds: ids })
  expect(await lots.etats(id)).toEqual(['A_EXAMINER', 'A_EXAMINER'])
  expect(await lots.lancer(agent, id)).toEqual({ ok: false, reason: 'PAS_ENCORE_EXAMINE' })
  const regler = async (agentId: string, version?: number) =>
    reglerLot(deps(), agent, {
      lotId: id,
      version: version ?? (await lots.lire(id)).version,
      champs: { agentId },
    })
  expect(await regler('n’importe qui')).toEqual({ ok: false, reason: 'A_DONNER' })
  await expect(regler(collegue.id, 7)).rejects.toBeInstanceOf(Conflict)
  expect(await regler(lecteur.id)).toMatchObject({ ok: true })
  expect((await lots.lire(id)).lignes).toMatchObject(
    ids.map(() => ({ etat: 'ECARTEE', motif: 'Cette personne ne peut pas suivre de dossier.' })),
  )
  expect(await lots.lancer(agent, id)).toEqual({ ok: false, reason: 'RIEN_A_FAIRE' })
  expect(await regler(collegue.id)).toMatchObject({ ok: true })
  await lots.lancer(agent, id)
  expect(await regler(agent.id)).toEqual({ ok: false, reason: 'DEJA_LANCE' })
  await lots.traiter(id)
  expect(await own.db.dossier.count({ where: { agentId: collegue.id } })).toBe(2)
})

test('a line that breaks does not keep the others waiting, and says so once nobody tries again', async () => {
  const agent = await unAgent(own.db)
  const [un, deux] = (await desComplets(2, 'COMPLET')).map(({ id }) => id)
  const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: [un ?? '', deux ?? ''] })
  await lots.lancer(agent, id)
  await own.db.$executeRawUnsafe(`
    CREATE FUNCTION casser() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
    CREATE TRIGGER casser BEFORE UPDATE ON dossier FOR EACH ROW WHEN (OLD.id = '${un}') EXECUTE FUNCTION casser();`)
  await expect(lots.traiter(id)).rejects.toThrow('broken')
  await own.db.$executeRawUnsafe('DROP TRIGGER casser ON dossier')
  expect(await lots.etats(id)).toEqual(['PRETE', 'FAITE'])
  await abandonnerTranche(deps(), { lotId: id, tranche: 0 }, 'Trop tard.')
  expect((await lots.lire(id)).lignes).toMatchObject([{ etat: 'ECHEC', motif: 'Trop tard.' }, { etat: 'FAITE' }])
  await traiterTranche(deps(), { lotId: id, tranche: 0 })
  expect(await lots.etats(id)).toEqual(['ECHEC', 'FAITE'])
})

test('a lot holds so many dossiers at most, and one at least', async () => {
  const agent = await unAgent(own.db)
  const trop = Array.from(
    { length: LIGNES_MAX + 1 },
    (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  )
  const preparer = (dossierIds: readonly string[]) =>
    preparerLot(deps(), agent, { acte: 'instruire', champs: {}, dossierIds })
  expect(await preparer(trop)).toMatchObject({ reason: 'TROP_DE_DOSSIERS' })
  expect(await preparer(trop.slice(0, 2))).toMatchObject({ reason: 'AUCUN_DOSSIER' })
  expect(await own.db.lotActes.count({ where: { parId: agent.id } })).toBe(0)
})

test('a large lot is looked at by the workers', async () => {
  const agent = await unAgent(own.db)
  const ids = (await desComplets(60, 'COMPLET')).map(({ id }) => id)
  const id = await lots.preparer(agent, { acte: 'instruire', dossierIds: ids })
  expect(await lots.comptes(id)).toEqual({ A_EXAMINER: 60 })
  expect(await pageLotActes(own.db, agent, { id, etat: null, page: 0, now: NOW })).toMatchObject({ etape: 'EXAMEN' })
  const promises = await own.db.outboxJob.findMany({ where: { name: 'lot-actes.examiner' } })
  expect(promises.filter(({ payload }) => JSON.stringify(payload).includes(id))).toHaveLength(3)
})
