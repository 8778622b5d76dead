import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { NotFound } from '#infra/errors'
import { ownDb } from '#support/own-db'
import { lireLignesPreProjets } from '#domain/pre-projet/ligne-bannette'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { saisirFiche } from '#usecases/pre-projet/saisir-fiche'
import { unPreProjet } from '../bannette/faits'
import { unAgentEnBase, uneCampagne } from '../workers/faits'

const LE = new Date('2025-05-13T08:00:00Z')

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let lecteur: Agent
let campagne: string
beforeAll(async () => {
  own = await ownDb()
  campagne = (await uneCampagne(own.db)).code
  await own.db.campagne.updateMany({ data: { echeanceFiche: new Date('2025-06-13T00:00:00Z') } })
  agent = await unAgentEnBase(own.db, 'INSTRUCTEUR')
  lecteur = await unAgentEnBase(own.db, 'LECTEUR')
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => LE })
const voulue = () => ({
  textes: { structure: 'Comité de jumelage', titre: 'Chantier', courriel: 'ines@exemple.test' },
  recueLe: '2025-05-12' as const,
  provenance: 'PAPIER' as const,
  campagne,
  copieDe: null,
})
const nombre = () => own.db.preProjet.count()

test('a fiche on paper enters the bannette of who opened it, and sends nothing', async () => {
  const saisie = await saisirFiche(deps(), agent, voulue())
  const id = saisie.ok ? saisie.value.preProjetId : ''
  const { lignes } = await bannettePreProjets(own.db, BannettePreProjetsParams.parse({}), agent.id)
  expect(lireLignesPreProjets(lignes).map((ligne) => ligne.id)).toContain(id)
  const fiche = await fichePreProjet(own.db, id, '2025-05-13')
  expect(fiche).toMatchObject({ titre: 'Chantier', etat: 'A_TRAITER', horsDelai: false, courriels: [], envoyes: [] })
  expect(fiche.recuLe).toEqual(new Date('2025-05-11T22:00:00Z'))
  expect(fiche.agent).toMatchObject({ nom: agent.nom })
  expect(fiche.journal).toMatchObject([{ acte: 'saisirFiche', detail: { provenance: 'PAPIER', copieDe: null } }])
})

test('one that arrived after the last day to be helped is late', async () => {
  await own.db.campagne.updateMany({ data: { echeanceFiche: new Date('2025-05-11T00:00:00Z') } })
  const saisie = await saisirFiche(deps(), agent, voulue())
  const id = saisie.ok ? saisie.value.preProjetId : ''
  expect(await own.db.preProjet.findUniqueOrThrow({ where: { id } })).toMatchObject({ horsDelai: true })
})

test('a copy takes the fields of the other, to be looked at', async () => {
  const autre = await unPreProjet(own.db)
  const saisie = await saisirFiche(deps(), agent, { ...voulue(), copieDe: autre.id })
  const id = saisie.ok ? saisie.value.preProjetId : ''
  const fiche = await own.db.preProjet.findUniqueOrThrow({ where: { id } })
  expect(fiche).toMatchObject({ pays: 'Allemagne', titre: 'Chantier' })
  expect(fiche.aRelire).toContain('pays')
})

test('it is refused without the right, for a campagne or a fiche that is not, and writes nothing then', async () => {
  const avant = await nombre()
  await expect(saisirFiche(deps(), lecteur, voulue())).rejects.toThrow(Forbidden)
  const inconnue = { ...voulue(), copieDe: '3f1d1f5e-7f1c-4c1e-9a55-6a9b3f1d1f5e' }
  await expect(saisirFiche(deps(), agent, inconnue)).rejects.toThrow(NotFound)
  expect(await saisirFiche(deps(), agent, { ...voulue(), campagne: 'MEI-1999' })).toMatchObject({
    reason: 'CAMPAGNE_INCONNUE',
  })
  await own.db.campagne.updateMany({ data: { etat: 'EN_PREPARATION' } })
  expect(await saisirFiche(deps(), agent, voulue())).toMatchObject({ reason: 'CAMPAGNE_NON_OUVERTE' })
  expect(await nombre()).toBe(avant)
})
