import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { libererParUneAutre, VOTE } from '#support/vote'
import { ownDb } from '#support/own-db'
import { nothingWritten, NOW, unAgent, unDossier } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW })
const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { decision: true, courriels: { orderBy: { creeLe: 'asc' } } },
  })
const MOTIF = 'Montant voté différent du montant saisi.'

test('a notified decision is reopened with a reason: the journal keeps the whole of it, and the next one is told by its own mail', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  await accorderDossier(deps(), chef, {
    vote: VOTE,
    dossierId: id,
    version: 0,
    montantCents: 300_000n,
    precision: 'Les crédits sont limités.',
  })
  await libererParUneAutre(deps(), id)
  const [notifie] = (await lire(id)).courriels
  await own.db.courriel.update({
    where: { id: notifie?.id ?? '' },
    data: { etat: 'ENVOYE', tentatives: 1, envoyeLe: NOW },
  })

  const rouverte = await rouvrirDecision(deps(), chef, {
    dossierId: id,
    version: 2,
    motif: MOTIF,
    avertissementLu: true,
  })
  expect(rouverte).toMatchObject({ ok: true, value: { etat: 'EN_INSTRUCTION' } })
  expect(await lire(id)).toMatchObject({
    etat: 'EN_INSTRUCTION',
    decision: null,
    montantAccordeCents: null,
    rejetImpliciteLe: new Date('2025-06-10T00:00:00Z'),
  })
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: id, acte: 'rouvrirDecision' } })
  expect(entree).toMatchObject({ acteur: 'Paul Essai' })
  expect(entree.detail).toMatchObject({
    avant: 'ACCORDE_PARTIEL',
    motifReouverture: MOTIF,
    notifiee: true,
    montantCents: '300000',
  })

  // The vote that was reopened makes no other decision, under its number or another; one held since does.
  const encore = (deliberation: Partial<typeof VOTE.deliberation>) =>
    accorderDossier(deps(), chef, {
      ...{ dossierId: id, version: 3, montantCents: 450_000n },
      vote: { par: 'HORS_SEANCE', deliberation: { ...VOTE.deliberation, ...deliberation } },
    })
  const refuse = (deliberation: Partial<typeof VOTE.deliberation>) =>
    nothingWritten(own.db, id, () => encore(deliberation))
  expect(await refuse({})).toEqual({ ok: false, reason: 'DELIBERATION_ROUVERTE', detail: '2025-104' })
  const depuis = { le: '2025-05-13', executoireLe: '2025-05-13' }
  expect(await refuse({ ...depuis, reference: ' 2025 -104' })).toMatchObject({ reason: 'DELIBERATION_ROUVERTE' })
  expect(await refuse({ reference: '2025-120', le: '2025-05-12', executoireLe: '2025-05-13' })).toEqual({
    ...{ ok: false, reason: 'VOTE_AVANT_REOUVERTURE', detail: '2025-05-13' },
  })
  expect(await encore({ ...depuis, reference: '2025-120' })).toMatchObject({ ok: true })
  await libererParUneAutre(deps(), id)
  expect((await lire(id)).courriels.map(({ modele, etat }) => [modele, etat])).toEqual([
    ['decision_partielle', 'ENVOYE'],
    ['decision_favorable', 'A_ENVOYER'],
  ])
})

test('a mail that has not left does not leave; a refusal before completeness is to be looked at again', async () => {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const { id } = await unDossier(own.db, { rib: 'CONFORME' })
  const refus = { motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est engagée.' }
  await refuserDossier(deps(), chef, { vote: VOTE, dossierId: id, version: 0, ...refus })
  await rouvrirDecision(deps(), chef, { dossierId: id, version: 1, motif: MOTIF, avertissementLu: true })
  expect(await lire(id)).toMatchObject({ etat: 'DEPOSE', courriels: [{ etat: 'ANNULE' }] })
})

test('never without the warning, a reason, the right, the version seen, nor where nothing is decided', async () => {
  const [chef, agent] = [await unAgent(own.db, 'RESPONSABLE'), await unAgent(own.db)]
  const { id } = await unDossier(own.db, { etat: 'ACCORDE' })
  const voulu = { dossierId: id, version: 0, motif: MOTIF, avertissementLu: true }
  const essai = (qui = chef, change: Partial<typeof voulu> = {}) =>
    nothingWritten(own.db, id, () => rouvrirDecision(deps(), qui, { ...voulu, ...change }))
  expect(await essai(chef, { avertissementLu: false })).toMatchObject({ reason: 'AVERTISSEMENT_NON_LU' })
  expect(await essai(chef, { motif: ' non ' })).toMatchObject({ reason: 'MOTIF_TROP_COURT' })
  expect(await essai(agent)).toBeInstanceOf(Forbidden)
  expect(await essai(chef, { version: 3 })).toBeInstanceOf(Conflict)
  const ouvert = await unDossier(own.db, { etat: 'COMPLET' })
  const rien = { ...voulu, dossierId: ouvert.id }
  expect(await nothingWritten(own.db, ouvert.id, () => rouvrirDecision(deps(), chef, rien))).toMatchObject({
    reason: 'PAS_DE_DECISION',
  })
})
