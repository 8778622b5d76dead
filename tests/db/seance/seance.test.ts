import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { pageSeance } from '#queries/seance/page-seance'
import { ownDb } from '#support/own-db'
import { VOTE } from '#support/vote'
import { decisionDossier } from '#queries/dossier/decision-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { addDays, jourDeParis } from '#domain/temps/jour'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { cloreListe, rouvrirListe } from '#usecases/seance/clore-liste'
import { deplacerDansLaListe, retirerDeLaListe } from '#usecases/seance/composer-liste'
import { reprendreVote, voterLigne } from '#usecases/seance/voter-ligne'
import { nothingWritten, NOW, race, uneCampagne, unDossier } from '../dossier/faits'
import { APRES, PRECISION, RIEN, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
})
afterAll(() => own.drop())

describe('the list', () => {
  test('a dossier is put once to one séance, with what is proposed; it moves and leaves until the list is frozen', async () => {
    const [a, b, c] = [await monde.unPropose(), await monde.unPropose(), await monde.unPropose()]
    const seanceId = await monde.uneSeance()
    for (const id of [a, b, c]) await monde.inscrire(seanceId, id)
    expect(await monde.inscrire(await monde.uneSeance(), a)).toEqual({ ok: false, reason: 'DEJA_INSCRIT' })
    const sans = (await unDossier(own.db, { etat: 'EN_INSTRUCTION' })).id
    expect(await monde.inscrire(seanceId, sans)).toEqual({ ok: false, reason: 'SANS_PROPOSITION' })
    const ordre = async () =>
      (await pageSeance(own.db, monde.agent, { id: seanceId, now: NOW })).lignes.map((une) => [une.rang, une.dossierId])
    const { lignes } = await pageSeance(own.db, monde.agent, { id: seanceId, now: NOW })
    const derniere = lignes[2]?.id ?? ''
    const ou = async () => ({ seanceId, version: (await monde.vise(seanceId)).version, ligneId: derniere })
    await deplacerDansLaListe(monde.deps, monde.agent, { ...(await ou()), rang: 1 })
    expect(await ordre()).toEqual([[1, c], [2, a], [3, b]]) // prettier-ignore
    await retirerDeLaListe(monde.deps, monde.agent, await ou())
    expect(await ordre()).toEqual([[1, a], [2, b]]) // prettier-ignore
    expect(await monde.inscrire(seanceId, c)).toMatchObject({ ok: true })
    await expect(
      deplacerDansLaListe(monde.deps, monde.agent, { seanceId, version: 1, ligneId: derniere, rang: 1 }),
    ).rejects.toBeInstanceOf(Conflict)
    await cloreListe(monde.deps, monde.agent, await monde.vise(seanceId))
    expect(await retirerDeLaListe(monde.deps, monde.agent, await ou())).toEqual({ ok: false, reason: 'LISTE_CLOSE' })
    expect(await rouvrirListe(monde.deps, monde.agent, await monde.vise(seanceId))).toMatchObject({ ok: true })
  })

  test('it takes nothing after its last day, and is not frozen over a dossier that cannot be voted', async () => {
    const [a, seanceId] = [await monde.unPropose(), await monde.uneSeance()]
    await monde.inscrire(seanceId, a)
    const b = await monde.unPropose()
    monde.horloge.now = APRES
    expect(await monde.inscrire(seanceId, b)).toEqual({ ok: false, reason: 'CLOTURE_PASSEE' })
    monde.horloge.now = NOW
    await own.db.dossier.update({ where: { id: a }, data: { etat: 'INCOMPLET' } })
    const { numero } = await monde.dossierDe(a)
    expect(await cloreListe(monde.deps, monde.agent, await monde.vise(seanceId))).toEqual({
      ok: false,
      reason: 'A_REVOIR',
      detail: numero,
    })
  })
})

describe('the vote', () => {
  test('of a dossier that is on a list is held by its séance only; taken off, it may have been held elsewhere', async () => {
    const dossierId = await monde.unPropose()
    const seanceId = await monde.uneSeance()
    await monde.inscrire(seanceId, dossierId)
    const vise = async () => ({ dossierId, version: (await monde.dossierDe(dossierId)).version })
    const motifs = { motif: 'CREDITS_EPUISES', precision: PRECISION }
    for (const decider of [
      async () => accorderDossier(monde.deps, monde.chef, { ...(await vise()), montantCents: 450_000n, vote: VOTE }),
      async () => refuserDossier(monde.deps, monde.chef, { ...(await vise()), ...motifs, vote: VOTE }),
    ])
      expect(await nothingWritten(own.db, dossierId, decider)).toEqual({
        ok: false,
        reason: 'INSCRIT_EN_SEANCE',
        detail: '2025-06-16',
      })
    expect(await decisionDossier(own.db, dossierId, NOW)).toMatchObject({
      seance: { seanceId, jour: '2025-06-16' },
      empechements: { accorder: { reason: 'INSCRIT_EN_SEANCE' }, retirer: null },
    })
    const { lignes } = await pageSeance(own.db, monde.agent, { id: seanceId, now: NOW })
    const { version } = await monde.vise(seanceId)
    await retirerDeLaListe(monde.deps, monde.agent, { seanceId, version, ligneId: lignes[0]?.id ?? '' })
    const accorde = await accorderDossier(monde.deps, monde.chef, { ...(await vise()), montantCents: 450_000n, vote: VOTE }) // prettier-ignore
    expect(accorde.ok).toBe(true)
    expect(await decisionDossier(own.db, dossierId, NOW)).toMatchObject({
      seance: null,
      decision: { vote: { par: 'HORS_SEANCE', deliberation: VOTE.deliberation } },
    })
  })

  test('is what closes the dossier to who instructs: that of its own séance, whatever its campagne’s', async () => {
    const { id: campagneId } = await uneCampagne(own.db, { reglages: { commissionLe: '2025-05-01' } })
    const dossierId = await monde.unPropose(campagneId)
    const ouvrir = async (par = monde.agent) =>
      deverrouillerDossier(monde.deps, par, {
        ...{ dossierId, version: (await monde.dossierDe(dossierId)).version, sections: ['BUDGET'] },
        ...{ champs: [], pieces: [], motif: 'Le total est à corriger.' },
        echeance: addDays(jourDeParis(monde.horloge.now), 5),
      })
    expect(await nothingWritten(own.db, dossierId, ouvrir)).toEqual({ ok: false, reason: 'APRES_LE_VOTE' })
    await monde.inscrire(await monde.uneSeance(), dossierId)
    monde.horloge.now = APRES
    expect(await nothingWritten(own.db, dossierId, ouvrir)).toEqual({ ok: false, reason: 'APRES_LE_VOTE' })
    monde.horloge.now = NOW
    expect(await ouvrir()).toMatchObject({ ok: true })
  })

  test('it is entered by a responsable, once, at the amount frozen with the list; nobody is told', async () => {
    const dossierId = await monde.unPropose()
    const { lignes } = await monde.uneListe(dossierId)
    const [ligne = ''] = lignes
    await expect(monde.voter(ligne, {}, monde.agent)).rejects.toBeInstanceOf(Forbidden)
    expect(await monde.voter(ligne)).toMatchObject({ ok: true })
    expect(await monde.dossierDe(dossierId)).toMatchObject({ etat: 'VOTE', montantAccordeCents: 450_000n })
    expect(await monde.voter(ligne)).toEqual({ ok: false, reason: 'DEJA_VOTE' })
    expect(await own.db.courriel.findMany({ where: { dossierId } })).toEqual([])
    const { version } = await monde.dossierDe(dossierId)
    expect(await declarerComplet(monde.deps, monde.chef, { dossierId, version })).toMatchObject({ ok: false })
  })

  test('two who enter the vote of one line at once do not both', async () => {
    const { lignes } = await monde.uneListe(await monde.unPropose())
    const [ligne = ''] = lignes
    const { version } = await monde.ligneDe(ligne)
    const saisir = () => voterLigne(monde.deps, monde.chef, { ligneId: ligne, version, saisi: RIEN })
    const { won, lost } = await race(saisir, saisir)
    expect([won.length, lost.length]).toEqual([1, 1])
  })

  test('another amount says why, a rejection its ground; beyond the enveloppe only with a reason; what is put off comes back', async () => {
    const campagne = await uneCampagne(own.db, { enveloppeCents: 500_000n })
    const [a, b, c] = [await monde.unPropose(campagne.id), await monde.unPropose(campagne.id), await monde.unPropose()]
    const { seanceId, lignes } = await monde.uneListe(a, b, c)
    const [la = '', lb = '', lc = ''] = lignes
    expect(await monde.voter(la, { vote: 'MODIFIE', montantCents: 400_000n })).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
    expect(await monde.voter(la, { vote: 'MODIFIE', montantCents: 400_000n, precision: PRECISION })).toMatchObject({
      ok: true,
    })
    expect(await monde.voter(lb)).toEqual({ ok: false, reason: 'ENVELOPPE_DEPASSEE' })
    const depassement = 'Crédits redéployés par la décision modificative.'
    expect(await monde.voter(lb, { depassement })).toMatchObject({ ok: true })
    expect(await monde.voter(lc, { vote: 'REJETE', motif: 'CREDITS_EPUISES' })).toEqual({
      ok: false,
      reason: 'PRECISION_TROP_COURTE',
    })
    expect(await monde.voter(lc, { vote: 'AJOURNE' })).toMatchObject({ ok: true })
    expect(await monde.dossierDe(c)).toMatchObject({ etat: 'EN_INSTRUCTION', montantAccordeCents: null })
    const autre = await monde.uneSeance()
    expect(await monde.inscrire(autre, c)).toMatchObject({ ok: true })
    const { version } = await own.db.ligneSeance.findUniqueOrThrow({ where: { id: lc } })
    expect(await reprendreVote(monde.deps, monde.chef, { ligneId: lc, version })).toEqual({
      ok: false,
      reason: 'INSCRIT_AILLEURS',
    })
    const vue = (await pageSeance(own.db, monde.chef, { id: seanceId, now: NOW })).lignes
    expect(vue.map((une) => [une.vote, une.montantCents, une.depassement])).toEqual([
      ['MODIFIE', 400_000n, ''],
      ['ADOPTE', 450_000n, depassement],
      ['AJOURNE', null, ''],
    ])
  })

  test('taken back before the délibération, the dossier is again in instruction', async () => {
    const dossierId = await monde.unPropose()
    const { seanceId, lignes } = await monde.uneListe(dossierId, await monde.unPropose())
    const [ligne = '', suivante = ''] = lignes
    expect(await monde.voter(ligne, { presents: 'é'.repeat(501) })).toEqual({
      ok: false,
      reason: 'PRESENTS_TROP_LONGS',
    })
    await monde.voter(ligne, { presents: '  45 présents,\n2 pouvoirs ' })
    const { version, presents } = await own.db.ligneSeance.findUniqueOrThrow({ where: { id: ligne } })
    expect(presents).toBe('45 présents, 2 pouvoirs')
    const derniersPresents = async () =>
      (await pageSeance(own.db, monde.chef, { id: seanceId, now: NOW })).derniersPresents
    expect(await derniersPresents()).toBe(presents)
    expect(await reprendreVote(monde.deps, monde.chef, { ligneId: ligne, version })).toMatchObject({ ok: true })
    expect(await monde.dossierDe(dossierId)).toMatchObject({ etat: 'EN_INSTRUCTION', montantAccordeCents: null })
    expect(await derniersPresents()).toBe('')
    await monde.voter(suivante, { vote: 'AJOURNE', presents: '44 présents' })
    expect(await derniersPresents()).toBe('44 présents')
  })
})
