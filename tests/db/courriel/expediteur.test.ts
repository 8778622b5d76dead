import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { REGLAGES_PAR_DEFAUT, reglagesEnJson } from '#domain/campagne/reglages'
import { emplacementsDe } from '#emails/textes-saisis'
import { promettreCourriel, writeMessage } from '#infra/courriels'
import { pageCourriel } from '#queries/courriel/page-courriel'
import { apercuTextes } from '#queries/campagne/apercu-textes'
import { SIGNATAIRE } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { essayerTextes } from '#usecases/campagne/essayer-textes'
import { accuserReception } from '#usecases/dossier/accuser-reception'
import { unPreProjet } from '../bannette/faits'
import { NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

const DEPOT = new Date('2025-04-11T08:00:00Z')
const MIENS = { expediteurNom: 'Jumelages', reponseA: 'jumelages@exemple.test' }
const MOTS = { destinataire: 'mairie@exemple.test', destinataireNom: '', sujet: 'Bonjour', texte: 'Bonjour.', html: '' }
const MESSAGE = { ...MOTS, modele: 'message_libre', creeLe: NOW } as const

let world: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
beforeAll(async () => {
  world = await ownDb()
  chef = await unAgent(world.db, 'RESPONSABLE')
})
afterAll(() => world.drop())

const uneDesJumelages = () =>
  uneCampagne(world.db, { reglages: { signataire: SIGNATAIRE, accuseReception: true, ...MIENS } })

test('every mail about a dossier or a fiche is from whom its campagne says, and keeps it once written', async () => {
  const { id: campagneId } = await uneDesJumelages()
  const dossier = await unDossier(world.db, { campagneId })
  const fiche = await unPreProjet(world.db, { campagneId })
  await world.db.$transaction(async (tx) => {
    await accuserReception(tx, dossier.id, DEPOT)
    await writeMessage(tx, chef, { ...MESSAGE, cleUnique: randomUUID(), dossierId: dossier.id })
    await writeMessage(tx, chef, { ...MESSAGE, cleUnique: randomUUID(), preProjetId: fiche.id })
  })
  await world.db.campagne.update({
    where: { id: campagneId },
    data: { reglages: reglagesEnJson({ ...REGLAGES_PAR_DEFAUT.MEI, expediteurNom: 'Autre' }) },
  })
  const ecrits = await world.db.courriel.findMany({
    where: { OR: [{ dossierId: dossier.id }, { preProjetId: fiche.id }] },
    select: { id: true, expediteurNom: true, reponseA: true },
  })
  expect(ecrits).toHaveLength(3)
  for (const { id, ...dit } of ecrits) {
    expect(dit).toEqual(MIENS)
    const { de, reponsesA } = await pageCourriel(world.db, id)
    expect(de).toMatch(/^Jumelages <.+@.+>$/)
    expect(reponsesA).toMatch(/^.+@.+, jumelages@exemple\.test$/)
  }
})

test('what is about no campagne says what the installation says', async () => {
  const { db } = world
  const envoi = { cleUnique: randomUUID(), sujet: null, faitLe: null, creeLe: NOW, partirLe: null, reponse: {} }
  const mots = { ...MOTS, modele: 'nouvelles_du_jour', echeances: [], signature: null } as const
  const { id } = await db.$transaction((tx) => promettreCourriel(tx, chef, { ...envoi, mots }))
  expect(await db.courriel.findUniqueOrThrow({ where: { id: id ?? '' } })).toMatchObject({
    expediteurNom: '',
    reponseA: '',
  })
})

test('the look at the texts of a campagne and the mail that tries them are from whom it says', async () => {
  const { code } = await uneDesJumelages()
  const maison = Object.fromEntries(emplacementsDe('ar_depot').map(({ cle, maison: mots }) => [cle, mots]))
  const saisis = { code, modele: 'ar_depot', saisie: maison, sujetId: '' } as const
  const vu = await apercuTextes(world.db, chef, saisis, NOW)
  if (!vu.ok) throw new Error(vu.reason)
  expect(vu.value[0]?.courriel.de).toMatch(/^Jumelages </)
  await essayerTextes({ db: world.db, now: () => NOW }, chef, { ...saisis, jeton: randomUUID() })
  const essai = await world.db.courriel.findFirstOrThrow({ where: { sujet: { startsWith: '[Essai]' } } })
  expect(essai).toMatchObject({ ...MIENS, dossierId: null, destinataire: chef.courriel })
})
