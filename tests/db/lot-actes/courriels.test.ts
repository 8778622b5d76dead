import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChampsDeLot } from '#domain/lot-actes/acte-de-lot'
import type { Deps } from '#infra/deps'
import { pageLotActes } from '#queries/lot-actes/page-lot-actes'
import { ownDb } from '#support/own-db'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { apercuDeLigne } from '#usecases/lot-actes/apercu-de-ligne'
import { preparerLot } from '#usecases/lot-actes/preparer-lot'
import { reglerLot } from '#usecases/lot-actes/regler-lot'
import { NOW, unAgent, unDossier } from '../dossier/faits'
import { lotsDans } from './faits-lots'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = (): Deps => ({ db: own.db, now: () => NOW })
const lots = lotsDans(() => own.db, deps)

const DANS_CINQ_MINUTES = new Date(NOW.getTime() + 5 * 60_000)

const courriels = (dossierId: string) => own.db.courriel.findMany({ where: { dossierId } })

test('what is missing is asked of each, in one mail that waits; what misses nothing, or awaits an answer, is left', async () => {
  const agent = await unAgent(own.db)
  const absente = await unDossier(own.db, { statuts: 'CONFORME' })
  const refusee = await unDossier(own.db, { rib: 'CONFORME', statuts: 'NON_CONFORME' })
  const complet = await unDossier(own.db)
  const dossierIds = [absente.id, refusee.id, complet.id]
  const id = await lots.preparer(agent, { acte: 'demanderComplements', dossierIds })
  expect(await pageLotActes(own.db, agent, { id, etat: null, page: 0, now: NOW })).toMatchObject({
    courriels: 2,
    retenus: 0,
  })
  await lots.lancer(agent, id)
  await Promise.all([lots.traiter(id), lots.traiter(id)])
  expect((await lots.lire(id)).lignes.map(({ etat, motif }) => motif ?? etat)).toEqual([
    'FAITE',
    'FAITE',
    'Rien ne manque et rien n’est à corriger.',
  ])
  const [demande] = await own.db.demandeComplement.findMany({ where: { dossierId: absente.id } })
  expect(demande?.elements).toMatchObject([{ code: 'RIB', constat: 'pièce absente du dossier' }])
  // 21 days from the departure of the mail, where the règlement says nothing else.
  expect(demande?.limite).toEqual(new Date('2025-06-03T00:00:00Z'))
  for (const { id: dossierId } of [absente, refusee]) {
    expect(await courriels(dossierId)).toMatchObject([
      { modele: 'pieces_manquantes', etat: 'A_ENVOYER', partirLe: DANS_CINQ_MINUTES },
    ])
    expect(await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({ etat: 'INCOMPLET' })
  }
  const encore = await lots.preparer(agent, { acte: 'demanderComplements', dossierIds: [absente.id] })
  expect((await lots.lire(encore)).lignes).toMatchObject([
    { etat: 'ECARTEE', motif: 'Une demande de compléments attend déjà une réponse.' },
  ])
})

test('a limit typed for all is read as a person writes it, and one that is too near stops each line', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db, { statuts: 'CONFORME' })
  const id = await lots.preparer(agent, { acte: 'demanderComplements', dossierIds: [dossierId] })
  const regler = async (champs: ChampsDeLot) =>
    reglerLot(deps(), agent, { lotId: id, version: (await lots.lire(id)).version, champs })
  expect(await regler({ limite: 'bientôt' })).toEqual({ ok: false, reason: 'LIMITE_ILLISIBLE' })
  expect(await regler({ limite: '13/05/2025' })).toMatchObject({ ok: true })
  expect((await lots.lire(id)).lignes).toMatchObject([
    { etat: 'ECARTEE', motif: 'La date limite doit suivre le jour du départ du courriel.' },
  ])
  expect(await regler({ limite: '12/06/2025' })).toMatchObject({ ok: true })
  expect(await lots.etats(id)).toEqual(['PRETE'])
})

test('a message is written to each in its own words, waits, may be taken back, and is written once', async () => {
  const agent = await unAgent(own.db)
  const un = await unDossier(own.db)
  const sansAdresse = await unDossier(own.db, { contactCourriel: '' })
  const champs = { corps: 'Votre dossier {numero} ({ objet }) est à l’étude.' }
  const id = await lots.preparer(agent, { acte: 'ecrireMessage', champs, dossierIds: [un.id, sansAdresse.id] })
  const apercu = await apercuDeLigne(deps(), agent, { lotId: id, numero: null })
  expect(apercu?.courriel.texte).toContain(`Votre dossier ${un.numero} (Jumelage à Herne) est à l’étude.`)
  await lots.lancer(agent, id)
  await Promise.all([lots.traiter(id), lots.traiter(id)])
  expect((await lots.lire(id)).lignes.map(({ etat, motif }) => motif ?? etat)).toEqual([
    'FAITE',
    'Aucune adresse mail\u00a0: joignez la structure autrement.',
  ])
  const [courriel, autre] = await courriels(un.id)
  expect(autre).toBeUndefined()
  expect(courriel).toMatchObject({ modele: 'message_libre', partirLe: DANS_CINQ_MINUTES, acteurId: agent.id })
  const vise = { courrielId: courriel?.id ?? '', version: courriel?.version ?? 0 }
  expect(await annulerCourriel(deps(), agent, vise)).toMatchObject({ ok: true })
})

test('a thread that went on since the preview is not answered twice', async () => {
  const [agent, collegue] = [await unAgent(own.db), await unAgent(own.db, 'INSTRUCTEUR', 'Paul')]
  const { id: dossierId } = await unDossier(own.db)
  const champs = { corps: 'Bonjour.' }
  const id = await lots.preparer(agent, { acte: 'ecrireMessage', champs, dossierIds: [dossierId] })
  await lots.lancer(agent, id)
  const { filVu } = (await lots.lire(id)).lignes[0] ?? { filVu: '' }
  await ecrireMessage(deps(), collegue, {
    ...{ sujet: { dossierId }, jeton: 'a', destinataire: 'ines@exemple.test', corps: 'Je réponds.', filVu },
  })
  await lots.traiter(id)
  expect((await lots.lire(id)).lignes).toMatchObject([
    { etat: 'MODIFIEE', motif: 'Modifié depuis l’aperçu par Paul Essai (message écrit à la structure).' },
  ])
  expect(await courriels(dossierId)).toHaveLength(1)
})

test('a message that says nothing, or names what is no variable, is asked again', async () => {
  const agent = await unAgent(own.db)
  const { id: dossierId } = await unDossier(own.db)
  const prete = await preparerLot(deps(), agent, { acte: 'ecrireMessage', champs: {}, dossierIds: [dossierId] })
  const lotId = prete.ok ? prete.value.lotId : ''
  const regler = (corps: string) => reglerLot(deps(), agent, { lotId, version: 0, champs: { corps } })
  expect(await regler(' ')).toMatchObject({ reason: 'A_DONNER' })
  expect(await regler('Bonjour {prenom}')).toMatchObject({ reason: 'VARIABLE_INCONNUE' })
  expect(await regler('a'.repeat(10_001))).toMatchObject({ reason: 'MESSAGE_TYPE_TROP_LONG' })
})
