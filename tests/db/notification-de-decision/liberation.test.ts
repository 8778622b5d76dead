import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { RYTHME } from '#domain/courriel/suspension'
import { Conflict } from '#infra/errors'
import { liberationDeDecision } from '#queries/dossier/liberation-de-decision'
import { abandonnerCourriel } from '#usecases/courriel/abandonner-courriel'
import { envoyerCourrielRetenu } from '#usecases/courriel/envoyer-courriel-retenu'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { libererDecision } from '#usecases/dossier/liberer-decision'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { ownDb } from '#support/own-db'
import { VOTE } from '#support/vote'
import { NOW, nothingWritten, race, SIGNATAIRE, unAgent, unDossier, uneCampagne } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let autre: Agent
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  autre = await unAgent(own.db, 'RESPONSABLE', 'Aline')
})
afterAll(() => own.drop())

const a = (minutes: number) => ({ db: own.db, now: () => new Date(NOW.getTime() + minutes * 60_000), rythme: RYTHME })
const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { decision: true, courriels: { orderBy: { creeLe: 'asc' } } },
  })
const vise = async (id: string) => ({ dossierId: id, version: (await lire(id)).version })
const seul = async (id: string) => {
  const [courriel, ...autres] = (await lire(id)).courriels
  expect(autres).toEqual([])
  if (!courriel) throw new Error('no mail was written')
  return courriel
}

/** Granted by `chef` after a vote held elsewhere. */
async function accorde(voulu: Parameters<typeof unDossier>[1] = {}) {
  const campagneId = voulu.campagneId ?? (await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE } })).id
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION', ...voulu, campagneId })
  const answer = await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  expect(answer).toMatchObject({ ok: true })
  return id
}
const promesses = (courrielId: string) =>
  own.db.outboxJob.findMany({ where: { payload: { path: ['courrielId'], equals: courrielId } } })

test.each(['accord', 'refus'] as const)(
  'the mail of a decision voted elsewhere (%s) waits for a second person, however long',
  async (quoi) => {
    const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
    const refus = { motif: 'CREDITS_EPUISES', precision: 'Les crédits de l’année sont épuisés.' }
    const decide =
      quoi === 'accord'
        ? await accorderDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
        : await refuserDossier(a(0), chef, { vote: VOTE, ...(await vise(id)), ...refus })
    expect(decide).toMatchObject({ ok: true })
    const courriel = await seul(id)
    expect(courriel).toMatchObject({ etat: 'RETENU', motifRetenue: 'A_RELIRE' })
    expect(await promesses(courriel.id)).toEqual([])
    const visee = { courrielId: courriel.id, version: courriel.version }
    expect(await envoyerCourrielRetenu(a(1), autre, visee)).toEqual({ ok: false, reason: 'MOTIF_NON_PASSABLE' })
    expect(await abandonnerCourriel(a(1), autre, visee)).toEqual({ ok: false, reason: 'DECISION_A_RELIRE' })
    // Even were it promised, as it was before a second person was asked for.
    await own.db.courriel.update({ where: { id: courriel.id }, data: { etat: 'A_ENVOYER', motifRetenue: null } })
    expect(await prendreDepart(a(31), courriel.id)).toBeNull()
    expect(await seul(id)).toMatchObject({ etat: 'RETENU', motifRetenue: 'A_RELIRE' })
  },
)

test('never who took it, nor who may not decide, nor from a page that is no longer so; then somebody else, once', async () => {
  const id = await accorde()
  const page = await vise(id)
  expect(await nothingWritten(own.db, id, () => libererDecision(a(5), chef, page))).toEqual({
    ok: false,
    reason: 'MEME_PERSONNE',
  })
  for (const role of ['LECTEUR', 'INSTRUCTEUR'] as const) {
    const agent = await unAgent(own.db, role)
    expect(await nothingWritten(own.db, id, () => libererDecision(a(5), agent, page))).toBeInstanceOf(Forbidden)
  }
  const perimee = { ...page, version: page.version - 1 }
  expect(await nothingWritten(own.db, id, () => libererDecision(a(5), autre, perimee))).toBeInstanceOf(Conflict)

  const courriel = await seul(id)
  expect(await libererDecision(a(5), autre, page)).toMatchObject({ ok: true })
  const { decision, version } = await lire(id)
  expect(version).toBe(page.version + 1)
  expect(decision).toMatchObject({ libereeParId: autre.id, libereeLe: a(5).now(), reprenableA: a(35).now() })
  expect(await seul(id)).toMatchObject({
    ...{ id: courriel.id, etat: 'A_ENVOYER', motifRetenue: null, partirLe: a(35).now() },
    ...{ sujet: courriel.sujet, texte: courriel.texte, html: courriel.html },
  })
  expect(await promesses(courriel.id)).toMatchObject([{ runAt: a(35).now() }])
  const entrees = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'libererDecision' } })
  expect(entrees).toMatchObject([
    {
      acteurId: autre.id,
      detail: { nature: 'ACCORDE', montantCents: '450000', deliberation: '2025-104', retenue: null },
    },
  ])
  expect(await libererDecision(a(6), autre, await vise(id))).toEqual({ ok: false, reason: 'PAS_A_LIBERER' })
  expect(await prendreDepart(a(35), courriel.id)).toMatchObject({ courriel: { id: courriel.id } })
})

test('let go twice at once, it is let go once', async () => {
  const id = await accorde()
  const page = await vise(id)
  const troisieme = await unAgent(own.db, 'ADMIN')
  const { won, lost } = await race(
    () => libererDecision(a(1), autre, page),
    () => libererDecision(a(1), troisieme, page),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(await promesses((await seul(id)).id)).toHaveLength(1)
})

test('it is taken back before it is let go, and after, until its mail leaves; taken again, it is read again', async () => {
  const id = await accorde()
  expect(await reprendreDecision(a(2), chef, await vise(id))).toMatchObject({ ok: true })
  expect(await seul(id)).toMatchObject({ etat: 'ANNULE', motifRetenue: null })
  expect(await libererDecision(a(3), autre, await vise(id))).toEqual({ ok: false, reason: 'PAS_A_LIBERER' })

  // This time by the other one: each may read what the other decided.
  await accorderDossier(a(4), autre, { vote: VOTE, ...(await vise(id)), montantCents: 450_000n })
  expect(await libererDecision(a(5), autre, await vise(id))).toEqual({ ok: false, reason: 'MEME_PERSONNE' })
  expect(await libererDecision(a(120), chef, await vise(id))).toMatchObject({ ok: true })
  const libere = (await lire(id)).courriels.find(({ etat }) => etat === 'A_ENVOYER')
  expect(libere?.partirLe).toEqual(a(150).now())
  expect(await reprendreDecision(a(149), autre, await vise(id))).toMatchObject({ ok: true })
  expect(await prendreDepart(a(151), libere?.id ?? '')).toBeNull()
  expect((await lire(id)).courriels.map(({ etat }) => etat)).toEqual(['ANNULE', 'ANNULE'])
})

test('reopened before it was let go, nothing is left to let go', async () => {
  const id = await accorde()
  const motif = { motif: 'Le montant voté est autre.', avertissementLu: true }
  expect(await rouvrirDecision(a(1), chef, { ...(await vise(id)), ...motif })).toMatchObject({ ok: true })
  expect(await seul(id)).toMatchObject({ etat: 'ANNULE' })
  expect(await libererDecision(a(2), autre, await vise(id))).toEqual({ ok: false, reason: 'PAS_A_LIBERER' })
})

test('what else holds its mail still does, and an officer then passes over that alone', async () => {
  const id = await accorde({ contactCourriel: 'revenu@exemple.test' })
  await own.db.courriel.create({
    data: {
      ...{
        cleUnique: 'message/revenu',
        modele: 'message_libre',
        destinataire: 'revenu@exemple.test',
        sujet: 'Bonjour',
      },
      ...{ texte: 'Bonjour.', html: '<p>Bonjour.</p>', acteurType: 'AGENT', acteur: 'Chef', acteurId: chef.id },
      ...{ etat: 'NON_REMIS', envoyeLe: NOW, creeLe: NOW },
      adresses: { create: { adresse: 'revenu@exemple.test', motif: 'inconnue', depuisLe: NOW } },
    },
  })
  expect(await libererDecision(a(5), autre, await vise(id))).toMatchObject({ ok: true })
  const retenu = await seul(id)
  expect(retenu).toMatchObject({ etat: 'RETENU', motifRetenue: 'ADRESSE_EN_ECHEC' })
  expect(await promesses(retenu.id)).toEqual([])
  const [entree] = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'libererDecision' } })
  expect(entree?.detail).toMatchObject({ retenue: 'ADRESSE_EN_ECHEC' })
  const instructeur = await unAgent(own.db)
  const visee = { courrielId: retenu.id, version: retenu.version }
  expect(await envoyerCourrielRetenu(a(6), instructeur, visee)).toMatchObject({ ok: true })
  expect(await prendreDepart(a(6), retenu.id)).toMatchObject({ courriel: { id: retenu.id } })
})

test('read after a week and more, it is still news: who lets it go has just read it', async () => {
  const id = await accorde()
  const jours = 9 * 1440
  expect(await libererDecision(a(jours), autre, await vise(id))).toMatchObject({ ok: true })
  const { id: courrielId } = await seul(id)
  expect(await prendreDepart(a(jours + 30), courrielId)).toMatchObject({ courriel: { id: courrielId } })
})

test('a campagne that waits for nothing lets it leave as soon as it is read', async () => {
  const { id: campagneId } = await uneCampagne(own.db, {
    reglages: { signataire: SIGNATAIRE, attenteDecisionMinutes: 0 },
  })
  const id = await accorde({ campagneId })
  expect(await libererDecision(a(1), autre, await vise(id))).toMatchObject({ ok: true })
  expect(await seul(id)).toMatchObject({ etat: 'A_ENVOYER', partirLe: null })
})

test('nothing is to be let go of what no mail tells, nor of what no vote makes', async () => {
  const muet = await accorde({ contactCourriel: '' })
  expect((await lire(muet)).courriels).toEqual([])
  const { id: classe } = await unDossier(own.db)
  await classerSansSuite(a(0), chef, { ...(await vise(classe)), motif: 'DEPOSE_EN_DOUBLE', prevenir: true })
  expect(await seul(classe)).toMatchObject({ etat: 'A_ENVOYER', partirLe: a(30).now() })
  const { id: indecis } = await unDossier(own.db)
  for (const id of [muet, classe, indecis]) {
    const page = await vise(id)
    expect(await nothingWritten(own.db, id, () => libererDecision(a(1), autre, page))).toEqual({
      ok: false,
      reason: 'PAS_A_LIBERER',
    })
    expect(await liberationDeDecision(own.db, id, autre.id)).toBeNull()
  }
})

test('its page gives the very mail, who took it, and whether that is who looks', async () => {
  const id = await accorde()
  const { sujet, texte, html, destinataire } = await seul(id)
  const vue = { par: 'Paul Essai', courriel: { sujet, texte, html, destinataire } }
  expect(await liberationDeDecision(own.db, id, chef.id)).toMatchObject({ ...vue, moi: true })
  expect(await liberationDeDecision(own.db, id, autre.id)).toMatchObject({ ...vue, moi: false })
  await libererDecision(a(1), autre, await vise(id))
  expect(await liberationDeDecision(own.db, id, autre.id)).toBeNull()
})
