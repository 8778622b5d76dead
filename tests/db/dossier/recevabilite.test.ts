import { afterAll, beforeAll, expect, test } from 'vitest'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { filtresDossiers } from '#queries/dossier/filtres-dossiers'
import { declarerHorsDelai } from '#usecases/dossier/declarer-irrecevable'
import { reprendreRecevabilite, verifierRecevabilite } from '#usecases/dossier/verifier-recevabilite'
import { reexaminerRecevabilites } from '#usecases/entretien/reexaminer-recevabilites'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, NOW, unAgent, unDossier, uneCampagne } from './faits'

/** Who looks: nobody of this test. */
const PERSONNE = '00000000-0000-4000-8000-000000000000'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const etat = async (id: string) => (await own.db.dossier.findUniqueOrThrow({ where: { id } })).recevabilite
const onglet = async () => (await compteursDossiers(own.db, [], { moi: PERSONNE, now: NOW })).compteurs['a-verifier']
const filtre = async () =>
  (await compteursDossiers(own.db, filtresDossiers({ recevabilite: 'a-verifier' }), { moi: PERSONNE, now: NOW }))
    .compteurs.tous

test('a late dossier is listed to be looked at; answered, it no longer is, until what is signalled changes', async () => {
  const [chef, agent] = [await unAgent(own.db, 'RESPONSABLE', 'Paul'), await unAgent(own.db)]
  const campagne = await uneCampagne(own.db)
  const { id } = await unDossier(own.db, { campagneId: campagne.id })
  await reexaminerRecevabilites({ db: own.db })
  expect([await etat(id), await onglet()]).toEqual(['RIEN_A_SIGNALER', 0])

  await own.db.campagne.update({ where: { id: campagne.id }, data: { echeanceDepot: jour('2025-04-09') } })
  expect(await reexaminerRecevabilites({ db: own.db })).toBe(1)
  expect([await etat(id), await onglet(), await filtre()]).toEqual(['A_VERIFIER', 1, 1])

  const passer = { dossierId: id, version: 0, verdict: 'PASSER_OUTRE', motif: 'Panne du portail ce jour-là.' } as const
  expect(await nothingWritten(own.db, id, () => verifierRecevabilite(deps(), agent, passer))).toMatchObject({
    reason: 'RESERVE_AU_RESPONSABLE',
  })
  expect(await verifierRecevabilite(deps(), chef, passer)).toMatchObject({ ok: true })
  expect([await etat(id), await onglet()]).toEqual(['VERIFIEE', 0])
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: id, acte: 'verifierRecevabilite' } })
  expect(entree.detail).toMatchObject({
    verdict: 'PASSER_OUTRE',
    constats: ['Déposé le 10/04/2025\u00a0; la date limite était le 09/04/2025.'],
  })

  expect(await reprendreRecevabilite(deps(), agent, { dossierId: id, version: 1 })).toMatchObject({ ok: true })
  expect(await etat(id)).toBe('A_VERIFIER')
  expect(await verifierRecevabilite(deps(), agent, { ...passer, version: 2, verdict: 'RECEVABLE' })).toMatchObject({
    ok: true,
  })
  await own.db.dossier.update({ where: { id }, data: { pays: 'France' } })
  await reexaminerRecevabilites({ db: own.db })
  expect(await etat(id)).toBe('A_VERIFIER')
})

test('declared late, it is closed by its own mail without a vote; one that is not late cannot be', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const campagne = await uneCampagne(own.db)
  const { id } = await unDossier(own.db, { campagneId: campagne.id })
  const voulue = { dossierId: id, version: 0, precision: 'Déposé le lendemain de la date limite.' }
  expect(await nothingWritten(own.db, id, () => declarerHorsDelai(deps(), chef, voulue))).toMatchObject({
    reason: 'RIEN_A_SIGNALER',
  })
  await own.db.campagne.update({ where: { id: campagne.id }, data: { echeanceDepot: jour('2025-04-09') } })
  expect(await declarerHorsDelai(deps(), chef, voulue)).toMatchObject({ ok: true, value: { nature: 'HORS_DELAI' } })
  const [courriel] = await own.db.courriel.findMany({ where: { dossierId: id } })
  expect(courriel?.modele).toBe('irrecevabilite')
  expect(courriel?.texte).toContain('Motif : Déposé hors délai.'.replace(' :', '\u00a0:'))
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({
    etat: 'HORS_DELAI',
    rejetImpliciteLe: null,
  })
})
