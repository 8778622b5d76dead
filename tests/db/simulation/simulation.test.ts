import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import type { LettreDeScenario } from '#domain/simulation/scenario'
import { Conflict } from '#infra/errors'
import { pageSimulation } from '#queries/simulation/page-simulation'
import { ownDb } from '#support/own-db'
import { cloreListe } from '#usecases/seance/clore-liste'
import { figerScenario } from '#usecases/simulation/figer-scenario'
import { donnerALaMain, reglerScenario } from '#usecases/simulation/regler-scenario'
import { unAgent } from '../dossier/faits'
import { lotsDans } from '../lot-actes/faits-lots'
import { seancesDans } from '../seance/faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
let seanceId: string
let dossiers: string[]
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
  seanceId = await monde.uneSeance()
  dossiers = [await monde.unPropose(), await monde.unPropose(), await monde.unPropose()]
  for (const id of dossiers) await monde.inscrire(seanceId, id)
})
afterAll(() => own.drop())

const lots = lotsDans(() => own.db, () => monde.deps) // prettier-ignore
const dans = (lettre: LettreDeScenario, version: number) => ({ objet: 'seance', objetId: seanceId, lettre, version }) as const // prettier-ignore
const page = (gauche: LettreDeScenario = 'A', droite: LettreDeScenario = 'B') =>
  pageSimulation(own.db, monde.agent, { objet: 'seance', objetId: seanceId, gauche, droite })
const regler = (lettre: LettreDeScenario, version: number, enveloppe = '10 000') =>
  reglerScenario(monde.deps, monde.agent, { ...dans(lettre, version), saisi: { regle: 'PRORATA', enveloppe, plafondParJeune: '' } }) // prettier-ignore

test('a scenario is kept with its version, shares to the cent, and takes what is given by hand first', async () => {
  const neuve = await page()
  expect(neuve.scenarios.map(({ version, regle }) => [version, regle])).toEqual([
    [0, 'PRORATA'],
    [0, 'PARTS_EGALES'],
    [0, 'PRIORITE'],
  ])
  await expect(
    reglerScenario(monde.deps, await unAgent(own.db, 'LECTEUR'), {
      ...dans('A', 0),
      saisi: { regle: 'PRORATA', enveloppe: '1', plafondParJeune: '' },
    }),
  ).rejects.toBeInstanceOf(Forbidden)
  expect(await regler('A', 0, 'dix mille')).toEqual({ ok: false, reason: 'ENVELOPPE_ILLISIBLE' })
  expect(await regler('A', 0)).toMatchObject({ ok: true })
  await expect(regler('A', 0)).rejects.toBeInstanceOf(Conflict)
  const vue = await page()
  expect(vue.lignes.map(({ gaucheCents }) => gaucheCents)).toEqual([333_334n, 333_333n, 333_333n])
  expect(vue.groupes.pays.flatMap(({ parts }) => parts[0])).toEqual([1_000_000n])

  const [premier = ''] = dossiers
  const main = (saisie: string, version: number) =>
    donnerALaMain(monde.deps, monde.agent, { ...dans('A', version), saisies: new Map([[premier, saisie]]) })
  const { numero } = await monde.dossierDe(premier)
  expect(await main('4 500,01', 1)).toEqual({ ok: false, reason: 'MONTANT_SUPERIEUR_AU_DEMANDE', detail: numero })
  expect(await main('2 000', 1)).toMatchObject({ ok: true })
  await regler('A', 2, '10 000,01')
  expect((await page()).lignes.map(({ gaucheCents }) => gaucheCents)).toEqual([200_000n, 400_001n, 400_000n])
  expect(await own.db.entreeJournal.count({ where: { acte: 'reglerScenario', objetId: seanceId } })).toBe(3)
})

test('it becomes propositions line by line, once whatever the times, and not where the list is frozen', async () => {
  expect(await figerScenario(monde.deps, monde.agent, dans('C', 0))).toEqual({ ok: false, reason: 'PAS_REGLE' })
  await expect(figerScenario(monde.deps, monde.agent, dans('A', 1))).rejects.toBeInstanceOf(Conflict)
  const figer = async () => {
    const answer = await figerScenario(monde.deps, monde.agent, dans('A', 3))
    if (!answer.ok) throw new Error(answer.reason)
    return answer.value.lotId
  }
  const propositions = () =>
    own.db.proposition.findMany({
      where: { dossierId: { in: dossiers }, remplaceeLe: null },
      orderBy: { montantCents: 'asc' },
      select: { montantCents: true, motif: true },
    })
  const lotId = await figer()
  expect((await propositions()).map(({ montantCents }) => montantCents)).toEqual([450_000n, 450_000n, 450_000n])
  await lots.lancer(monde.agent, lotId)
  await lots.traiter(lotId)
  const motif = expect.stringMatching(/^Scénario A\s: au prorata/) as string
  expect(await propositions()).toEqual([200_000n, 400_000n, 400_001n].map((montantCents) => ({ montantCents, motif })))
  const entrees = () => own.db.entreeJournal.count({ where: { acte: 'proposer', objetId: { in: dossiers } } })
  const avant = await entrees()
  const encore = await lots.lire(await figer())
  expect(encore.lignes.map(({ etat, motif: dit }) => [etat, dit])).toEqual(
    dossiers.map(() => ['ECARTEE', 'C’est déjà ce qui est proposé.']),
  )
  expect(await entrees()).toBe(avant)

  // By priority, the last two are given what is left, then nothing: all that is proposed is the scenario.
  const parPriorite = (version: number, enveloppe: string) =>
    reglerScenario(monde.deps, monde.agent, { ...dans('C', version), saisi: { regle: 'PRIORITE', enveloppe, plafondParJeune: '' } }) // prettier-ignore
  const figerC = async (version: number) => {
    const answer = await figerScenario(monde.deps, monde.agent, dans('C', version))
    return lots.lire(answer.ok ? answer.value.lotId : answer.reason)
  }
  const proposees = async () =>
    Promise.all(
      dossiers.map((dossierId) =>
        own.db.proposition.findFirstOrThrow({
          where: { dossierId, remplaceeLe: null },
          select: { avis: true, montantCents: true, motif: true },
        }),
      ),
    )
  await parPriorite(0, '5 000')
  const sansAide = await figerC(1)
  expect(sansAide.lignes.map(({ etat, effet }) => [etat, effet])).toEqual([
    ...[4_500, 500].map((euros) => ['PRETE', expect.stringMatching(new RegExp(`^Favorable, ${euros.toLocaleString('fr-FR').replace(/\s/gu, '\\s')}\\s`))]), // prettier-ignore
    ['PRETE', expect.stringContaining('Défavorable, aucune aide')],
  ])
  await lots.lancer(monde.agent, sansAide.id)
  await lots.traiter(sansAide.id)
  const donnees = await proposees()
  expect(donnees.map(({ avis, montantCents }) => [avis, montantCents])).toEqual([
    ['FAVORABLE', 450_000n],
    ['FAVORABLE', 50_000n],
    ['DEFAVORABLE', 0n],
  ])
  expect(donnees[2]?.motif).toMatch(/^Scénario C\s: .*Ce scénario ne lui attribue rien\.$/)
  const deC = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'proposer', objetId: dossiers[2] ?? '' }, orderBy: { id: 'desc' } }) // prettier-ignore
  expect(deC.detail).toMatchObject({ avis: 'DEFAVORABLE', montantCents: '0', motif: donnees[2]?.motif })
  expect((await figerC(1)).lignes.map(({ etat }) => etat)).toEqual(dossiers.map(() => 'ECARTEE'))
  expect(await proposees()).toEqual(donnees)
  // What a scenario gave nothing is not left out of the next one, with the opinion that it had.
  await parPriorite(1, '10 000')
  const rendu = await figerC(2)
  await lots.lancer(monde.agent, rendu.id)
  await lots.traiter(rendu.id)
  expect((await proposees()).map(({ avis, montantCents }) => [avis, montantCents])).toEqual([
    ['FAVORABLE', 450_000n],
    ['FAVORABLE', 450_000n],
    ['FAVORABLE', 100_000n],
  ])

  const campagneId = (await monde.dossierDe(dossiers[0] ?? '')).campagneId
  const deCampagne = await pageSimulation(own.db, monde.agent, { objet: 'campagne', objetId: campagneId, gauche: 'A', droite: 'C' }) // prettier-ignore
  expect(deCampagne.lignes.map(({ id }) => id)).toContain(dossiers[0])

  await cloreListe(monde.deps, monde.agent, await monde.vise(seanceId))
  expect(await figerScenario(monde.deps, monde.agent, dans('A', 3))).toEqual({ ok: false, reason: 'LISTE_CLOSE' })
})
