import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { menusBannette } from '#queries/bannette/menus-bannette'
import { campagnes } from '#queries/campagne/campagnes'
import { campagneDossier } from '#queries/dossier/campagne-dossier'
import { faireVivreCampagne } from '#usecases/campagne/faire-vivre-campagne'
import { preparerCampagne } from '#usecases/campagne/preparer-campagne'
import { changerDeCampagne } from '#usecases/dossier/changer-campagne'
import { ouvrirCampagnes } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { NOW, race, unAgent, uneCampagne, unDossier } from '../dossier/faits'

describe('the campagne of the next year', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let chef: Agent
  const deps = (now = NOW) => ({ db: world.db, now: () => now })

  beforeAll(async () => {
    world = await ownDb()
    chef = await unAgent(world.db, 'RESPONSABLE')
    await ouvrirCampagnes(world.db, 2025, { commissionLe: '2025-10-14' })
  })
  afterAll(() => world.drop())

  const vivre = async (code: string, acte: Parameters<typeof faireVivreCampagne>[2]['acte'], now = NOW) =>
    faireVivreCampagne(deps(now), chef, { code, version: (await campagneDuCode(world.db, code)).version, acte })

  test('it is prepared once from the one before, its days one year later, what is typed over them, its pièces', async () => {
    const { version } = await campagneDuCode(world.db, 'MEI-2025')
    const vise = { depuis: 'MEI-2025', version }
    expect(await preparerCampagne(deps(), chef, { ...vise, saisie: { echeanceDepot: 'bientôt' } })).toEqual({
      ok: false,
      reason: 'JOUR_ILLISIBLE',
      detail: 'echeanceDepot',
    })
    const demander = () => preparerCampagne(deps(), chef, { ...vise, saisie: { echeanceDepot: '15/10/2026' } })
    const answers = await Promise.all([demander(), demander()])
    expect(answers).toContainEqual({ ok: true, value: { code: 'MEI-2026' } })
    expect(answers).toContainEqual({ ok: false, reason: 'DEJA_CREEE', detail: 'MEI-2026' })

    const { id, reglages, ...creee } = await campagneDuCode(world.db, 'MEI-2026')
    expect(creee).toMatchObject({
      libelle: 'Mobilité européenne et internationale 2026',
      annee: 2026,
      etat: 'EN_PREPARATION',
      ouverteLe: new Date('2026-01-01'),
      echeanceFiche: new Date('2026-06-12'),
      echeanceDepot: new Date('2026-10-15'),
    })
    expect(reglages).toMatchObject({ commissionLe: '2026-10-13', signataire: { prenom: 'Jeanne' } })
    const source = await campagneDuCode(world.db, 'MEI-2025')
    const pieces = (campagneId: string) => world.db.pieceAttendue.count({ where: { exigences: { campagneId } } })
    expect(await pieces(id)).toBe(await pieces(source.id))
    const entrees = await world.db.entreeJournal.findMany({ where: { objetId: id } })
    expect(entrees.map(({ acte }) => acte)).toEqual(['preparerCampagne'])
    expect(entrees[0]?.detail).toMatchObject({ code: 'MEI-2026', depuis: 'MEI-2025' })
  })

  test('the list offers it where it is not there yet', async () => {
    const lignes = await campagnes(world.db)
    const suivantes = Object.fromEntries(lignes.map(({ code, suivante }) => [code, suivante]))
    expect(suivantes).toMatchObject({ 'MEI-2025': null, 'MEI-2026': 'MEI-2027', 'JUM-2025': 'JUM-2026' })
  })

  test('it opens, closes after its last day to deposit, is put away once nothing waits, and each act is in the journal', async () => {
    expect(await vivre('MEI-2026', 'fermerCampagne')).toEqual({ ok: false, reason: 'ACTE_IMPOSSIBLE' })
    expect(await vivre('MEI-2026', 'ouvrirCampagne')).toEqual({ ok: true, value: 'OUVERTE' })
    expect(await vivre('MEI-2026', 'fermerCampagne')).toMatchObject({ ok: false, reason: 'AVANT_ECHEANCE' })
    const apres = new Date('2026-10-16T08:00:00Z')
    expect(await vivre('MEI-2026', 'fermerCampagne', apres)).toEqual({ ok: true, value: 'FERMEE' })
    const { id, fermeeLe } = await campagneDuCode(world.db, 'MEI-2026')
    expect(fermeeLe).toEqual(new Date('2026-10-16'))
    const dossier = await unDossier(world.db, { campagneId: id })
    expect(await vivre('MEI-2026', 'archiverCampagne')).toEqual({ ok: false, reason: 'DOSSIERS_EN_COURS', detail: '1' })
    await world.db.dossier.update({ where: { id: dossier.id }, data: { etat: 'SANS_SUITE' } })
    expect(await vivre('MEI-2026', 'archiverCampagne')).toEqual({ ok: true, value: 'ARCHIVEE' })
    const { campagnes: menus } = await menusBannette(world.db)
    expect(menus.map(({ code }) => code)).not.toContain('MEI-2026')
    const entrees = await world.db.entreeJournal.findMany({ where: { objetId: id }, orderBy: { id: 'asc' } })
    expect(entrees.slice(1).map(({ acte, detail }) => [acte, detail])).toEqual([
      ['ouvrirCampagne', { code: 'MEI-2026', avant: 'EN_PREPARATION', apres: 'OUVERTE' }],
      ['fermerCampagne', { code: 'MEI-2026', avant: 'OUVERTE', apres: 'FERMEE' }],
      ['archiverCampagne', { code: 'MEI-2026', avant: 'FERMEE', apres: 'ARCHIVEE' }],
    ])
  })

  test('without a whole signatory it does not open', async () => {
    const { code, id } = await uneCampagne(world.db)
    await world.db.campagne.update({ where: { id }, data: { etat: 'EN_PREPARATION' } })
    expect(await vivre(code, 'ouvrirCampagne')).toEqual({ ok: false, reason: 'SANS_SIGNATAIRE' })
  })

  test('a dossier is not moved to one that is put away, nor offered it', async () => {
    const dossier = await unDossier(world.db)
    const { autres } = await campagneDossier(world.db, dossier.id)
    expect(autres.map(({ code }) => code)).not.toContain('MEI-2026')
    const vise = { dossierId: dossier.id, version: dossier.version }
    expect(await changerDeCampagne(deps(), chef, { ...vise, code: 'MEI-2026', motif: 'Déposé trop tard.' })).toEqual({
      ok: false,
      reason: 'CAMPAGNE_SANS_DOSSIERS',
    })
  })

  test('of two acts at once the second sees a conflict; who instructs does neither', async () => {
    const { version } = await campagneDuCode(world.db, 'JUM-2025')
    const le = new Date('2025-12-01T08:00:00Z')
    const vise = { code: 'JUM-2025', version, acte: 'fermerCampagne' } as const
    const fermer = () => faireVivreCampagne(deps(le), chef, vise)
    const { won, lost } = await race(fermer, fermer)
    expect([won.length, lost.length]).toEqual([1, 1])
    await expect(faireVivreCampagne(deps(le), chef, vise)).rejects.toThrow(Conflict)
    const autre = await unAgent(world.db, 'INSTRUCTEUR')
    await expect(faireVivreCampagne(deps(), autre, vise)).rejects.toThrow(Forbidden)
    await expect(preparerCampagne(deps(), autre, { depuis: 'JUM-2025', version, saisie: {} })).rejects.toThrow(
      Forbidden,
    )
  })
})
