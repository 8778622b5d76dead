import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden, type Agent } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { adresseEnEchec } from '#infra/stores/courriel/retour'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { raconter } from '#libelles/journal/recit-journal'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { relancerCourriel } from '#usecases/courriel/relancer-courriel'
import { reglerNonRemise } from '#usecases/courriel/regler-non-remise'
import { ownDb } from '#support/own-db'
import { unRapport } from '#support/rapports'
import { receptionDeps, recevoirMail } from '#support/reception'
import { unAgentEnBase, unCourriel, uneCampagne, unDossierDeverrouille } from '../workers/faits'

const DOMAINE = 'departement.exemple.test'

describe('a mail that comes back', () => {
  /** Who looks: nobody of this test. */
  const PERSONNE = '00000000-0000-4000-8000-000000000000'

  let own: Awaited<ReturnType<typeof ownDb>>
  let deps: ReturnType<typeof receptionDeps>
  let agent: Agent
  let dossierId: string

  beforeAll(async () => {
    own = await ownDb()
    deps = receptionDeps(own.db, own.dataDir)
    agent = await unAgentEnBase(own.db, 'INSTRUCTEUR')
    const campagne = await uneCampagne(own.db)
    dossierId = (await unDossierDeverrouille(own.db, campagne.id, new Date('2025-05-06T21:59:59.999Z'))).id
  })
  afterAll(() => own.drop())

  const lire = (id: string) => own.db.courriel.findUniqueOrThrow({ where: { id } })

  /** A mail about the dossier that left, to an address of its own; and what a report needs to speak of it. */
  async function parti(etat: 'ENVOYE' | 'A_ENVOYER' = 'ENVOYE') {
    const destinataire = `perdue-${randomUUID().slice(0, 8)}@asso.exemple.test`
    const { id } = await unCourriel(own.db, { destinataire, dossierId })
    await own.db.courriel.update({ where: { id }, data: { etat, ...(etat === 'ENVOYE' && { envoyeLe: new Date() }) } })
    const { jetonRetour: jeton } = await lire(id)
    return { id, jeton, destinataire, retour: `mcei+${jeton}@${DOMAINE}` }
  }
  const sansJeton = { jeton: 'x', retour: `mcei@${DOMAINE}` }
  const recevoir = (contenu: Buffer) => recevoirMail(deps, `${randomUUID()}.eml`, contenu)
  const recuDe = (id: string) => own.db.courrielRecu.findUniqueOrThrow({ where: { id } })
  const actesSur = async (courrielId: string) =>
    (await own.db.entreeJournal.findMany({ where: { objetId: dossierId }, orderBy: { id: 'asc' } }))
      .filter(({ detail }) => (detail as { courrielId?: string }).courrielId === courrielId)
      .map(({ acte }) => acte)

  test.each([
    ['postfix', 'NON_REMIS', ['envoyerCourriel', 'constaterNonRemise']],
    ['remis', 'ENVOYE', ['envoyerCourriel', 'constaterRemise']],
  ] as const)('%s, on a mail whose end nobody knew, says that it left: %s', async (nom, etat, actes) => {
    const courriel = await parti('A_ENVOYER')
    const transmisLe = new Date('2026-11-20T10:00:00.000Z')
    const coupe = { etat: 'ECHEC', cause: 'ISSUE_INCONNUE', erreur: '', echecLe: transmisLe, transmisLe } as const
    await own.db.courriel.update({ where: { id: courriel.id }, data: coupe })
    const rapport = unRapport(nom, courriel)
    for (const _ of [1, 2]) await recevoir(rapport)
    expect(await lire(courriel.id)).toMatchObject({ etat, envoyeLe: transmisLe, cause: null })
    expect(await actesSur(courriel.id)).toEqual(actes)
  })

  test('a report on a mail that the server refused changes nothing: it never left', async () => {
    const courriel = await parti('A_ENVOYER')
    const refuse = { etat: 'ECHEC', cause: 'ADRESSE_INCONNUE', erreur: '', echecLe: new Date() } as const
    await own.db.courriel.update({ where: { id: courriel.id }, data: refuse })
    await recevoir(unRapport('postfix', courriel))
    expect(await lire(courriel.id)).toMatchObject(refuse)
    expect(await actesSur(courriel.id)).toEqual([])
  })

  test.each([
    ['postfix', 'by its address', /n’existe pas chez le destinataire.*550 5\.1\.1/, {}],
    ['postfix', 'by the Message-ID it gives back', /n’existe pas/, sansJeton],
    ['exchange', 'by its address', /boîte du destinataire est pleine.*5\.2\.2/, {}],
    ['exchange', 'by the headers it gives back', /boîte du destinataire est pleine/, sansJeton],
    ['gmail', 'by the Message-ID it gives back', /domaine de cette adresse n’existe pas/, sansJeton],
    ['sans-retour', 'by the name of its envelope', /fermée/, { retour: `mcei@${DOMAINE}` }],
    ['francais', 'by its address', /refuse nos courriels.*politique locale/, {}],
    ['exim', 'by its address, without a report', /n’existe pas.*No such user/, {}],
  ] as const)('%s, tied %s, is NON_REMIS with the reason', async (nom, _, motif, change) => {
    const courriel = await parti()
    const id = await recevoir(unRapport(nom, { ...courriel, ...change }))
    const rendu = await lire(courriel.id)
    expect(rendu).toMatchObject({ etat: 'NON_REMIS', erreur: expect.stringMatching(motif), regleLe: null })
    expect(rendu.envoyeLe).not.toBeNull()
    expect(await recuDe(id)).toMatchObject({ nature: 'AUTRE', dossierId, reponseAId: courriel.id })
    expect(await actesSur(courriel.id)).toEqual(['constaterNonRemise'])
    // A server that refuses us says nothing of the address.
    expect(await adresseEnEchec(own.db, courriel.destinataire.toUpperCase())).toBe(nom !== 'francais')
  })

  test('the same report twice, or two reports, write once', async () => {
    const courriel = await parti()
    const rapport = unRapport('postfix', courriel)
    for (const contenu of [rapport, rapport, unRapport('exchange', courriel)]) await recevoir(contenu)
    expect(await lire(courriel.id)).toMatchObject({ etat: 'NON_REMIS', erreur: expect.stringContaining('5.1.1') })
    expect(await actesSur(courriel.id)).toEqual(['constaterNonRemise'])
  })

  test('late is mentioned and is no failure; delivered takes the mention away', async () => {
    const courriel = await parti()
    await recevoir(unRapport('retard', courriel))
    expect(await lire(courriel.id)).toMatchObject({
      etat: 'ENVOYE',
      erreur: null,
      mentionRetour: expect.stringContaining('timed out'),
    })
    expect(await adresseEnEchec(own.db, courriel.destinataire)).toBe(false)
    await recevoir(unRapport('remis', courriel))
    expect(await lire(courriel.id)).toMatchObject({ etat: 'ENVOYE', erreur: null, mentionRetour: null })
    expect(await actesSur(courriel.id)).toEqual(['constaterRetard', 'constaterRemise'])
  })

  describe('forged, changes nothing', () => {
    test.each([
      ['a word that is nobody’s', { ...sansJeton, retour: `mcei+${'0'.repeat(32)}@${DOMAINE}`, id: randomUUID() }],
      ['a Message-ID that is nobody’s', { ...sansJeton, id: randomUUID() }],
      ['another recipient', { destinataire: 'autre@asso.exemple.test' }],
      ['another recipient, without the word', { ...sansJeton, destinataire: 'autre@asso.exemple.test' }],
    ])('%s', async (_, change) => {
      const courriel = await parti()
      const id = await recevoir(unRapport('postfix', { ...courriel, ...change }))
      expect(await lire(courriel.id)).toMatchObject({ etat: 'ENVOYE', erreur: null, version: 0 })
      expect(await actesSur(courriel.id)).toEqual([])
      expect(await recuDe(id)).toMatchObject({
        nature: 'AUTRE',
        motifNature: expect.stringContaining('rien ne prouve'),
      })
      for (const adresse of [courriel.destinataire, 'autre@asso.exemple.test'])
        expect(await adresseEnEchec(own.db, adresse)).toBe(false)
    })

    test('on a mail that never left', async () => {
      const courriel = await parti('A_ENVOYER')
      const id = await recevoir(unRapport('postfix', courriel))
      expect(await lire(courriel.id)).toMatchObject({ etat: 'A_ENVOYER', erreur: null })
      expect(await recuDe(id)).toMatchObject({
        reponseAId: null,
        motifNature: expect.stringContaining('rien ne prouve'),
      })
    })
  })

  test('home counts it until an officer deals with it, which frees its address', async () => {
    const courriel = await parti()
    const avant = (await tableauDeBord(own.db, { moi: PERSONNE, now: new Date() })).tuiles.nonRemis
    await recevoir(unRapport('postfix', courriel))
    expect((await tableauDeBord(own.db, { moi: PERSONNE, now: new Date() })).tuiles.nonRemis).toBe(avant + 1)

    const { version } = await lire(courriel.id)
    const vise = { courrielId: courriel.id, version }
    const lecteur = await unAgentEnBase(own.db, 'LECTEUR')
    await expect(reglerNonRemise(deps, lecteur, vise)).rejects.toThrow(Forbidden)
    await expect(reglerNonRemise(deps, agent, { ...vise, version: version - 1 })).rejects.toThrow(Conflict)
    expect(await reglerNonRemise(deps, agent, vise)).toMatchObject({ ok: true })
    expect(await adresseEnEchec(own.db, courriel.destinataire)).toBe(false)
    expect((await tableauDeBord(own.db, { moi: PERSONNE, now: new Date() })).tuiles.nonRemis).toBe(avant)
    expect(await actesSur(courriel.id)).toEqual(['constaterNonRemise', 'reglerNonRemise'])
    expect(await reglerNonRemise(deps, agent, { ...vise, version: version + 1 })).toMatchObject({ ok: false })
  })

  test('an officer who writes there is told so before, and the act says it; another address is not', async () => {
    const courriel = await parti()
    await recevoir(unRapport('postfix', courriel))
    await own.db.dossier.update({ where: { id: dossierId }, data: { contactCourriel: courriel.destinataire } })
    const sujet = { dossierId }
    const { correspondants, fil } = await formulaireMessage(own.db, sujet)
    const vu = correspondants.find(({ adresse }) => adresse === courriel.destinataire)
    expect(vu?.revenu).toMatchObject({ motif: expect.stringContaining('5.1.1') })
    const message = { sujet, jeton: randomUUID(), corps: 'Avez-vous reçu notre courriel\u00a0?', filVu: fil }
    expect(await ecrireMessage(deps, agent, { ...message, destinataire: courriel.destinataire })).toMatchObject({
      value: { revenu: true },
    })
    const { detail } = await own.db.entreeJournal.findFirstOrThrow({ where: { acte: 'ecrireMessage' } })
    expect(raconter({ acte: 'ecrireMessage', detail }).precisions.join(' ')).toMatch(
      /malgré un courriel revenu.*5\.1\.1/,
    )

    const { version } = await lire(courriel.id)
    await reglerNonRemise(deps, agent, { courrielId: courriel.id, version })
    expect((await formulaireMessage(own.db, sujet)).correspondants.map(({ revenu }) => revenu)).toEqual(
      correspondants.map(() => null),
    )
  })

  test('asked for again, it leaves anew and may come back anew', async () => {
    const courriel = await parti()
    await recevoir(unRapport('exchange', courriel))
    const { version } = await lire(courriel.id)
    expect(await relancerCourriel(deps, agent, { courrielId: courriel.id, version })).toMatchObject({ ok: true })
    expect(await lire(courriel.id)).toMatchObject({ etat: 'A_ENVOYER', erreur: null })
    await own.db.courriel.update({ where: { id: courriel.id }, data: { etat: 'ENVOYE', envoyeLe: new Date() } })
    await recevoir(unRapport('exchange', courriel))
    expect(await lire(courriel.id)).toMatchObject({ etat: 'NON_REMIS', regleLe: null })
  })
})
