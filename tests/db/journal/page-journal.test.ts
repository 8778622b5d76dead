import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { SYSTEME } from '#domain/acces/acteur'
import type { Acteur } from '#domain/acces/acteur'
import { type Entree, writeJournal } from '#infra/journal'
import { exportJournal } from '#queries/rapport/export-journal'
import { JournalParams, pageJournal, TAILLE_JOURNAL } from '#queries/journal/page-journal'
import { compterJournal, CriteresJournal } from '#queries/rapport/entrees-journal'
import { ownDb } from '#support/own-db'
import { unAgent, unDossier } from '../dossier/faits'

let world: Awaited<ReturnType<typeof ownDb>>
let camille: Agent
let dossier: Awaited<ReturnType<typeof unDossier>>

const ecrire = (acteur: Acteur, entree: Entree) => world.db.$transaction((tx) => writeJournal(tx, acteur, entree))
const chercher = (demande: object) => pageJournal(world.db, JournalParams.parse(demande))
const actes = async (demande: object) => (await chercher(demande)).entrees.map(({ acte }) => acte)

beforeAll(async () => {
  world = await ownDb()
  camille = await unAgent(world.db)
  dossier = await unDossier(world.db)
  const objet = { objet: 'dossier', objetId: dossier.id } as const
  await ecrire(camille, { ...objet, acte: 'affecter', le: new Date('2025-05-12T22:30:00Z') })
  await ecrire(SYSTEME, { ...objet, acte: 'relancer', le: new Date('2025-05-13T08:00:00Z') })
  await ecrire(camille, {
    acte: 'ecrireMessage',
    objet: 'courriel',
    objetId: '00000000-0000-4000-8000-000000000001',
    detail: { sujet: '=1+1', destinataire: 'a@exemple.test' },
    le: new Date('2025-05-14T21:59:00Z'),
  })
})
afterAll(() => world.drop())

test('the newest is first; an act, an agent, a thing or days narrow it', async () => {
  expect(await actes({})).toEqual(['ecrireMessage', 'relancer', 'affecter'])
  expect(await actes({ acte: 'relancer' })).toEqual(['relancer'])
  expect(await actes({ agent: camille.id })).toEqual(['ecrireMessage', 'affecter'])
  expect(await actes({ agent: 'SYSTEME' })).toEqual(['relancer'])
  expect(await actes({ objet: 'courriel' })).toEqual(['ecrireMessage'])
  expect(await actes({ q: dossier.numero })).toEqual(['relancer', 'affecter'])
  expect(await actes({ q: '00000000-0000-4000-8000-000000000001' })).toEqual(['ecrireMessage'])
  expect(await actes({ q: '2025-99999' })).toEqual([])
})

test('days are those of Paris, the last one included', async () => {
  expect(await actes({ depuis: '13/05/2025' })).toEqual(['ecrireMessage', 'relancer', 'affecter'])
  expect(await actes({ depuis: '14/05/2025' })).toEqual(['ecrireMessage'])
  expect(await actes({ jusqua: '14/05/2025' })).toEqual(['ecrireMessage', 'relancer', 'affecter'])
  expect(await actes({ jusqua: '13/05/2025' })).toEqual(['relancer', 'affecter'])
})

test('what is not one of ours is not asked of the database', async () => {
  expect(await actes({ acte: "x' OR 1=1", agent: 'moi', objet: 'table', depuis: 'hier', apres: '-3' })).toHaveLength(3)
})

test('the file holds what the page shows, and no cell of it is a formula', async () => {
  const csv = await exportJournal(world.db, CriteresJournal.parse({ q: '' }))
  expect(csv?.split('\r\n').filter(Boolean)).toHaveLength(4)
  expect(csv).toContain(`Dossier;${dossier.numero};`)
  for (const cellule of csv?.split(/[;\r\n]+/) ?? []) expect(cellule).not.toMatch(/^"?[=+@-]/)
})

test('a page goes on after its last entry, whatever was written since, and none is missed nor shown twice', async () => {
  const le = new Date('2025-06-01T08:00:00Z')
  for (let rang = 0; rang < TAILLE_JOURNAL + 10; rang += 1)
    await ecrire(SYSTEME, { acte: 'relireCourriel', objet: 'courriel-recu', objetId: `${rang}`, le })
  const premiere = await chercher({ acte: 'relireCourriel' })
  expect(premiere.entrees).toHaveLength(TAILLE_JOURNAL)
  await ecrire(SYSTEME, { acte: 'relireCourriel', objet: 'courriel-recu', objetId: 'tard', le: new Date('2025-06-02') })
  const seconde = await chercher({ acte: 'relireCourriel', apres: String(premiere.suivante) })
  expect(seconde.entrees).toHaveLength(10)
  expect(seconde.suivante).toBeNull()
  const vues = [...premiere.entrees, ...seconde.entrees].map(({ objetId }) => objetId)
  expect(new Set(vues).size).toBe(TAILLE_JOURNAL + 10)
  expect(await compterJournal(world.db, CriteresJournal.parse({ acte: 'relireCourriel' }), 20)).toBe(21)
})
