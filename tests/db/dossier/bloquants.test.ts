import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import type { Bloquant } from '#domain/dossier/bloquants'
import type { Etat } from '#domain/dossier/etat'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { passerOutre, retablirBloquant } from '#usecases/dossier/passer-outre'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, unAgent, unDossier, uneCampagne } from './faits'
import { deposer, NATURES_BLOQUANT, unClasseur, unDossierBloque } from './faits-bloquants'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let agent: Agent
beforeAll(async () => {
  process.env['CLAMD_URL'] = 'tcp://127.0.0.1:1'
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  agent = await unAgent(own.db)
})
afterAll(async () => {
  delete process.env['CLAMD_URL']
  await own.drop()
})

const deps = () => ({ db: own.db, now: () => NOW })
const MOTIF = 'Écart d’arrondi, vu avec la structure au téléphone.'

/** Every act that says « complet » or decides, from each state it starts in. */
const ACTES: Record<string, [etat: Etat, acte: (vise: Vise) => Promise<{ ok: boolean; reason?: string }>]> = {
  'declarerComplet (à contrôler)': ['DEPOSE', (vise) => declarerComplet(deps(), chef, vise)],
  'declarerComplet (incomplet)': ['INCOMPLET', (vise) => declarerComplet(deps(), chef, vise)],
  'instruire (complet)': ['COMPLET', (vise) => instruireDossier(deps(), chef, vise)],
  'accorder (complet)': ['COMPLET', (vise) => accorderDossier(deps(), chef, { ...vise, montantCents: 450_000n })],
  'accorder (en instruction)': [
    'EN_INSTRUCTION',
    (vise) => accorderDossier(deps(), chef, { ...vise, montantCents: 450_000n }),
  ],
  'accorder en partie (en instruction)': [
    'EN_INSTRUCTION',
    (vise) =>
      accorderDossier(deps(), chef, { ...vise, montantCents: 1000n, precision: 'Les repas ne sont pas retenus.' }),
  ],
  ...Object.fromEntries(
    (['DEPOSE', 'INCOMPLET', 'COMPLET', 'EN_INSTRUCTION'] as const).map((etat) => [
      `refuser (${etat})`,
      [
        etat,
        (vise: Vise) =>
          refuserDossier(deps(), chef, { ...vise, motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' }),
      ],
    ]),
  ),
}

const REASON: Partial<Record<Bloquant['nature'], string>> = {
  DEVERROUILLAGE_OUVERT: 'DEVERROUILLAGE_OUVERT',
  MODIFICATION_A_EXAMINER: 'MODIFICATION_A_EXAMINER',
}

describe.each(Object.entries(ACTES))('%s', (_, [etat, acte]) => {
  test('is done where nothing blocks', async () => {
    const { id, version } = await unDossierBloque(own.db, null, etat, { parId: agent.id })
    expect(await acte({ dossierId: id, version })).toMatchObject({ ok: true })
  })

  test('is refused by the act itself over each bloquant, and done once that one is passed over by name', async () => {
    const essais = await Promise.all(
      NATURES_BLOQUANT.map(async (nature) => {
        const { id, version } = await unDossierBloque(own.db, nature, etat, { parId: agent.id })
        return { nature, vise: { dossierId: id, version } }
      }),
    )
    const refus = await Promise.all(essais.map(({ vise }) => nothingWritten(own.db, vise.dossierId, () => acte(vise))))
    expect(refus).toMatchObject(
      NATURES_BLOQUANT.map((nature) => ({ ok: false, reason: REASON[nature] ?? 'BLOQUANTS' })),
    )
    const faits = await Promise.all(
      essais.map(async ({ nature, vise }) => {
        const [bloquant, ...autres] = await bloquantsDuDossier(own.db, vise.dossierId, NOW)
        expect([bloquant?.nature, autres]).toEqual([nature, []])
        await passerOutre(deps(), chef, { ...vise, cle: bloquant?.cle ?? '', motif: MOTIF })
        return acte({ ...vise, version: vise.version + 1 })
      }),
    )
    expect(faits).toMatchObject(NATURES_BLOQUANT.map(() => ({ ok: true })))
  })
})

test('a request taken back gives « complet » back only where nothing blocks any more', async () => {
  for (const [nature, apres] of [
    [null, 'COMPLET'],
    ['BUDGET', 'DEPOSE'],
  ] as const) {
    const { id, version } = await unDossierBloque(own.db, nature, 'COMPLET', { parId: agent.id })
    const element = { code: 'RIB', constat: 'illisible', aFaire: 'renvoyez-le' }
    const voulue = { elements: [element], limite: '2025-06-03', cles: [], remplace: null }
    await demanderComplements(deps(), agent, { dossierId: id, version, ...voulue })
    expect(await annulerComplements(deps(), agent, { dossierId: id, version: version + 1 })).toMatchObject({ ok: true })
    expect(await own.db.dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({ etat: apres })
  }
})

test('compléments asked during the instruction: once they are there, the dossier is again in instruction', async () => {
  const { id, version } = await unDossierBloque(own.db, null, 'EN_INSTRUCTION', { parId: agent.id })
  const element = { code: null, constat: 'date de fin absente', aFaire: 'indiquez-la' }
  const voulue = { elements: [element], limite: '2025-06-03', cles: [], remplace: null }
  await demanderComplements(deps(), agent, { dossierId: id, version, ...voulue })
  expect(await own.db.dossier.findUniqueOrThrow({ where: { id } })).toMatchObject({ etat: 'INCOMPLET' })
  expect(await declarerComplet(deps(), agent, { dossierId: id, version: version + 1 })).toEqual({
    ok: true,
    value: 'EN_INSTRUCTION',
  })
})

test('the demandeur may withdraw whatever the budget says', async () => {
  const { id, version } = await unDossierBloque(own.db, 'BUDGET', 'DEPOSE', { parId: agent.id })
  const retrait = { dossierId: id, version, precision: 'Courriel du 12 mai.', prevenir: false }
  expect(await retirerDossier(deps(), chef, retrait)).toMatchObject({ ok: true, value: { nature: 'RETIRE' } })
  expect(await own.db.courriel.count({ where: { dossierId: id } })).toBe(0)
})

describe('passing over', () => {
  const budget = 'budget/B01'

  test('is kept with who, when and why, told by the journal, and undone at once', async () => {
    const { id, version } = await unDossierBloque(own.db, 'BUDGET', 'DEPOSE', { parId: agent.id })
    await passerOutre(deps(), chef, { dossierId: id, version, cle: budget, motif: MOTIF })
    const [bloquant] = await bloquantsDuDossier(own.db, id, NOW)
    expect(bloquant?.levee).toMatchObject({ motif: MOTIF, par: 'Paul Essai', le: NOW })
    const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: id, acte: 'passerOutre' } })
    expect(entree.detail).toMatchObject({ cle: budget, motif: MOTIF })

    expect(await retablirBloquant(deps(), chef, { dossierId: id, version: version + 1, cle: budget })).toMatchObject({
      ok: true,
    })
    expect(await declarerComplet(deps(), chef, { dossierId: id, version: version + 2 })).toMatchObject({ ok: false })
    expect(await own.db.passerOutre.count({ where: { dossierId: id } })).toBe(1)
  })

  test('no longer holds for another version of the budget, nor for another amount asked', async () => {
    const { id, version } = await unDossierBloque(own.db, 'BUDGET', 'DEPOSE', { parId: agent.id })
    await passerOutre(deps(), chef, { dossierId: id, version, cle: budget, motif: MOTIF })
    const restent = async () =>
      (await bloquantsDuDossier(own.db, id, NOW)).filter(({ levee }) => !levee).map(({ cle }) => cle)
    expect(await restent()).toEqual([])
    await own.db.dossier.update({ where: { id }, data: { montantDemandeCents: 400_000n } })
    expect(await restent()).toEqual(['budget/B04'])
    await own.db.dossier.update({ where: { id }, data: { montantDemandeCents: 450_000n } })
    await deposer(own.db, id, 'BUDGET_PROJET', { ...unClasseur(10_000n), recueLe: NOW, analyse: 'SAIN' })
    expect(await restent()).toEqual([budget])
  })

  test.each([
    [{ cle: 'budget/B02' }, 'BLOQUANT_INCONNU'],
    [{ motif: ' trop ' }, 'MOTIF_TROP_COURT'],
  ])('%o is refused by %s', async (change, reason) => {
    const { id, version } = await unDossierBloque(own.db, 'BUDGET', 'DEPOSE', { parId: agent.id })
    const voulu = { dossierId: id, version, cle: budget, motif: MOTIF, ...change }
    expect(await nothingWritten(own.db, id, () => passerOutre(deps(), chef, voulu))).toMatchObject({
      ok: false,
      reason,
    })
  })

  test('is a RESPONSABLE’s, or an INSTRUCTEUR’s where the campagne says so; never a LECTEUR’s', async () => {
    const { id, version, campagneId } = await unDossierBloque(own.db, 'BUDGET', 'DEPOSE', { parId: agent.id })
    const voulu = { dossierId: id, version, cle: budget, motif: MOTIF }
    const lecteur = await unAgent(own.db, 'LECTEUR')
    expect(await nothingWritten(own.db, id, () => passerOutre(deps(), lecteur, voulu))).toBeInstanceOf(Forbidden)
    expect(await nothingWritten(own.db, id, () => passerOutre(deps(), agent, voulu))).toMatchObject({
      reason: 'RESERVE_AU_RESPONSABLE',
    })
    await own.db.campagne.update({ where: { id: campagneId }, data: { reglages: { instructeurPasseOutre: true } } })
    expect(await passerOutre(deps(), agent, voulu)).toMatchObject({ ok: true })
  })
})

test('a pièce refused by an officer no longer blocks by what is wrong in its file', async () => {
  const campagne = await uneCampagne(own.db)
  const { id } = await unDossier(own.db, { campagneId: campagne.id })
  await own.db.pieceVersion.updateMany({ where: { piece: { dossierId: id } }, data: { analyse: 'SAIN' } })
  const piece = await deposer(own.db, id, 'LETTRE', { analyse: 'INFECTE' })
  expect((await bloquantsDuDossier(own.db, id, NOW)).map(({ nature }) => nature)).toEqual(['FICHIER_INFECTE'])
  await own.db.piece.update({ where: { id: piece.id }, data: { controle: 'NON_CONFORME', motif: 'ILLISIBLE' } })
  expect(await bloquantsDuDossier(own.db, id, NOW)).toEqual([])
})
