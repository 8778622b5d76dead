import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import type { DepsFichiers } from '#infra/deps'
import { ouvrirCampagnes } from '#support/campagnes'
import { csv, importer, listing, receptionDeps } from '#support/reception'
import { ownDb } from '#support/own-db'
import { changerDeCampagne } from '#usecases/dossier/changer-campagne'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { Conflict } from '#infra/errors'
import { lotsDans } from '../lot-actes/faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let responsable: Agent
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  const { id } = await own.db.agent.create({
    data: { courriel: 'r@exemple.test', nom: 'Roy', prenom: 'Ana', role: 'RESPONSABLE' },
  })
  responsable = { type: 'AGENT', id, nom: 'Roy', prenom: 'Ana', role: 'RESPONSABLE', courriel: 'r@exemple.test' }
})
afterAll(() => own.drop())

const lots = lotsDans(
  () => own.db,
  () => deps,
)

const lire = (numero: string) => own.db.dossier.findUniqueOrThrow({ where: { numero } })

test('by lot, those past their implicit rejection are closed, each with its entry and no mail; the others are said with why', async () => {
  const lignes = ['3/4/2025', '4/4/2025', '5/4/2025', '10/9/2025'].map((depot, i) => ({
    Numéro: `2025-0000${i + 1}`,
    Objet: `N° ${i}`,
    'Date de dépôt': depot,
  }))
  await importer(deps, [listing(csv(...lignes))])
  const lus = await Promise.all(lignes.map(({ Numéro }) => lire(Numéro)))
  const champs = { constat: 'constaterRejetImplicite', precision: 'Reprise' }
  const id = await lots.preparer(responsable, { acte: 'clore', champs, dossierIds: lus.map((un) => un.id) })
  await lots.lancer(responsable, id)
  await own.db.dossier.update({ where: { id: lus[1]?.id ?? '' }, data: { version: { increment: 1 } } })
  await lots.traiter(id)
  expect((await lots.lire(id)).lignes.map(({ etat, motif }) => (etat === 'ECARTEE' ? motif : etat))).toEqual([
    'FAITE',
    'MODIFIEE',
    'FAITE',
    'Le délai de rejet implicite n’est pas échu.',
  ])
  expect(await lire('2025-00001')).toMatchObject({ etat: 'REJET_IMPLICITE', rejetImpliciteLe: null })
  expect((await lire('2025-00002')).etat).toBe('DEPOSE')
  expect(
    await own.db.entreeJournal.findMany({
      where: { acte: 'constaterRejetImplicite' },
      select: { objetId: true, detail: true },
    }),
  ).toEqual(
    [lus[0]?.id, lus[2]?.id].map((objetId) => ({
      objetId,
      detail: { avant: 'DEPOSE', apres: 'REJET_IMPLICITE', precision: 'Reprise' },
    })),
  )
  expect(await own.db.courriel.count()).toBe(0)
})

test('by lot, a selection is closed without an answer: each by its own decision, with its entry, told by a mail or not as was chosen', async () => {
  const numeros = ['2025-00021', '2025-00022', '2025-00023', '2025-00024']
  await importer(deps, [
    listing(csv(...numeros.map((Numéro) => ({ Numéro, Objet: Numéro, 'Date de dépôt': '10/9/2025' })))),
  ])
  const lus = await Promise.all(numeros.map(lire))
  const ids = lus.map(({ id }) => id)
  const reglement = { echeance: new Date(deps.now().getTime() + 60_000), ouvertLe: deps.now(), motif: 'Corriger.' }
  await own.db.deverrouillage.create({
    data: { dossierId: ids[3] ?? '', sections: ['BUDGET'], ouvertParId: responsable.id, ...reglement },
  })
  const faire = (prevenir: string, dossierIds: string[], motif = 'DEPOSE_EN_DOUBLE', precision = '') =>
    lots.preparer(responsable, { acte: 'classerSansSuite', champs: { motif, precision, prevenir }, dossierIds })

  const autre = await faire('non', ids, 'AUTRE')
  expect((await lots.lire(autre)).lignes.map(({ motif }) => motif)).toEqual([
    ...Array.from({ length: 3 }, () => 'Expliquez pourquoi en une phrase au moins\u00a0: le demandeur la lira.'),
    'Le demandeur peut encore modifier ce dossier\u00a0: attendez l’échéance ou refermez la modification.',
  ])

  const avec = await faire('oui', [ids[0] ?? ''])
  const sans = await faire('non', ids.slice(1))
  expect((await lots.lire(avec)).lignes).toMatchObject([{ etat: 'PRETE', courriels: 1 }])
  expect((await lots.lire(sans)).lignes).toMatchObject([
    { etat: 'PRETE', courriels: 0 },
    { etat: 'PRETE', courriels: 0 },
    { etat: 'ECARTEE' },
  ])
  expect(await own.db.decision.count({ where: { dossierId: { in: ids } } })).toBe(0)
  for (const id of [avec, sans]) {
    await lots.lancer(responsable, id)
    await lots.traiter(id)
  }
  const faits = await Promise.all(numeros.map(lire))
  expect(faits.map(({ etat }) => etat)).toEqual(['SANS_SUITE', 'SANS_SUITE', 'SANS_SUITE', 'DEPOSE'])
  expect(
    await own.db.entreeJournal.findMany({
      where: { acte: 'classerSansSuite', objetId: { in: ids } },
      select: { objetId: true, acteurId: true },
      orderBy: { id: 'asc' },
    }),
  ).toEqual(ids.slice(0, 3).map((objetId) => ({ objetId, acteurId: responsable.id })))
  const courriels = await own.db.courriel.findMany({ where: { dossierId: { in: ids } } })
  expect(courriels).toMatchObject([{ dossierId: ids[0], modele: 'sans_suite' }])
  expect(courriels[0]?.partirLe?.getTime()).toBe(deps.now().getTime() + 30 * 60_000)
})

test('what the demandeur writes, or has written, is looked at before the dossier is closed, by who may decide', async () => {
  const [id, deverrouillageId] = [randomUUID(), randomUUID()]
  const ligne = { Numéro: '2025-00007', Objet: 'Modifié', 'Date de dépôt': '3/4/2025' }
  await importer(deps, [listing(csv(ligne))])
  const { id: dossierId, version } = await lire('2025-00007')
  const ouverture = { sections: ['BUDGET' as const], motif: 'Corriger le budget.', ouvertParId: responsable.id }
  const [ouvertLe, echeance] = [new Date(deps.now().getTime() - 60_000), new Date(deps.now().getTime() + 60_000)]
  await own.db.deverrouillage.create({ data: { id: deverrouillageId, dossierId, ...ouverture, ouvertLe, echeance } })
  const voulu = { constat: 'constaterRejetImplicite', precision: '', dossierId, version } as const
  const clore = () => constaterDossier(deps, responsable, voulu)
  await expect(constaterDossier(deps, { ...responsable, role: 'INSTRUCTEUR' }, voulu)).rejects.toThrow(Forbidden)
  expect(await clore()).toMatchObject({ reason: 'DEVERROUILLAGE_OUVERT' })
  await own.db.deverrouillage.update({
    where: { id: deverrouillageId },
    data: { refermeLe: ouvertLe, fermeture: 'AGENT' },
  })
  await own.db.modification.create({ data: { id, dossierId, deverrouillageId, etat: 'REDEPOSEE' } })
  expect(await clore()).toMatchObject({ reason: 'MODIFICATION_A_EXAMINER' })
  await own.db.modification.update({ where: { id }, data: { etat: 'ECARTEE' } })
  expect(await clore()).toMatchObject({ ok: true })
  await expect(clore()).rejects.toBeInstanceOf(Conflict)
})

test('moved to another campagne with a reason, a dossier is asked what that one asks, and no import moves it back', async () => {
  await ouvrirCampagnes(own.db, 2026, {})
  const ligne = { Numéro: '2025-00009', Objet: 'À déplacer', 'Date de dépôt': '10/9/2025' }
  await importer(deps, [listing(csv(ligne))])
  const { id, version } = await lire('2025-00009')
  const vise = { dossierId: id, code: 'MEI-2026', motif: 'Le projet est celui de l’an prochain.' }
  const changer = (change: Partial<typeof vise & { version: number }>) =>
    changerDeCampagne(deps, responsable, { ...vise, version, ...change })
  expect(await changer({ motif: 'non' })).toMatchObject({ ok: false, reason: 'MOTIF_TROP_COURT' })
  expect(await changer({ code: 'MEI-2025' })).toMatchObject({ ok: false, reason: 'CAMPAGNE_INCHANGEE' })
  await expect(changer({ version: version + 1 })).rejects.toThrow()
  expect(await changer({})).toMatchObject({ ok: true, value: { code: 'MEI-2026' } })

  const deplace = () =>
    own.db.dossier.findUniqueOrThrow({
      where: { id },
      select: { campagne: { select: { code: true } }, exigences: { select: { campagne: { select: { code: true } } } } },
    })
  const en2026 = { campagne: { code: 'MEI-2026' }, exigences: { campagne: { code: 'MEI-2026' } } }
  expect(await deplace()).toEqual(en2026)
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'changerCampagne' } })
  expect(entree?.detail).toMatchObject({ de: 'MEI-2025', vers: 'MEI-2026', precision: vise.motif })
  expect(await importer(deps, [listing(csv({ ...ligne, 'Montant demandé': '9 000,00' }))])).toMatchObject({
    misAJour: 1,
  })
  expect(await deplace()).toEqual(en2026)
})

test('what the règlement does not admit is that of the campagne a dossier is moved to', async () => {
  await ouvrirCampagnes(own.db, 2027, {})
  const [ouverteLe, echeanceFiche, echeanceDepot] = ['2025-01-01', '2025-01-15', '2025-01-31'].map((le) => new Date(le))
  await own.db.campagne.updateMany({ where: { annee: 2027 }, data: { ouverteLe, echeanceFiche, echeanceDepot } })
  const ligne = { Objet: 'À temps', 'Date de dépôt': '10/9/2025' }
  await importer(deps, [listing(csv({ ...ligne, Numéro: '2025-00010' }))])
  const { id: dossierId, version, recevabilite } = await lire('2025-00010')
  expect(recevabilite).toBe('RIEN_A_SIGNALER')
  // A second demande for one project is said on both, until they are of two campagnes.
  await importer(deps, [listing(csv({ ...ligne, Numéro: '2025-00011' }))])
  expect(await lire('2025-00011')).toMatchObject({ recevabilite: 'A_VERIFIER' })
  const motif = 'Le projet est celui d’un autre appel.'
  await changerDeCampagne(deps, responsable, { dossierId, version, code: 'MEI-2027', motif })
  expect(await lire('2025-00010')).toMatchObject({ recevabilite: 'A_VERIFIER' })
  expect(await lire('2025-00011')).toMatchObject({ recevabilite: 'RIEN_A_SIGNALER' })
})
