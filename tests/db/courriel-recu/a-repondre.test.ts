import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { courrielsRecus, CourrielsRecusParams, pageCourrielRecu } from '#queries/courriel-recu/courriels-recus'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { unCourriel } from '#support/courriels'
import { ownDb } from '#support/own-db'
import { receptionDeps, recevoirMail } from '#support/reception'
import { direSuite } from '#usecases/courriel-recu/dire-suite'
import { reclasserCourriel } from '#usecases/courriel-recu/reclasser-courriel'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { unAgentEnBase, uneCampagne, unDossierDeverrouille } from '../workers/faits'

const LE = new Date('2025-05-13T08:00:00Z')
const DEMAIN = new Date('2025-05-14T08:00:00Z')

let own: Awaited<ReturnType<typeof ownDb>>
let campagneId: string
let agent: Agent
let lecteur: Agent
beforeAll(async () => {
  own = await ownDb()
  campagneId = (await uneCampagne(own.db)).id
  agent = await unAgentEnBase(own.db, 'INSTRUCTEUR')
  lecteur = await unAgentEnBase(own.db, 'LECTEUR')
})
afterAll(() => own.drop())

const deps = () => receptionDeps(own.db, own.dataDir, () => LE)

let n = 0
/** A question that reached the mailbox: who asks, and what. */
async function uneQuestion(texte = 'Les visas sont-ils éligibles ?', de = 'ines@exemple.test') {
  n += 1
  const entetes = { 'Message-ID': `<q${n}@exemple.test>`, From: `Inès Delcroix <${de}>`, Subject: `Question ${n}` }
  const id = await recevoirMail(deps(), `q${n}.eml`, unCourriel({ entetes, texte: `${texte}\n\nQuestion ${n}` }))
  return { id, messageId: `q${n}@exemple.test`, sujet: `Question ${n}` }
}

/** A deposited dossier, with its number. */
async function unDossier() {
  const { id, numero } = await unDossierDeverrouille(own.db, campagneId, DEMAIN)
  return { id, numero: numero ?? '' }
}

const suiteDe = async (id: string) => (await pageCourrielRecu(own.db, id)).suite
const versionDe = async (id: string) => (await pageCourrielRecu(own.db, id)).version

/** An answer written under this mail, from the page as it is. */
async function repondre(id: string, autre: { partirLe?: Date; destinataire?: string } = {}) {
  const sujet = { courrielRecuId: id }
  const { fil: filVu, correspondants } = await formulaireMessage(own.db, sujet)
  const destinataire = autre.destinataire ?? correspondants[0]?.adresse ?? ''
  const message = { sujet, jeton: randomUUID(), destinataire, corps: 'Oui, ils le sont.', filVu }
  return ecrireMessage(deps(), agent, { ...message, ...(autre.partirLe && { partirLe: autre.partirLe }) })
}

describe('a question with neither dossier nor fiche', () => {
  test('waits in its tab, is answered where it is read, in its conversation, and waits no more', async () => {
    const { id, messageId, sujet } = await uneQuestion()
    const avant = await courrielsRecus(own.db, CourrielsRecusParams.parse({}))
    expect(avant.rows).toMatchObject([{ id, suite: 'A_REPONDRE' }])
    expect(avant.total).toBe(1)

    expect(await repondre(id)).toMatchObject({ ok: true, value: { destinataire: 'ines@exemple.test' } })
    const { suite, suitePar, suiteLe, reponses } = await pageCourrielRecu(own.db, id)
    expect({ suite, suitePar, suiteLe }).toEqual({ suite: 'REPONDU', suitePar: 'Camille Essai', suiteLe: LE })
    expect(reponses).toMatchObject([{ sujet: `Re: ${sujet}`, acteur: 'Camille Essai' }])
    const [ecrit] = await own.db.courriel.findMany({ where: { courrielRecuId: id } })
    expect(ecrit).toMatchObject({ modele: 'message_libre', enReponseA: messageId, dossierId: null, preProjetId: null })
    expect((await courrielsRecus(own.db, CourrielsRecusParams.parse({}))).total).toBe(0)
    const journal = await own.db.entreeJournal.findFirst({ where: { acte: 'ecrireMessage', objetId: id } })
    expect(journal).toMatchObject({ objet: 'courriel-recu', acteur: 'Camille Essai' })
    expect(await own.db.$queryRaw`SELECT * FROM compte_ecart`).toEqual([])
  })

  test('is not answered twice by two officers who read it together', async () => {
    const { id } = await uneQuestion()
    const { fil: filVu } = await formulaireMessage(own.db, { courrielRecuId: id })
    const message = { sujet: { courrielRecuId: id }, destinataire: 'ines@exemple.test', corps: 'Oui.', filVu }
    const deux = await Promise.all([1, 2].map(() => ecrireMessage(deps(), agent, { ...message, jeton: randomUUID() })))
    expect(deux.filter(({ ok }) => ok)).toHaveLength(1)
    expect(deux.find(({ ok }) => !ok)).toMatchObject({ reason: 'FIL_CHANGE' })
  })

  test('waits again when the answer that has not left is taken back', async () => {
    const { id } = await uneQuestion()
    await repondre(id, { partirLe: DEMAIN })
    expect(await suiteDe(id)).toBe('REPONDU')
    const ecrit = await own.db.courriel.findFirstOrThrow({ where: { courrielRecuId: id } })
    expect(await annulerCourriel(deps(), agent, { courrielId: ecrit.id, version: ecrit.version })).toMatchObject({
      ok: true,
    })
    expect(await pageCourrielRecu(own.db, id)).toMatchObject({ suite: 'A_REPONDRE', suitePar: null, reponses: [] })
  })

  test('is answered only to who wrote it', async () => {
    const { id } = await uneQuestion()
    expect(await repondre(id, { destinataire: 'autre@exemple.test' })).toMatchObject({ reason: 'DESTINATAIRE_INCONNU' })
    expect(await suiteDe(id)).toBe('A_REPONDRE')
  })

  test('takes its answer with it to the dossier it is put with', async () => {
    const { id } = await uneQuestion()
    await repondre(id)
    const dossier = await unDossier()
    const choix = { courrielRecuId: id, version: await versionDe(id), nature: 'AUTRE' as const, numero: dossier.numero }
    expect(await reclasserCourriel(deps(), agent, choix)).toMatchObject({ ok: true })
    const fil = await filCourriels(own.db, { dossierId: dossier.id })
    expect(fil.map(({ sens }) => sens)).toEqual(['RECU', 'ENVOYE'])
    expect(await suiteDe(id)).toBe('REPONDU')
  })
})

test('a message in the thread of a dossier answers what its addressee asked there, and nobody else', async () => {
  const dossier = await unDossier()
  const [sienne, autre] = [
    await uneQuestion(`Où en est le dossier ${dossier.numero} ?`),
    await uneQuestion(`Et le dossier ${dossier.numero} ?`, 'mairie@exemple.test'),
  ]
  const { dossierId } = await own.db.courrielRecu.findUniqueOrThrow({ where: { id: sienne.id } })
  expect(dossierId).toBe(dossier.id)
  const sujet = { dossierId: dossier.id }
  const { fil: filVu } = await formulaireMessage(own.db, sujet)
  const message = { sujet, jeton: randomUUID(), destinataire: 'ines@exemple.test', corps: 'Il avance.', filVu }
  expect(await ecrireMessage(deps(), agent, message)).toMatchObject({ ok: true })
  expect([await suiteDe(sienne.id), await suiteDe(autre.id)]).toEqual(['REPONDU', 'A_REPONDRE'])
})

test('under a mail that is with a dossier, the answer is of the dossier and replies to that very mail', async () => {
  const dossier = await unDossier()
  const premiere = await uneQuestion(`Où en est le dossier ${dossier.numero} ?`)
  await uneQuestion(`Toujours le dossier ${dossier.numero}…`, 'mairie@exemple.test')
  expect(await repondre(premiere.id)).toMatchObject({ value: { destinataire: 'ines@exemple.test' } })
  const ecrits = await own.db.courriel.findMany({ where: { courrielRecuId: premiere.id } })
  expect(ecrits).toMatchObject([{ dossierId: dossier.id, enReponseA: premiere.messageId }])
})

test('an answer written under a mail that asked for none, or was answered elsewhere, is its answer', async () => {
  const { id } = await uneQuestion()
  await direSuite(deps(), agent, { courrielRecuId: id, version: await versionDe(id), suite: 'SANS_REPONSE' })
  expect(await repondre(id)).toMatchObject({ ok: true })
  expect(await suiteDe(id)).toBe('REPONDU')
  const [premier] = await own.db.courriel.findMany({ where: { courrielRecuId: id } })
  await repondre(id)
  const { reponduParId } = await own.db.courrielRecu.findUniqueOrThrow({ where: { id } })
  expect(reponduParId).toBe(premier?.id)
})

describe('an officer says what becomes of it', () => {
  test('answered elsewhere, without an answer to give, and waiting again, each told once', async () => {
    const { id } = await uneQuestion()
    for (const suite of ['REPONDU_AILLEURS', 'A_REPONDRE', 'SANS_REPONSE'] as const) {
      expect(await direSuite(deps(), agent, { courrielRecuId: id, version: await versionDe(id), suite })).toEqual({
        ok: true,
        value: undefined,
      })
      const { suitePar, ...lu } = await pageCourrielRecu(own.db, id)
      expect(lu.suite).toBe(suite)
      expect(suitePar).toBe(suite === 'A_REPONDRE' ? null : 'Camille Essai')
    }
    const dits = await own.db.entreeJournal.findMany({ where: { acte: 'direSuite', objetId: id } })
    expect(dits).toHaveLength(3)
  })

  test('not over what a colleague said since, not without the right, not where nobody is known to have written', async () => {
    const { id } = await uneQuestion()
    const dit = { courrielRecuId: id, suite: 'SANS_REPONSE' as const, version: await versionDe(id) }
    await expect(direSuite(deps(), lecteur, dit)).rejects.toThrow(Forbidden)
    await direSuite(deps(), agent, dit)
    await expect(direSuite(deps(), agent, dit)).rejects.toThrow(Conflict)
    await own.db.courrielRecu.update({ where: { id }, data: { de: '' } })
    const remettre = { courrielRecuId: id, suite: 'A_REPONDRE' as const, version: await versionDe(id) }
    expect(await direSuite(deps(), agent, remettre)).toMatchObject({ reason: 'SANS_EXPEDITEUR' })
    expect(await suiteDe(id)).toBe('SANS_REPONSE')
  })
})

test('the tab is read by an index', async () => {
  const plan = await own.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return JSON.stringify(
      await tx.$queryRaw`EXPLAIN SELECT c.id FROM courriel_recu c WHERE c.suite = 'A_REPONDRE' ORDER BY c.recu_le DESC, c.id DESC LIMIT 25`,
    )
  })
  expect(plan).toContain('courriel_recu_a_repondre_idx')
})
