import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { NotFound } from '#infra/errors'
import { lettreVotee } from '#queries/seance/lettre-votee'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { reprendreTravaux } from '#usecases/entretien/reprendre-travaux'
import { demanderLettres } from '#usecases/seance/dessiner-lettres'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { preparerNotification } from '#usecases/seance/preparer-notification'
import { ownDb } from '#support/own-db'
import { NOW, unAgent } from '../dossier/faits'
import { APRES, PRECISION, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
})
afterAll(() => own.drop())
beforeEach(() => {
  monde.horloge.now = NOW
})
afterEach(() => {
  monde.horloge.now = NOW
})

const vers = async (dossierId: string) => ({ dossierId, version: (await monde.dossierDe(dossierId)).version })
const notifier = async (dossierId: string) => notifierDossier(monde.deps, monde.chef, await vers(dossierId))
const promis = (seanceId: string) =>
  own.db.outboxJob.count({ where: { name: 'seance.dessiner', payload: { equals: { seanceId } } } })
const repeter = (id: string) => repetitionDeSeance(own.db, monde.agent, { id, voir: null, now: APRES })

/** A séance in force, its mails read by the agent, and no letter drawn: one grant, one refusal. */
async function enVigueur() {
  const [accorde, refuse] = [await monde.unPropose(), await monde.unPropose()]
  const { seanceId, lignes } = await monde.uneListe(accorde, refuse)
  await monde.voter(lignes[0])
  await monde.voter(lignes[1], { vote: 'REJETE', motif: 'CREDITS_EPUISES', precision: PRECISION })
  monde.horloge.now = APRES
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  expect(await promis(seanceId)).toBe(0)
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  expect(await promis(seanceId)).toBe(1)
  await preparerNotification(monde.deps, monde.agent, await monde.vise(seanceId))
  return { accorde, refuse, seanceId, ligneId: lignes[0] ?? '' }
}

test('nothing is let go before its letter is drawn; what it says having changed, it is drawn again, and only it', async () => {
  const { accorde, refuse, seanceId } = await enVigueur()
  expect(await notifier(accorde)).toEqual({ ok: false, reason: 'LETTRE_A_DESSINER' })
  expect((await repeter(seanceId)).lettres).toMatchObject({ total: 2, aDessiner: 2, enEchec: 0, demandeesLe: APRES })
  expect(await monde.dessiner(seanceId)).toEqual({ dessinees: 2, enEchec: [] })
  expect(await monde.dessiner(seanceId)).toEqual({ dessinees: 0, enEchec: [] })

  const { structureId } = await monde.dossierDe(accorde)
  await own.db.structure.update({ where: { id: structureId }, data: { adresse: '3, rue du Marché' } })
  expect((await repeter(seanceId)).lettres).toMatchObject({ aDessiner: 1 })
  expect(await notifier(accorde)).toEqual({ ok: false, reason: 'LETTRE_A_DESSINER' })
  expect(await own.db.courriel.count({ where: { dossierId: accorde } })).toBe(0)
  expect(await notifier(refuse)).toMatchObject({ ok: true })
  expect(await monde.dessiner(seanceId)).toEqual({ dessinees: 1, enEchec: [] })
  expect(await notifier(accorde)).toMatchObject({ ok: true })
})

test('a drawing of which the queue lost the job is promised anew until it was done, and again once asked for again', async () => {
  const { seanceId } = await enVigueur()
  // The queue knows none of the jobs it was given.
  await own.db.outboxJob.updateMany({ data: { publishedAt: APRES } })
  const reprendre = () => reprendreTravaux({ ...monde.deps, connus: () => Promise.resolve(new Set()) })
  const aDessiner = async () => ({ repris: (await reprendre()).lettres, promis: await promis(seanceId) })
  expect(await aDessiner()).toEqual({ repris: 1, promis: 2 })
  expect(await aDessiner()).toEqual({ repris: 0, promis: 2 })
  await monde.dessiner(seanceId)
  await own.db.outboxJob.updateMany({ data: { publishedAt: APRES } })
  expect(await aDessiner()).toEqual({ repris: 0, promis: 2 })

  monde.horloge.now = new Date(APRES.getTime() + 60_000)
  await demanderLettres(monde.deps, monde.agent, await monde.vise(seanceId))
  await own.db.outboxJob.updateMany({ data: { publishedAt: APRES } })
  expect(await aDessiner()).toEqual({ repris: 1, promis: 4 })
})

test('a vote whose amount is another than that of its letter is not let go', async () => {
  const { accorde, seanceId, ligneId } = await enVigueur()
  await monde.dessiner(seanceId)
  await own.db.ligneSeance.update({ where: { id: ligneId }, data: { montantCents: 440_000n } })
  expect(await notifier(accorde)).toEqual({ ok: false, reason: 'LETTRE_A_DESSINER' })
})

test('a letter of which no page came keeps its decision back, is said apart, and is drawn once more when asked', async () => {
  const { accorde, seanceId, ligneId } = await enVigueur()
  await monde.dessiner(seanceId)
  await own.db.lettreRepetee.update({ where: { ligneSeanceId: ligneId }, data: { composee: false } })
  expect(await notifier(accorde)).toEqual({ ok: false, reason: 'LETTRE_NON_COMPOSEE' })
  const vue = await repeter(seanceId)
  expect(vue.groupes.map(({ anomalie, bloque, lignes }) => [anomalie, bloque, lignes.length])).toContainEqual([
    ...['LETTRE_NON_COMPOSEE', true, 1],
  ])
  expect(vue.lettres).toMatchObject({ aDessiner: 0, enEchec: 1 })
  const lecteur = await unAgent(own.db, 'LECTEUR')
  await expect(demanderLettres(monde.deps, lecteur, await monde.vise(seanceId))).rejects.toBeInstanceOf(Forbidden)
  expect(await demanderLettres(monde.deps, monde.agent, await monde.vise(seanceId))).toEqual({
    ok: true,
    value: { decisions: 2 },
  })
  expect(await promis(seanceId)).toBe(2)
  expect(await own.db.entreeJournal.count({ where: { acte: 'demanderLettres', objetId: seanceId } })).toBe(1)
  expect(await monde.dessiner(seanceId)).toEqual({ dessinees: 1, enEchec: [] })
  expect(await notifier(accorde)).toMatchObject({ ok: true })
})

test('without whom to sign it there is no letter, and nothing is let go', async () => {
  const { accorde, seanceId } = await enVigueur()
  const { campagneId } = await monde.dossierDe(accorde)
  await own.db.campagne.update({ where: { id: campagneId }, data: { reglages: {} } })
  expect(await monde.dessiner(seanceId)).toEqual({ dessinees: 1, enEchec: [] })
  expect(await notifier(accorde)).toEqual({ ok: false, reason: 'LETTRE_SANS_SIGNATAIRE' })
  const sans = (await repeter(seanceId)).groupes.find(({ anomalie }) => anomalie === 'LETTRE_SANS_SIGNATAIRE')
  expect([sans?.bloque, sans?.lignes.length]).toEqual([true, 1])
})

test('a letter is read before it is told, from its own séance only, and no more afterwards', async () => {
  const { accorde, seanceId } = await enVigueur()
  const { numero } = await monde.dossierDe(accorde)
  const lire = (id: string) => lettreVotee(own.db, monde.agent, { id, numero: numero ?? '', now: APRES })
  const lue = await lire(seanceId)
  expect(lue.ok && Buffer.from(lue.value.slice(0, 5)).toString()).toBe('%PDF-')
  monde.horloge.now = NOW
  const ailleurs = await monde.uneSeance()
  await expect(lire(ailleurs)).rejects.toBeInstanceOf(NotFound)
  monde.horloge.now = APRES
  await monde.dessiner(seanceId)
  expect(await notifier(accorde)).toMatchObject({ ok: true })
  await expect(lire(seanceId)).rejects.toBeInstanceOf(NotFound)
})

test('letters are asked for once their délibération is numbered, and while something is to be told', async () => {
  const dossierId = await monde.unPropose()
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  await monde.voter(lignes[0])
  const demander = async () => demanderLettres(monde.deps, monde.agent, await monde.vise(seanceId))
  expect(await demander()).toEqual({ ok: false, reason: 'PAS_DE_DELIBERATION' })
  expect(await promis(seanceId)).toBe(0)
  monde.horloge.now = APRES
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  expect(await demander()).toMatchObject({ ok: true })
  await monde.dessiner(seanceId)
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  await preparerNotification(monde.deps, monde.agent, await monde.vise(seanceId))
  expect(await notifier(dossierId)).toMatchObject({ ok: true })
  expect(await demander()).toEqual({ ok: false, reason: 'RIEN_A_NOTIFIER' })
})
