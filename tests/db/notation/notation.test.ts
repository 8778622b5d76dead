import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { lireSuivi } from '#queries/extranet/dossier-suivi'
import { criteresCampagne, notationDossier, scoreDossier } from '#queries/notation/notation'
import { pageSimulation } from '#queries/simulation/page-simulation'
import { ownDb } from '#support/own-db'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { noterDossier } from '#usecases/notation/noter-dossier'
import {
  ajouterCritere,
  archiverCritere,
  deplacerCritere,
  modifierCritere,
  reprendreCritere,
} from '#usecases/notation/regler-notation'
import { nothingWritten, NOW, race, SIGNATAIRE, unAgent, uneCampagne, unDossier } from '../dossier/faits'
import { seancesDans } from '../seance/faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Awaited<ReturnType<typeof unAgent>>
let [camille, paul, lecteur] = [] as unknown as [typeof chef, typeof chef, typeof chef]
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE', 'Dominique')
  camille = await unAgent(own.db)
  paul = await unAgent(own.db, 'INSTRUCTEUR', 'Paul')
  lecteur = await unAgent(own.db, 'LECTEUR', 'Lou')
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const JUSTIFIE = 'Le partenaire est connu et fiable.'
const critere = (libelle: string, maximum: number) => ({ libelle, aide: 'De rien à tout.', maximum: String(maximum) })

/** A campagne whose grille has two critères, of 4 and of 6 points. */
async function uneGrille() {
  const campagne = await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE } })
  await ajouterCritere(deps(), chef, { code: campagne.code, ...critere('Réciprocité', 4) })
  await ajouterCritere(deps(), chef, { code: campagne.code, ...critere('Budget', 6) })
  return campagne
}

async function unDossierALire() {
  const { id: campagneId, code } = await uneGrille()
  const { id: dossierId, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION', campagneId })
  return { dossierId, code, dossierVersion: version }
}

/** Reads a dossier on the critères that its page shows. */
async function lire(
  qui: typeof chef,
  dossierId: string,
  { points, mots = JUSTIFIE, rendre = true, vue }: { points: string[]; mots?: string; rendre?: boolean; vue?: number },
) {
  const { criteres, version } = await notationDossier(own.db, qui, dossierId)
  const notes = criteres.map(({ id, version: lue }, rang) => ({
    ...{ critereId: id, version: lue, points: points[rang] ?? '', justification: mots },
  }))
  return noterDossier(deps(), qui, { dossierId, version: vue ?? version, rendre, notes })
}

test('the grille of a campagne is kept in order, each act in its journal, at the version that was seen, and goes to the next year', async () => {
  const { id: campagneId, code } = await uneGrille()
  const [un, deux] = await criteresCampagne(own.db, code)
  const vise = (critereId = '', version = 0) => ({ code, critereId, version })
  expect(await modifierCritere(deps(), chef, { ...vise(un?.id), ...critere('budget', 4) })).toMatchObject({ reason: 'LIBELLE_DEJA_PRIS' }) // prettier-ignore
  expect(await modifierCritere(deps(), chef, { ...vise(un?.id), ...critere('Échanges', 5) })).toMatchObject({ ok: true }) // prettier-ignore
  await expect(archiverCritere(deps(), chef, vise(un?.id))).rejects.toBeInstanceOf(Conflict)
  await expect(ajouterCritere(deps(), camille, { code, ...critere('Autre', 1) })).rejects.toBeInstanceOf(Forbidden)
  await deplacerCritere(deps(), chef, { ...vise(deux?.id), sens: 'MONTER' })
  await archiverCritere(deps(), chef, vise(un?.id, 1))
  expect(
    (await criteresCampagne(own.db, code)).map(({ libelle, maximum, archive }) => [libelle, maximum, archive]),
  ).toEqual([
    ['Budget', 6, false],
    ['Échanges', 5, true],
  ])
  await reprendreCritere(deps(), chef, vise(un?.id, 2))
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: campagneId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte, detail }) => [acte, Reflect.get(Object(detail), 'fait')])).toEqual(
    ['AJOUTE', 'AJOUTE', 'MODIFIE', 'DEPLACE', 'ARCHIVE', 'REPRIS'].map((fait) => ['reglerNotation', fait]),
  )
})

test('a lecture is kept unfinished, then rendered, then rendered again beside the one it replaces; the journal holds no points', async () => {
  const { dossierId, dossierVersion } = await unDossierALire()
  expect(await lire(camille, dossierId, { points: ['', '5'], mots: 'À voir', rendre: false })).toMatchObject({
    ok: true,
  })
  expect(await notationDossier(own.db, camille, dossierId)).toMatchObject({
    ...{ version: 1, rendueLe: null, score: null, lectures: [] },
    criteres: [{ points: '', justification: 'À voir' }, { points: '5' }],
  })
  const refus = await nothingWritten(own.db, dossierId, () => lire(camille, dossierId, { points: ['', '5'] }))
  expect(refus).toEqual({ ok: false, reason: 'POINTS_MANQUANTS', detail: 'Réciprocité' })
  expect(await lire(camille, dossierId, { points: ['2', '5'] })).toMatchObject({ ok: true })
  expect(await lire(camille, dossierId, { points: ['2', '5'] })).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  expect(await lire(camille, dossierId, { points: ['2', '4'], rendre: false })).toMatchObject({ reason: 'DEJA_RENDUE' })
  expect(await nothingWritten(own.db, dossierId, () => lire(camille, dossierId, { points: ['4', '6'], vue: 1 }))).toBeInstanceOf(Conflict) // prettier-ignore
  expect(await lire(camille, dossierId, { points: ['4', '6'] })).toMatchObject({ ok: true })
  const page = await notationDossier(own.db, camille, dossierId)
  expect(page).toMatchObject({ score: 2_000, passees: [{ points: 7, maximum: 10, score: 1_400 }] })
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  expect(version).toBe(dossierVersion)
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } })
  expect(entrees.map(({ acte, detail }) => [acte, detail])).toEqual(
    ['GARDEE', 'RENDUE', 'MODIFIEE'].map((fait) => ['noterDossier', { fait, criteres: 2 }]),
  )
})

test('what others gave is read after one’s own is rendered, by who decides, and by all once it is decided: the queries say so', async () => {
  const { dossierId } = await unDossierALire()
  await lire(paul, dossierId, { points: ['4', '6'], mots: 'Paul dit oui à tout.' })
  await lire(camille, dossierId, { points: ['1', ''], rendre: false })
  for (const qui of [camille, lecteur]) {
    const page = await notationDossier(own.db, qui, dossierId)
    expect(page).toMatchObject({ lectures: [], passees: [], cachees: 1, score: null, lignes: [] })
    expect(JSON.stringify(page)).not.toContain('Paul')
    expect(await scoreDossier(own.db, qui, dossierId)).toEqual({ score: null, lectures: 0, cachees: 1 })
  }
  expect(await notationDossier(own.db, chef, dossierId)).toMatchObject({
    lectures: [{ par: 'Paul Essai' }],
    cachees: 0,
  })
  await lire(camille, dossierId, { points: ['1', '6'] })
  expect(await notationDossier(own.db, camille, dossierId)).toMatchObject({
    ...{ cachees: 0, score: 1_700 },
    lignes: [
      { points: expect.arrayContaining([4, 1]), ecart: 3, marque: true },
      { points: [6, 6], ecart: 0, marque: false },
    ],
  })
  await own.db.dossier.update({ where: { id: dossierId }, data: { etat: 'REFUSE' } })
  expect(await notationDossier(own.db, lecteur, dossierId)).toMatchObject({ lectures: [{}, {}], score: 1_700 })
})

test('a decided dossier is read no more, nor by who may not instruct; two readers do not stop each other, one reader twice does', async () => {
  const { dossierId } = await unDossierALire()
  const rendre = (qui: typeof chef, vue?: number) => () =>
    lire(qui, dossierId, { points: ['3', '3'], ...(vue !== undefined && { vue }) })
  expect(await nothingWritten(own.db, dossierId, rendre(lecteur))).toBeInstanceOf(Forbidden)
  expect((await race(rendre(camille), rendre(paul))).won).toHaveLength(2)
  const { won, lost } = await race(rendre(chef, 0), rendre(chef, 0))
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  await own.db.dossier.update({ where: { id: dossierId }, data: { etat: 'ACCORDE', montantAccordeCents: 1n } })
  const tard = () => lire(camille, dossierId, { points: ['4', '4'] })
  expect(await nothingWritten(own.db, dossierId, tard)).toEqual({ ok: false, reason: 'DECISION_DEJA_PRISE' })
})

test('a critère worded again changes no note that was given, and a lecture of its old words is refused', async () => {
  const { dossierId, code } = await unDossierALire()
  const [un] = await criteresCampagne(own.db, code)
  await lire(paul, dossierId, { points: ['4', '6'] })
  const avant = (await notationDossier(own.db, camille, dossierId)).criteres
  await modifierCritere(deps(), chef, { code, critereId: un?.id ?? '', version: 0, ...critere('Échanges', 10) })
  const notes = avant.map(({ id, version }) => ({ critereId: id, version, points: '1', justification: JUSTIFIE }))
  const vieille = () => noterDossier(deps(), camille, { dossierId, version: 0, rendre: true, notes })
  expect(await nothingWritten(own.db, dossierId, vieille)).toEqual({ ok: false, reason: 'GRILLE_CHANGEE' })
  expect((await notationDossier(own.db, paul, dossierId)).lectures).toMatchObject([
    { points: 10, maximum: 10, notes: [{ libelle: 'Réciprocité', maximum: 4, points: 4 }, {}] },
  ])
})

test('a simulation by score serves the best first and those without a score last, and shows no score that is not to be read yet', async () => {
  const monde = await seancesDans(own.db)
  const { id: campagneId } = await uneGrille()
  const [sans, faible, fort] = [await monde.unPropose(campagneId), await monde.unPropose(campagneId), await monde.unPropose(campagneId)] // prettier-ignore
  await lire(paul, faible, { points: ['0', '0'] })
  await lire(paul, fort, { points: ['4', '6'] })
  const scenario = {
    campagneId,
    lettre: 'A',
    regle: 'SCORE',
    enveloppeCents: 500_000n,
    regleLe: NOW,
    parId: chef.id,
  } as const
  await own.db.scenario.create({ data: scenario })
  const vue = async (qui: typeof chef) =>
    new Map(
      (
        await pageSimulation(own.db, qui, { objet: 'campagne', objetId: campagneId, gauche: 'A', droite: 'B' })
      ).lignes.map(({ id, gaucheCents, score, lectures }) => [id, { gaucheCents, score, lectures }]),
    )
  const duChef = await vue(chef)
  expect([sans, faible, fort].map((id) => duChef.get(id))).toEqual([
    { gaucheCents: 0n, score: null, lectures: 0 },
    { gaucheCents: 50_000n, score: 0, lectures: 1 },
    { gaucheCents: 450_000n, score: 2_000, lectures: 1 },
  ])
  expect((await vue(camille)).get(fort)).toMatchObject({ score: null, lectures: 1 })
  expect((await vue(paul)).get(fort)).toMatchObject({ score: 2_000 })
})

test('nothing of a lecture is in what the structure is shown, and it leaves with its dossier', async () => {
  const { dossierId } = await unDossierALire()
  await lire(paul, dossierId, { points: ['4', '6'], mots: 'Zanzibar est bien préparé.' })
  const suivi = await lireSuivi(own.db, { id: dossierId, role: 'REPRESENTANT_LEGAL', now: NOW })
  const dit = JSON.stringify(suivi, (_, valeur: unknown) => (typeof valeur === 'bigint' ? String(valeur) : valeur))
  expect(dit).toContain('Jumelage à Herne')
  expect(dit).not.toMatch(/Zanzibar|Réciprocité|lecture|score|notation/i)
  await own.db.dossier.delete({ where: { id: dossierId } })
  expect(await own.db.lecture.count({ where: { dossierId } })).toBe(0)
})

test('the campagne of the next year begins with the critères that are offered', async () => {
  const { code } = await uneGrille()
  const [, budget] = await criteresCampagne(own.db, code)
  await archiverCritere(deps(), chef, { code, critereId: budget?.id ?? '', version: 0 })
  const { version } = await own.db.campagne.findUniqueOrThrow({ where: { code } })
  const suivante = await preparerCampagne(deps(), chef, { depuis: code, version, saisie: {} })
  expect(await criteresCampagne(own.db, suivante.ok ? suivante.value.code : '')).toMatchObject([
    { libelle: 'Réciprocité', aide: 'De rien à tout.', maximum: 4, archive: false, version: 0 },
  ])
})
