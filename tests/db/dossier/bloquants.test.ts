import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import type { Bloquant } from '#domain/dossier/bloquants'
import { type Constat, CONSTATS } from '#domain/dossier/constat'
import { type Acte, actesPossibles, type Etat, ETATS } from '#domain/dossier/etat'
import { bloquantsDuDossier } from '#infra/stores/dossier/bloquants'
import { annulerComplements } from '#usecases/complement/annuler-complements'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import type { Vise } from '#usecases/dossier/agir-sur-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { constaterDossier } from '#usecases/dossier/constater-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { declarerHorsDelai, declarerIneligible } from '#usecases/dossier/declarer-irrecevable'
import { instruireDossier } from '#usecases/dossier/instruire-dossier'
import { passerOutre, retablirBloquant } from '#usecases/dossier/passer-outre'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { retirerDossier } from '#usecases/dossier/retirer-dossier'
import { VOTE } from '#support/vote'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, NOW, unAgent, unDossier, uneCampagne } from './faits'
import { deposer, NATURES_BLOQUANT, unClasseur, unDossierBloque } from './faits-bloquants'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let agent: Agent
let campagneTardive: string
beforeAll(async () => {
  process.env['CLAMD_URL'] = 'tcp://127.0.0.1:1'
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  agent = await unAgent(own.db)
  const { id } = await uneCampagne(own.db, { enveloppeCents: 0n })
  await own.db.campagne.update({ where: { id }, data: { echeanceDepot: jour('2025-01-09') } })
  campagneTardive = id
})
afterAll(async () => {
  delete process.env['CLAMD_URL']
  await own.drop()
})

const deps = () => ({ db: own.db, now: () => NOW })
const MOTIF = 'Écart d’arrondi, vu avec la structure au téléphone.'

type Decisif = Exclude<
  Acte,
  'deposer' | 'declarerIncomplet' | 'recontroler' | 'rouvrir' | 'voter' | 'reprendreVote' | `notifier${string}`
>
type Fait = Promise<{ ok: boolean; reason?: string }>

const IRRECEVABLE = { motif: 'PAYS', precision: 'Le projet se tient en France.' }
const constater = (constat: Constat) => (vise: Vise) =>
  constaterDossier(deps(), chef, { ...vise, constat, precision: '' })

/** Every act that says « complet », begins the instruction or ends the dossier, posted without its page: another one does not compile. */
const ACTES: Record<Decisif, (vise: Vise) => Fait> = {
  declarerComplet: (vise) => declarerComplet(deps(), chef, vise),
  // « Complet » of a dossier whose compléments were asked during its instruction.
  reprendreInstruction: (vise) => declarerComplet(deps(), chef, vise),
  instruire: (vise) => instruireDossier(deps(), chef, vise),
  accorder: (vise) => accorderDossier(deps(), chef, { vote: VOTE, ...vise, montantCents: 450_000n }),
  accorderPartiellement: (vise) =>
    accorderDossier(deps(), chef, {
      vote: VOTE,
      ...vise,
      montantCents: 1000n,
      precision: 'Les repas ne sont pas retenus.',
    }),
  refuser: (vise) =>
    refuserDossier(deps(), chef, {
      vote: VOTE,
      ...vise,
      motif: 'CREDITS_EPUISES',
      precision: 'L’enveloppe est engagée.',
    }),
  declarerHorsDelai: (vise) => declarerHorsDelai(deps(), chef, { ...vise, ...IRRECEVABLE }),
  declarerIneligible: (vise) => declarerIneligible(deps(), chef, { ...vise, ...IRRECEVABLE }),
  classerSansSuite: (vise) => classerSansSuite(deps(), chef, { ...vise, motif: 'DEPOSE_EN_DOUBLE', prevenir: false }),
  retirer: (vise) => retirerDossier(deps(), chef, { ...vise, precision: 'Courriel du 12 mai.', prevenir: false }),
  constaterDecisionAilleurs: constater('constaterDecisionAilleurs'),
  constaterRejetImplicite: constater('constaterRejetImplicite'),
}

const DECISIFS = Object.keys(ACTES) as Decisif[]
/** What ends a dossier without an answer on its merits waits only for what the demandeur writes. */
const SANS_REPONSE: readonly Decisif[] = ['classerSansSuite', 'retirer', ...CONSTATS]
const DU_DEMANDEUR: readonly Bloquant['nature'][] = ['DEVERROUILLAGE_OUVERT', 'MODIFICATION_A_EXAMINER']

/** Each of them from every state in which it may be done. */
const PAIRES = ETATS.flatMap((etat) =>
  DECISIFS.filter((acte) => actesPossibles(etat).includes(acte)).map((acte) => [acte, etat] as const),
)

/** A dossier that this act may be done on, where nothing but this blocks: late, of a country that is not abroad, past its implicit rejection. */
async function unDossierPour(acte: Decisif, etat: Etat, nature: Bloquant['nature'] | null) {
  const { id } = await unDossierBloque(own.db, nature, etat, { parId: agent.id, campagneId: campagneTardive })
  await own.db.dossier.update({ where: { id }, data: { pays: 'France', deposeLe: jour('2025-01-10') } })
  if (acte === 'reprendreInstruction')
    await own.db.demandeComplement.create({
      data: {
        ...{ dossierId: id, elements: [], du: NOW, limite: NOW, parId: agent.id, creeLe: NOW },
        ...{ etat: 'LEVEE', etatAvant: 'EN_INSTRUCTION' },
      },
    })
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id } })
  return { dossierId: id, version }
}

test('there are as many as the life of a dossier has', () => {
  expect(PAIRES).toHaveLength(36)
})

describe.each(PAIRES)('%s of a dossier %s', (acte, etat) => {
  const arrete = (nature: Bloquant['nature']) => !SANS_REPONSE.includes(acte) || DU_DEMANDEUR.includes(nature)

  test('is done where nothing blocks', async () => {
    expect(await ACTES[acte](await unDossierPour(acte, etat, null))).toMatchObject({ ok: true })
  })

  test('is refused by the act itself over each bloquant that stops it, and done once that one is passed over by name', async () => {
    const essais = await Promise.all(
      NATURES_BLOQUANT.map(async (nature) => ({ nature, vise: await unDossierPour(acte, etat, nature) })),
    )
    for (const { nature, vise } of essais) {
      const dit = await (arrete(nature)
        ? nothingWritten(own.db, vise.dossierId, () => ACTES[acte](vise))
        : ACTES[acte](vise))
      const reason = DU_DEMANDEUR.includes(nature) ? nature : 'BLOQUANTS'
      expect([nature, dit]).toMatchObject([nature, arrete(nature) ? { ok: false, reason } : { ok: true }])
    }
    // A constat is never made over what the demandeur writes: it is refused while a decision can be taken.
    if (CONSTATS.some((constat) => constat === acte)) return
    const arretes = essais.filter(({ nature }) => arrete(nature))
    const faits = await Promise.all(
      arretes.map(async ({ nature, vise }) => {
        const [bloquant, ...autres] = await bloquantsDuDossier(own.db, vise.dossierId, NOW)
        expect([bloquant?.nature, autres]).toEqual([nature, []])
        await passerOutre(deps(), chef, { ...vise, cle: bloquant?.cle ?? '', motif: MOTIF })
        return ACTES[acte]({ ...vise, version: vise.version + 1 })
      }),
    )
    expect(faits).toMatchObject(arretes.map(() => ({ ok: true })))
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
