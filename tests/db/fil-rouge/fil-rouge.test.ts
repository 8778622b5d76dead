import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import type { DepsFichiers } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import type { BilanDemandes } from '#domain/portail/bilan'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { lireLignesPreProjets } from '#domain/pre-projet/ligne-bannette'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { filRougeDeLaFiche, filRougeDuDossier } from '#queries/fil-rouge/fil-rouge'
import { csv, importer, receptionDeps, type LigneDeListing, listing } from '#support/reception'
import { ownDb } from '#support/own-db'
import { confirmerRapprochement } from '#usecases/fil-rouge/confirmer-rapprochement'
import { ecarterRapprochement } from '#usecases/fil-rouge/ecarter-rapprochement'
import { inviterADeposer } from '#usecases/pre-projet/inviter-a-deposer'
import { rattacherDossier } from '#usecases/fil-rouge/rattacher-dossier'
import { retablirRapprochement } from '#usecases/fil-rouge/retablir-rapprochement'
import { CHAMPS, lu, unPreProjet } from '../bannette/faits'
import { unAgent, uneCampagne } from '../dossier/faits'

const SIRET = '82811035300020'

describe('le fil rouge', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let deps: DepsFichiers
  let agent: Agent
  let serie = 0

  beforeAll(async () => {
    world = await ownDb()
    deps = receptionDeps(world.db, world.dataDir)
    agent = await unAgent(world.db)
  })
  afterAll(() => world.drop())

  /** A fiche about a project nobody else tells, and what its dossier would say. */
  async function uneFiche() {
    serie += 1
    const titre = `Atelier ${'abcdefghij'.charAt(serie).repeat(6)} ${serie}`
    const { id } = await unPreProjet(world.db, {
      champs: {
        ...CHAMPS,
        titre: lu(titre),
        siret: lu(SIRET),
        ville: lu(`Ville ${serie}`),
        montantSouhaite: lu('400000'),
      },
      recuLe: new Date('2025-03-01T09:00:00Z'),
      etat: 'AVIS_RENDU',
    })
    return { id, titre, numero: `2025-0${4000 + serie}` }
  }
  const livrer = async (numero: string, plus: LigneDeListing = {}) => {
    await world.db.dossier.updateMany({ data: { disparuLe: deps.now() } })
    await importer<BilanDemandes>(deps, [listing(csv({ Numéro: numero, ...plus }))])
    return world.db.dossier.findUniqueOrThrow({ where: { numero }, select: { id: true } })
  }
  const liens = (preProjetId: string) => world.db.rapprochement.findMany({ where: { preProjetId } })
  const lien = async (preProjetId: string) => {
    const [seul, ...autres] = await liens(preProjetId)
    expect(autres).toEqual([])
    if (!seul) throw new Error('no tie was proposed')
    return { rapprochementId: seul.id, etat: seul.etat }
  }
  const actes = async (objetId: string) =>
    (await world.db.entreeJournal.findMany({ where: { objetId }, orderBy: { id: 'asc' } })).map(({ acte }) => acte)

  test('a dossier that arrives is proposed to the fiche of its project, once, and to no other of the structure', async () => {
    const [sienne, autre] = [await uneFiche(), await uneFiche()]
    const dossier = await livrer(sienne.numero, { Objet: sienne.titre })
    await livrer(sienne.numero, { Objet: sienne.titre, 'Montant demandé': '12 000,00' })
    expect(await liens(sienne.id)).toMatchObject([
      {
        dossierId: dossier.id,
        etat: 'PROPOSE',
        motif: expect.stringMatching(/^Même SIRET, intitulés presque/) as string,
      },
    ])
    expect(await liens(autre.id)).toEqual([])
    expect((await actes(dossier.id)).filter((acte) => acte === 'proposerRapprochement')).toHaveLength(1)
    expect(await actes(sienne.id)).toContain('proposerRapprochement')
  })

  test('an officer confirms, the two ends say so, and may take it back', async () => {
    const fiche = await uneFiche()
    const dossier = await livrer(fiche.numero, { Objet: fiche.titre, 'Montant demandé': '5 000,00' })
    expect(await confirmerRapprochement(deps, agent, await lien(fiche.id))).toEqual({ ok: true, value: 'CONFIRME' })
    const { liens: duDossier } = await filRougeDuDossier(world.db, dossier.id)
    expect(duDossier).toMatchObject([{ etat: 'CONFIRME', par: 'Camille Essai', fiche: { id: fiche.id } }])
    expect(duDossier[0]?.ecarts.find(({ sujet }) => sujet === 'MONTANT')).toMatchObject({ niveau: 'FORT', part: 0.25 })
    expect(await filRougeDeLaFiche(world.db, fiche.id)).toMatchObject([{ dossier: { numero: fiche.numero } }])
    expect((await actes(dossier.id)).at(-1)).toBe('confirmerRapprochement')
    expect((await actes(fiche.id)).at(-1)).toBe('confirmerRapprochement')

    expect(await retablirRapprochement(deps, agent, await lien(fiche.id))).toEqual({ ok: true, value: 'PROPOSE' })
    expect(await ecarterRapprochement(deps, agent, await lien(fiche.id))).toEqual({ ok: true, value: 'ECARTE' })
    await livrer(fiche.numero, { Objet: fiche.titre, 'Montant demandé': '6 000,00' })
    expect(await lien(fiche.id)).toMatchObject({ etat: 'ECARTE' })
  })

  test('a fiche and a dossier hold one tie each, whoever comes second', async () => {
    const [une, deux] = [await uneFiche(), await uneFiche()]
    await livrer(une.numero, { Objet: une.titre })
    await livrer(deux.numero, { Objet: deux.titre })
    await confirmerRapprochement(deps, agent, await lien(une.id))
    expect(await rattacherDossier(deps, agent, { preProjetId: deux.id, numero: une.numero })).toEqual({
      ok: false,
      reason: 'DOSSIER_DEJA_RATTACHE',
    })
    expect(await rattacherDossier(deps, agent, { preProjetId: une.id, numero: deux.numero })).toEqual({
      ok: false,
      reason: 'FICHE_DEJA_RATTACHEE',
    })
    const trois = await uneFiche()
    const both = await Promise.all(
      [deux.id, trois.id].map((preProjetId) => rattacherDossier(deps, agent, { preProjetId, numero: deux.numero })),
    )
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })

  test('by hand any dossier is tied by its number, written as people write it; a wrong one says what is wrong', async () => {
    const fiche = await uneFiche()
    await livrer(fiche.numero, { Objet: 'Tout autre chose', SIRET: '' })
    const rattacher = (numero: string) => rattacherDossier(deps, agent, { preProjetId: fiche.id, numero })
    expect(await rattacher('bonjour')).toEqual({ ok: false, reason: 'NUMERO_INVALIDE' })
    expect(await rattacher('2024-99999')).toEqual({ ok: false, reason: 'DOSSIER_INCONNU' })
    expect(await rattacher(` ${fiche.numero.replace('-', '–')} `)).toEqual({ ok: true, value: fiche.numero })
    expect(await lien(fiche.id)).toMatchObject({ etat: 'CONFIRME' })
    await expect(rattacherDossier(deps, agent, { preProjetId: agent.id, numero: fiche.numero })).rejects.toThrow(
      NotFound,
    )
  })

  test('both bannettes find what waits for an answer, what is tied, and what is neither', async () => {
    const fiche = await uneFiche()
    const dossier = await livrer(fiche.numero, { Objet: fiche.titre })
    const vus = async (fil: string) => [
      lireLignesPreProjets(
        (
          await bannettePreProjets(
            world.db,
            BannettePreProjetsParams.parse({ fil, size: '100' }),
            '00000000-0000-4000-8000-000000000000',
          )
        ).lignes,
      ).some(({ id }) => id === fiche.id),
      lireLignesDossiers(
        (
          await bannetteDossiers(world.db, BannetteDossiersParams.parse({ fil, size: '100' }), {
            moi: agent.id,
            now: deps.now(),
          })
        ).lignes,
      ).some(({ id }) => id === dossier.id),
    ]
    const partout = async () => [await vus('propose'), await vus('rattache'), await vus('aucun')]
    const [oui, non] = [
      [true, true],
      [false, false],
    ]
    expect(await partout()).toEqual([oui, non, non])
    await confirmerRapprochement(deps, agent, await lien(fiche.id))
    expect(await partout()).toEqual([non, oui, non])
    await retablirRapprochement(deps, agent, await lien(fiche.id))
    await ecarterRapprochement(deps, agent, await lien(fiche.id))
    expect(await partout()).toEqual([non, non, oui])
  })

  test('who looked at an old page is told; a LECTEUR says nothing', async () => {
    const fiche = await uneFiche()
    await livrer(fiche.numero, { Objet: fiche.titre })
    const vu = await lien(fiche.id)
    const lecteur = await unAgent(world.db, 'LECTEUR')
    await expect(confirmerRapprochement(deps, lecteur, vu)).rejects.toThrow(Forbidden)
    await expect(rattacherDossier(deps, lecteur, { preProjetId: fiche.id, numero: fiche.numero })).rejects.toThrow(
      Forbidden,
    )
    await ecarterRapprochement(deps, agent, vu)
    await expect(confirmerRapprochement(deps, agent, vu)).rejects.toThrow(Conflict)
  })

  test('a favourable fiche is invited with the pièces of its genre, until its dossier is there', async () => {
    const { id: campagneId } = await uneCampagne(world.db)
    const echeanceDepot = (jour: string) =>
      world.db.campagne.update({ where: { id: campagneId }, data: { echeanceDepot: new Date(jour) } })
    const fiche = await uneFiche()
    await world.db.preProjet.update({ where: { id: fiche.id }, data: { campagneId } })
    const vise = async () => {
      const { version } = await world.db.preProjet.findUniqueOrThrow({ where: { id: fiche.id } })
      return { preProjetId: fiche.id, version }
    }
    expect(await inviterADeposer(deps, agent, await vise())).toEqual({ ok: false, reason: 'AVIS_NON_FAVORABLE' })
    await world.db.preProjet.update({ where: { id: fiche.id }, data: { avis: 'FAVORABLE' } })
    expect(await inviterADeposer(deps, agent, await vise())).toEqual({ ok: false, reason: 'DEPOT_CLOS' })
    await echeanceDepot('2025-09-30')
    expect(await inviterADeposer(deps, agent, await vise())).toMatchObject({ ok: true })
    const courriel = await world.db.courriel.findFirstOrThrow({ where: { preProjetId: fiche.id } })
    expect(courriel).toMatchObject({ modele: 'invitation_depot', destinataire: 'ines@exemple.test' })
    expect(courriel.texte).toContain('RIB')
    expect(await world.db.preProjet.findUniqueOrThrow({ where: { id: fiche.id } })).toMatchObject({
      inviteLe: deps.now(),
    })
    await livrer(fiche.numero, { Objet: fiche.titre })
    await confirmerRapprochement(deps, agent, await lien(fiche.id))
    expect(await inviterADeposer(deps, agent, await vise())).toEqual({ ok: false, reason: 'DOSSIER_DEJA_DEPOSE' })
  })
})
