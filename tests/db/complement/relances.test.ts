import { afterAll, beforeAll, expect, test } from 'vitest'
import { Conflict } from '#infra/errors'
import { relancerDossier } from '#usecases/complement/relancer-dossier'
import { apercuDeLigne } from '#usecases/lot-actes/apercu-de-ligne'
import { suivreComplements } from '#usecases/complement/suivre-complements'
import { ownDb } from '#support/own-db'
import { jour, nothingWritten, race } from '../dossier/faits'
import { lotsDans } from '../lot-actes/faits-lots'
import { faitsDe } from './faits-complements'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const { deps, lire, vise, demander, recevoir, unDossierIncomplet } = faitsDe(() => own)

/** Asked on 13 May until 3 June: the reminder before the limit is due from 29 May, the other from 4 June. */
async function unDossierEnAttente(voulu?: Parameters<typeof unDossierIncomplet>[0]) {
  const { agent, dossier } = await unDossierIncomplet(voulu)
  expect((await demander(agent, dossier.id)).ok).toBe(true)
  return { agent, dossier }
}

const relances = async (id: string) => (await lire(id)).courriels.filter(({ modele }) => modele === 'relance')

/** Leaves nothing behind for the next test: the job looks at every dossier. */
const vider = async () => {
  await own.db.demandeComplement.deleteMany()
  await own.db.dossier.updateMany({ data: { complementLimite: null } })
}

test('the job reminds once 5 days before the limit, of what is still missing, then once when it has passed, and a second run does nothing', async () => {
  await vider()
  const { dossier } = await unDossierEnAttente()
  await recevoir(dossier.numero, 'Statuts.pdf', '2025-05-20T08:00:00Z')
  const suivre = (iso: string) => suivreComplements(deps(iso))

  expect(await suivre('2025-05-28T21:59:00Z')).toEqual({ depassees: 0, relances: 0 })
  expect(await suivre('2025-05-28T22:01:00Z')).toEqual({ depassees: 0, relances: 1 })
  for (const iso of ['2025-05-28T22:01:00Z', '2025-05-29T12:00:00Z', '2025-06-03T21:59:00Z'])
    expect(await suivre(iso)).toEqual({ depassees: 0, relances: 0 })
  const [avant] = await relances(dossier.id)
  expect(avant).toMatchObject({ acteurType: 'SYSTEME', partirLe: new Date('2025-05-29T06:00:00Z') })
  expect(avant?.texte).toContain('• RIB au nom de la structure – pièce absente du dossier')
  expect(avant?.texte).not.toContain('Statuts')
  expect(avant?.texte).toContain('1er\u00a0juillet\u00a02025')

  const [une, deux] = await Promise.all([suivre('2025-06-04T08:00:00Z'), suivre('2025-06-04T08:00:00Z')])
  expect([une.depassees + deux.depassees, une.relances + deux.relances]).toEqual([1, 1])
  expect(await suivre('2025-06-10T08:00:00Z')).toEqual({ depassees: 0, relances: 0 })
  expect(await lire(dossier.id)).toMatchObject({
    etat: 'INCOMPLET',
    complementLimite: jour('2025-06-03'),
    rejetImpliciteLe: jour('2025-07-01'),
    complements: [{ etat: 'DEPASSEE' }],
  })
  const [, apres] = await relances(dossier.id)
  expect(apres?.texte).toContain('a pris fin le 3\u00a0juin\u00a02025')

  await recevoir(dossier.numero, 'RIB.pdf', '2025-06-12T08:00:00Z')
  expect(await lire(dossier.id)).toMatchObject({
    complementLimite: null,
    rejetImpliciteLe: jour('2025-07-01'),
    complements: [{ etat: 'LEVEE' }],
  })
})

test('a dossier that nobody can be written to is said past its limit, without a mail and without moving before', async () => {
  await vider()
  const { dossier } = await unDossierEnAttente({ contactCourriel: '', statuts: 'NON_CONFORME' })
  const { version } = await lire(dossier.id)
  expect(await suivreComplements(deps('2025-05-30T08:00:00Z'))).toEqual({ depassees: 0, relances: 0 })
  expect(await lire(dossier.id)).toMatchObject({ version })
  expect(await suivreComplements(deps('2025-06-04T08:00:00Z'))).toEqual({ depassees: 1, relances: 0 })
  expect(await relances(dossier.id)).toEqual([])
})

test('an officer reminds, never on the day of the request nor twice on one day, and only of what is awaited', async () => {
  await vider()
  const { agent, dossier } = await unDossierEnAttente()
  const relancer = async (iso: string) => relancerDossier(deps(iso), agent, await vise(dossier.id))
  const refuse = async (iso: string) => nothingWritten(own.db, dossier.id, () => relancer(iso))
  expect(await refuse('2025-05-13T15:00:00Z')).toEqual({ ok: false, reason: 'DEMANDE_DU_JOUR' })
  const v = await vise(dossier.id)
  const matin = () => relancerDossier(deps('2025-05-20T08:00:00Z'), agent, v)
  const { won, lost } = await race(matin, matin)
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect(await refuse('2025-05-20T16:00:00Z')).toEqual({ ok: false, reason: 'DEJA_RELANCE_AUJOURDHUI' })
  expect(await relances(dossier.id)).toMatchObject([
    { acteurType: 'AGENT', acteurId: agent.id, acteur: 'Camille Essai' },
  ])
  for (const nom of ['Statuts.pdf', 'RIB.pdf']) await recevoir(dossier.numero, nom, '2025-05-21T08:00:00Z')
  expect(await refuse('2025-05-22T08:00:00Z')).toEqual({ ok: false, reason: 'AUCUNE_DEMANDE' })
})

test('reminded by lot: each dossier once, and a dossier that may not be reminded says why', async () => {
  await vider()
  const { agent, dossier: un } = await unDossierEnAttente()
  const { dossier: deux } = await unDossierEnAttente()
  const { dossier: sansDemande } = await unDossierIncomplet()
  const { dossier: sansAdresse } = await unDossierEnAttente({ contactCourriel: '', statuts: 'NON_CONFORME' })
  const le = deps('2025-05-20T08:00:00Z')
  const lots = lotsDans(
    () => own.db,
    () => le,
  )
  const dossierIds = [un, deux, sansDemande, sansAdresse].map(({ id }) => id)
  const id = await lots.preparer(agent, { acte: 'relancer', dossierIds })
  expect((await lots.lire(id)).lignes.map(({ motif, destinataire }) => motif ?? destinataire)).toEqual([
    un.contactCourriel,
    deux.contactCourriel,
    'Aucune demande de compléments n’attend de réponse.',
    'Aucune adresse mail\u00a0: relancez par téléphone ou par courrier.',
  ])
  const apercu = await apercuDeLigne(le, agent, { lotId: id, numero: deux.numero })
  expect(apercu?.courriel.texte).toContain('• RIB au nom de la structure – pièce absente du dossier')
  expect(await relances(deux.id)).toEqual([])
  await lots.lancer(agent, id)
  await Promise.all([lots.traiter(id), lots.traiter(id)])
  expect(await lots.etats(id)).toEqual(['FAITE', 'FAITE', 'ECARTEE', 'ECARTEE'])
  for (const dossier of [un, deux]) expect(await relances(dossier.id)).toHaveLength(1)
  const autre = await lots.preparer(agent, { acte: 'relancer', dossierIds: [un.id] })
  expect((await lots.lire(autre)).lignes).toMatchObject([{ etat: 'ECARTEE', motif: 'Déjà relancé aujourd’hui.' }])
})
