import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { holdSeance } from '#infra/stores/seance/seance'
import { ownDb } from '#support/own-db'
import { until } from '#support/until'
import { aNotifier, aReprendre } from '#queries/seance/page-seance'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { reprendrePreparation } from '#usecases/seance/preparer-notification'
import { NOW } from '../dossier/faits'
import { APRES, PRECISION, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
})
afterAll(() => own.drop())

describe('the délibération', () => {
  test('numbered without a gap once all is voted; nothing is notified before it is in force; then each demandeur is told the amount voted', async () => {
    const [a, b] = [await monde.unPropose(), await monde.unPropose()]
    const { seanceId, lignes } = await monde.uneListe(a, b)
    await monde.voter(lignes[0], { vote: 'MODIFIE', montantCents: 300_000n, precision: PRECISION })
    monde.horloge.now = APRES
    const le = '2025-06-16'
    expect(await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le })).toEqual({
      ok: false,
      reason: 'VOTES_A_SAISIR',
      detail: '1',
    })
    await monde.voter(lignes[1], {
      vote: 'REJETE',
      motif: 'CREDITS_EPUISES',
      precision: 'L’enveloppe est engagée.',
    })
    const notifier = async (dossierId: string) =>
      notifierDossier(monde.deps, monde.chef, { dossierId, version: (await monde.dossierDe(dossierId)).version })
    expect(await notifier(a)).toEqual({ ok: false, reason: 'PAS_EXECUTOIRE' })
    expect(await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le })).toMatchObject({
      value: { numero: '2025-001' },
    })
    expect(await notifier(a)).toEqual({ ok: false, reason: 'PAS_EXECUTOIRE' })
    expect(
      await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-15' }),
    ).toMatchObject({ reason: 'AVANT_LA_DELIBERATION' })
    expect(
      await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-21' }),
    ).toMatchObject({ reason: 'JOUR_A_VENIR' })
    expect(
      await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' }),
    ).toMatchObject({ ok: true })
    await expect(notifierDossier(monde.deps, monde.agent, { dossierId: a, version: 1 })).rejects.toBeInstanceOf(
      Forbidden,
    )
    await monde.relire(seanceId)
    expect([await notifier(a), await notifier(b)]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await notifier(a)).toEqual({ ok: false, reason: 'DECISION_DEJA_PRISE' })
    expect(await monde.dossierDe(a)).toMatchObject({ etat: 'ACCORDE_PARTIEL', montantAccordeCents: 300_000n })
    expect(await monde.dossierDe(b)).toMatchObject({ etat: 'REFUSE', montantAccordeCents: null })
    const [accord] = await own.db.courriel.findMany({ where: { dossierId: a } })
    expect(accord).toMatchObject({ modele: 'decision_partielle', etat: 'A_ENVOYER' })
    expect(accord?.texte).toContain('délibération n°\u00a02025-001')
    expect(accord?.texte).toMatch(/3\s000,00/u)
    expect(accord?.partirLe).toEqual(new Date(APRES.getTime() + 30 * 60_000))
    monde.horloge.now = NOW
  })

  test('a notification taken back leaves the vote, and is made again', async () => {
    const dossierId = await monde.unPropose()
    const { seanceId, lignes } = await monde.uneListe(dossierId)
    await monde.voter(lignes[0])
    monde.horloge.now = APRES
    await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
    await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
    const a = async () => ({ dossierId, version: (await monde.dossierDe(dossierId)).version })
    await monde.relire(seanceId)
    await notifierDossier(monde.deps, monde.chef, await a())
    expect(await reprendreDecision(monde.deps, monde.chef, await a())).toMatchObject({ ok: true })
    expect(await monde.dossierDe(dossierId)).toMatchObject({ etat: 'VOTE', montantAccordeCents: 450_000n })
    expect(await notifierDossier(monde.deps, monde.chef, await a())).toMatchObject({ ok: true })
    monde.horloge.now = NOW
  })

  test('its mails are read before they leave, by someone else than who lets them go; they are taken back together', async () => {
    const [a, b] = [await monde.unPropose(), await monde.unPropose()]
    const { seanceId, lignes } = await monde.uneListe(a, b)
    for (const ligne of lignes) await monde.voter(ligne)
    monde.horloge.now = APRES
    await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
    expect(await monde.relire(seanceId)).toEqual({ ok: false, reason: 'PAS_EXECUTOIRE' })
    await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
    const notifier = async (dossierId: string) =>
      notifierDossier(monde.deps, monde.chef, { dossierId, version: (await monde.dossierDe(dossierId)).version })
    expect(await notifier(a)).toEqual({ ok: false, reason: 'PAS_PREPAREE' })
    expect(await monde.relire(seanceId, monde.chef)).toMatchObject({ ok: true })
    expect(await monde.relire(seanceId)).toEqual({ ok: false, reason: 'DEJA_PREPAREE' })
    expect(await notifier(a)).toEqual({ ok: false, reason: 'MEME_PERSONNE' })
    expect(await own.db.courriel.count({ where: { dossierId: a } })).toBe(0)
    await reprendrePreparation(monde.deps, monde.agent, await monde.vise(seanceId))
    await monde.relire(seanceId)
    await own.db.dossier.update({ where: { id: b }, data: { objet: '' } })
    const vue = await repetitionDeSeance(own.db, monde.agent, { id: seanceId, voir: null, now: APRES })
    const { numero } = await monde.dossierDe(b)
    const trous = vue.groupes.find(({ anomalie }) => anomalie === 'VARIABLE_VIDE')
    expect([vue.total, trous?.bloque, trous?.lignes.map((une) => une.numero)]).toEqual([2, true, [numero]])
    expect(await notifier(b)).toEqual({ ok: false, reason: 'COURRIEL_A_REVOIR' })
    await own.db.dossier.update({ where: { id: b }, data: { objet: 'Jumelage à Herne' } })
    expect([await notifier(a), await notifier(b)]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await aReprendre(own.db, seanceId, APRES)).toEqual([a, b])
    expect(await aReprendre(own.db, seanceId, new Date(APRES.getTime() + 31 * 60_000))).toEqual([])
    for (const dossierId of [a, b])
      await reprendreDecision(monde.deps, monde.chef, {
        dossierId,
        version: (await monde.dossierDe(dossierId)).version,
      })
    expect(await aNotifier(own.db, seanceId)).toEqual([a, b])
    monde.horloge.now = NOW
  })

  test('what was prepared is not let go while it is being taken back', async () => {
    const a = await monde.unPropose()
    const { seanceId, lignes } = await monde.uneListe(a)
    await monde.voter(lignes[0])
    monde.horloge.now = APRES
    await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
    await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
    await monde.relire(seanceId)
    const { version } = await monde.dossierDe(a)
    const notifie = await own.db.$transaction(async (tx) => {
      await holdSeance(tx, seanceId, 'SEUL')
      const partie = notifierDossier(monde.deps, monde.chef, { dossierId: a, version })
      const tenue = until('the notification to wait for the séance', async () => {
        const attentes = await own.db.$queryRaw<unknown[]>`
          SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return attentes.length > 0
      })
      await Promise.race([partie, tenue])
      await tx.seance.update({ where: { id: seanceId }, data: { prepareeParId: null, prepareeLe: null } })
      return { partie }
    })
    expect(await notifie.partie).toEqual({ ok: false, reason: 'PAS_PREPAREE' })
    expect(await own.db.courriel.count({ where: { dossierId: a } })).toBe(0)
    monde.horloge.now = NOW
  })
})
