import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import { ownDb } from '#support/own-db'
import { annulerDeverrouillage } from '#usecases/deverrouillage/annuler-deverrouillage'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { noterDemandeDeverrouillage } from '#usecases/deverrouillage/noter-demande-deverrouillage'
import {
  annulerRefusDeverrouillage,
  refuserDemandeDeverrouillage,
} from '#usecases/deverrouillage/refuser-demande-deverrouillage'
import { NOW, nothingWritten, unAgent, unDossier, uneCampagne } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const at = (minutes: number) => ({ db: own.db, now: () => new Date(NOW.getTime() + minutes * 60_000) })
const souhait = {
  canal: 'TELEPHONE' as const,
  demandeur: 'Inès Delcroix, présidente',
  texte: 'Elle demande à remplacer le RIB.',
  recueLe: NOW,
}
const ouverture = {
  sections: ['PIECES'] as const,
  champs: [],
  pieces: [],
  motif: 'Le RIB est à remplacer.',
  echeance: '2025-05-18',
}
const demandesDe = (dossierId: string) => own.db.demandeDeverrouillage.findMany({ where: { dossierId } })
const courrielsDe = (dossierId: string) =>
  own.db.courriel.findMany({ where: { dossierId }, orderBy: { creeLe: 'asc' } })

test('a wish told by telephone is written down: who, when, how, in which words, and by whom', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  const noter = (change: Partial<typeof souhait>) =>
    noterDemandeDeverrouillage(at(0), agent, { dossierId: id, version, ...souhait, ...change })
  expect(await nothingWritten(own.db, id, () => noter({ texte: 'RIB' }))).toMatchObject({ reason: 'TEXTE_TROP_COURT' })
  expect(await nothingWritten(own.db, id, () => noter({ demandeur: ' ' }))).toMatchObject({
    reason: 'DEMANDEUR_MANQUANT',
  })
  const demain = new Date(NOW.getTime() + 1)
  expect(await nothingWritten(own.db, id, () => noter({ recueLe: demain }))).toMatchObject({ reason: 'DATE_A_VENIR' })
  expect((await noter({})).ok).toBe(true)
  expect(await demandesDe(id)).toMatchObject([{ ...souhait, etat: 'EN_ATTENTE', saisiePar: 'Camille Essai' }])
})

test('refused, the mail says why and leaves five minutes later; taken back meanwhile, the wish waits again', async () => {
  const [agent, lecteur] = [await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const { id, version } = await unDossier(own.db)
  await noterDemandeDeverrouillage(at(0), agent, { dossierId: id, version, ...souhait })
  const [{ id: demandeId } = { id: '' }] = await demandesDe(id)
  const motif = 'La commission examine votre demande demain.'
  const refuser = (v: number, qui = agent) =>
    refuserDemandeDeverrouillage(at(0), qui, { dossierId: id, version: v, demandeId, motif })
  expect(await nothingWritten(own.db, id, () => refuser(version + 1, lecteur))).toBeInstanceOf(Forbidden)
  expect((await refuser(version + 1)).ok).toBe(true)
  const [courriel] = await courrielsDe(id)
  expect(courriel).toMatchObject({
    modele: 'deverrouillage_refuse',
    etat: 'A_ENVOYER',
    partirLe: new Date(NOW.getTime() + 5 * 60_000),
  })
  expect(courriel?.texte).toContain(motif)

  const annuler = (v: number) => annulerRefusDeverrouillage(at(1), agent, { dossierId: id, version: v, demandeId })
  expect((await annuler(version + 2)).ok).toBe(true)
  expect(await demandesDe(id)).toMatchObject([{ etat: 'EN_ATTENTE', motifRefus: '' }])
  expect(await courrielsDe(id)).toMatchObject([{ etat: 'ANNULE' }])

  // Refused again it is another mail; once that one has left, the answer stands.
  expect((await refuser(version + 3)).ok).toBe(true)
  await own.db.courriel.updateMany({
    where: { dossierId: id, etat: 'A_ENVOYER' },
    data: { etat: 'ENVOYE', envoyeLe: NOW },
  })
  expect(await nothingWritten(own.db, id, () => annuler(version + 4))).toEqual({ ok: false, reason: 'COURRIEL_PARTI' })
})

test('an opening is taken back within five minutes as if it had never been; after, it is only closed', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  await noterDemandeDeverrouillage(at(0), agent, { dossierId: id, version, ...souhait })
  const ouvrir = (v: number) => deverrouillerDossier(at(0), agent, { dossierId: id, version: v, ...ouverture })
  expect((await ouvrir(version + 1)).ok).toBe(true)
  expect(await demandesDe(id)).toMatchObject([{ etat: 'ACCEPTEE' }])
  expect(await courrielsDe(id)).toMatchObject([{ etat: 'A_ENVOYER', partirLe: new Date(NOW.getTime() + 300_000) }])

  expect((await annulerDeverrouillage(at(4), agent, { dossierId: id, version: version + 2 })).ok).toBe(true)
  expect(await courrielsDe(id)).toMatchObject([{ etat: 'ANNULE' }])
  expect(await demandesDe(id)).toMatchObject([{ etat: 'EN_ATTENTE', deverrouillageId: null, traiteeLe: null }])
  expect(await own.db.deverrouillage.findMany({ where: { dossierId: id } })).toMatchObject([
    { fermeture: 'ANNULATION' },
  ])

  expect((await ouvrir(version + 3)).ok).toBe(true)
  const tard = () => annulerDeverrouillage(at(5), agent, { dossierId: id, version: version + 4 })
  expect(await nothingWritten(own.db, id, tard)).toEqual({ ok: false, reason: 'TROP_TARD' })
})

test('once the commission has sat only a RESPONSABLE reopens', async () => {
  const [agent, responsable] = [await unAgent(own.db), await unAgent(own.db, 'RESPONSABLE')]
  const { id: campagneId } = await uneCampagne(own.db, { reglages: { commissionLe: '2025-05-12' } })
  const { id, version } = await unDossier(own.db, { campagneId })
  const vise = { dossierId: id, version, ...ouverture }
  expect(await nothingWritten(own.db, id, () => deverrouillerDossier(at(0), agent, vise))).toMatchObject({
    reason: 'APRES_LE_VOTE',
  })
  expect((await deverrouillerDossier(at(0), responsable, vise)).ok).toBe(true)
})

test('single fields and pièces are reopened without their whole section, and the mail names them', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossier(own.db)
  const precises = { ...ouverture, sections: [], champs: ['telephone'], pieces: ['RIB', 'RIB'] }
  expect((await deverrouillerDossier(at(0), agent, { dossierId: id, version, ...precises })).ok).toBe(true)
  expect(await own.db.deverrouillage.findMany({ where: { dossierId: id } })).toMatchObject([
    { sections: [], champs: ['telephone'], pieces: ['RIB'] },
  ])
  const [courriel] = await courrielsDe(id)
  expect(courriel?.texte).toContain('champ «\u00a0Téléphone\u00a0»')
  expect(courriel?.texte).toContain('pièce «\u00a0RIB')
})
