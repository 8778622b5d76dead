import { SYSTEME } from '#domain/acces/acteur'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Forbidden } from '#domain/acces/droits'
import type { FichierModifie } from '#domain/portail/modification'
import { Conflict } from '#infra/errors'
import { ecrireModification } from '#infra/stores/deverrouillage/modification'
import { ownDb } from '#support/own-db'
import { accepterModification, ecarterModification } from '#usecases/deverrouillage/accepter-modification'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { refermerDeverrouillages } from '#usecases/deverrouillage/refermer-deverrouillages'
import { refermerDeverrouillage } from '#usecases/deverrouillage/refermer-deverrouillage'
import { rappelerDeverrouillages } from '#usecases/deverrouillage/rappeler-deverrouillages'
import { retenirFichier } from '#usecases/deverrouillage/retenir-modification'
import { NOW, nothingWritten, race, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const at = (now: Date) => ({ db: own.db, now: () => now })
const DEMAIN = new Date(NOW.getTime() + 86_400_000)
const APRES_DEMAIN = new Date(NOW.getTime() + 2 * 86_400_000)

const FORMULAIRE = {
  type: 'Pas-de-Calais, Mobilité Européenne et Internationale (public)',
  objet: 'Chantier à Gdańsk',
  statut: 'En cours d’analyse',
  deposeLe: '10/4/2025',
  montantDemande: '4 500,00',
  raisonSociale: 'Club des essais',
  nbParticipants: '12',
}

const unFichier = (change: Partial<FichierModifie> = {}): FichierModifie => ({
  cleDepot: 'rib',
  libelle: 'RIB',
  rang: 2,
  code: 'RIB',
  nomFichier: '02 - RIB.pdf',
  cle: `pieces/${randomUUID()}`,
  taille: 1200,
  typeMime: 'application/pdf',
  sha256: 'b'.repeat(64),
  signalements: [],
  recuLe: NOW.toISOString(),
  ...change,
})

/** A complete dossier whose demandeur changed the amount and the RIB while it was open, and put the pen down. */
async function unDossierModifie(change: Parameters<typeof unDossier>[1] = {}) {
  const dossier = await unDossier(own.db, { ouvertJusqua: DEMAIN, ...change })
  const numero = dossier.numero ?? ''
  const depose = { ...FORMULAIRE, numero }
  await own.db.dossier.update({ where: { id: dossier.id }, data: { donnees: depose } })
  const [{ id: deverrouillageId } = { id: '' }] = await own.db.deverrouillage.findMany({
    where: { dossierId: dossier.id },
  })
  await own.db.$transaction((tx) =>
    ecrireModification(tx, {
      dossierId: dossier.id,
      deverrouillageId,
      donnees: { ...depose, montantDemande: '6 000,00' },
      fichier: unFichier(),
    }),
  )
  return { ...dossier, deverrouillageId }
}

const lire = (id: string) =>
  own.db.dossier.findUniqueOrThrow({
    where: { id },
    include: { pieces: { include: { versions: true } }, depots: true, modifications: true },
  })

test('what the demandeur writes stays beside the deposited version while it is open, and cannot be taken before they are done', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossierModifie()
  const avant = await lire(id)
  expect(avant.montantDemandeCents).toBe(450_000n)
  const trop = () => accepterModification(at(NOW), agent, { dossierId: id, version })
  expect(await nothingWritten(own.db, id, trop)).toEqual({ ok: false, reason: 'ENCORE_OUVERT' })
})

test('at the échéance the changes wait; until an officer takes them the dossier is neither complete nor decided', async () => {
  const agent = await unAgent(own.db)
  const { id } = await unDossierModifie()
  await refermerDeverrouillages(at(APRES_DEMAIN))
  const { version, modifications } = await lire(id)
  expect(modifications).toMatchObject([{ etat: 'REDEPOSEE', redeposeeLe: null }])
  expect(await declarerComplet(at(APRES_DEMAIN), agent, { dossierId: id, version })).toMatchObject({
    ok: false,
    reason: 'MODIFICATION_A_EXAMINER',
  })

  expect((await accepterModification(at(APRES_DEMAIN), agent, { dossierId: id, version })).ok).toBe(true)
  const apres = await lire(id)
  expect(apres).toMatchObject({ montantDemandeCents: 600_000n, version: version + 1, completude: 'A_CONTROLER' })
  expect(apres.deposeLe?.toISOString().slice(0, 10)).toBe('2025-04-10')
  expect(apres.depots).toHaveLength(1)
  const rib = apres.pieces.find(({ cleDepot }) => cleDepot === 'rib')
  expect(rib).toMatchObject({ controle: 'A_CONTROLER', code: 'RIB' })
  expect(rib?.versions.at(-1)).toMatchObject({ nomFichier: '02 - RIB.pdf', sha256: 'b'.repeat(64) })
  expect(apres.modifications).toMatchObject([{ etat: 'ACCEPTEE', traiteePar: 'Camille Essai' }])
  const [trace] = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'accepterModification' } })
  expect(trace?.detail).toMatchObject({
    differences: [{ champ: 'montantDemande', avant: '4 500,00', apres: '6 000,00' }],
    fichiers: ['02 - RIB.pdf'],
  })
})

test('an anomalie that nothing takes away stays when the changes are taken', async () => {
  const agent = await unAgent(own.db)
  const { id } = await unDossierModifie()
  const permanente = { colonne: 'Objet', motif: 'Modifié après la décision.', valeur: 'x', permanente: true }
  const passagere = { colonne: 'SIRET', motif: 'Clé fausse.', valeur: '1' }
  await own.db.dossier.update({ where: { id }, data: { anomalies: [permanente, passagere] } })
  await refermerDeverrouillages(at(APRES_DEMAIN))
  const { version } = await lire(id)
  expect((await accepterModification(at(APRES_DEMAIN), agent, { dossierId: id, version })).ok).toBe(true)
  const { anomalies } = await lire(id)
  expect(anomalies).toContainEqual(permanente)
  expect(anomalies).not.toContainEqual(passagere)
})

test('closed early, nothing typed is lost; set aside, the deposited version stays and the words are kept with the reason', async () => {
  const agent = await unAgent(own.db)
  const { id, version } = await unDossierModifie()
  expect((await refermerDeverrouillage(at(NOW), agent, { dossierId: id, version })).ok).toBe(true)
  const vise = { dossierId: id, version: version + 1 }
  const court = () => ecarterModification(at(NOW), agent, { ...vise, motif: ' non ' })
  expect(await nothingWritten(own.db, id, court)).toEqual({ ok: false, reason: 'MOTIF_TROP_COURT' })
  const motif = 'Le montant n’avait pas à changer.'
  expect((await ecarterModification(at(NOW), agent, { ...vise, motif })).ok).toBe(true)
  const apres = await lire(id)
  expect(apres.montantDemandeCents).toBe(450_000n)
  expect(apres.modifications).toMatchObject([
    { etat: 'ECARTEE', motif, donnees: { montantDemande: '6 000,00' }, fichiers: [{ nomFichier: '02 - RIB.pdf' }] },
  ])
  const encore = () => accepterModification(at(NOW), agent, { dossierId: id, version: version + 2 })
  expect(await nothingWritten(own.db, id, encore)).toEqual({ ok: false, reason: 'RIEN_A_EXAMINER' })
})

test('of two officers at once, one takes the changes and the other is told; a LECTEUR may not', async () => {
  const [a, b, lecteur] = [await unAgent(own.db), await unAgent(own.db), await unAgent(own.db, 'LECTEUR')]
  const { id } = await unDossierModifie()
  await refermerDeverrouillages(at(APRES_DEMAIN))
  const { version } = await lire(id)
  const vise = { dossierId: id, version }
  expect(await nothingWritten(own.db, id, () => accepterModification(at(APRES_DEMAIN), lecteur, vise))).toBeInstanceOf(
    Forbidden,
  )
  const { won, lost } = await race(
    () => accepterModification(at(APRES_DEMAIN), a, vise),
    () => ecarterModification(at(APRES_DEMAIN), b, { ...vise, motif: 'Sans rapport avec la demande.' }),
  )
  expect([won.length, lost.length]).toEqual([1, 1])
  expect(lost[0]).toBeInstanceOf(Conflict)
})

test('on a decided dossier a RESPONSABLE may reopen; the form follows, what was decided does not move', async () => {
  const [agent, responsable] = [await unAgent(own.db), await unAgent(own.db, 'RESPONSABLE')]
  const { id } = await unDossierModifie({ etat: 'ACCORDE' })
  await refermerDeverrouillages(at(APRES_DEMAIN))
  const { version } = await lire(id)
  expect((await accepterModification(at(APRES_DEMAIN), agent, { dossierId: id, version })).ok).toBe(true)
  expect(await lire(id)).toMatchObject({
    etat: 'ACCORDE',
    montantDemandeCents: 450_000n,
    donnees: { montantDemande: '6 000,00' },
  })
  const ouverture = {
    sections: ['PIECES'] as const,
    champs: [],
    pieces: [],
    motif: 'Le RIB a changé de titulaire.',
    echeance: '2025-05-20',
  }
  const vise = { dossierId: id, version: version + 1 }
  const instructeur = () => deverrouillerDossier(at(NOW), agent, { ...vise, ...ouverture })
  expect(await nothingWritten(own.db, id, instructeur)).toMatchObject({ ok: false, reason: 'DECISION_DEJA_PRISE' })
  expect((await deverrouillerDossier(at(NOW), responsable, { ...vise, ...ouverture })).ok).toBe(true)
})

test('the same file given twice is kept once, under the same label the last one counts, and no pièce moves', async () => {
  const { id } = await unDossierModifie()
  const { id: lotId } = await own.db.lot.create({ data: { type: 'DEMANDES', fichiers: [] } })
  const mettre = (fichier: FichierModifie) =>
    own.db.$transaction((tx) => retenirFichier(tx, SYSTEME, { dossierId: id, lotId, fichier, le: NOW }))
  expect(await mettre(unFichier())).toBe('INCHANGE')
  expect(await mettre(unFichier({ sha256: 'c'.repeat(64) }))).toBe('MIS_A_JOUR')
  const { modifications, pieces } = await lire(id)
  expect(modifications).toMatchObject([{ fichiers: [{ cleDepot: 'rib', sha256: 'c'.repeat(64) }] }])
  expect(pieces.flatMap(({ versions }) => versions).map(({ sha256 }) => sha256)).not.toContain('c'.repeat(64))
  const { id: ferme } = await unDossier(own.db)
  const ailleurs = { dossierId: ferme, lotId, fichier: unFichier(), le: NOW }
  expect(await own.db.$transaction((tx) => retenirFichier(tx, SYSTEME, ailleurs))).toBeNull()
})

test('a demandeur is reminded once, in the last two days', async () => {
  const { id } = await unDossier(own.db, { ouvertJusqua: new Date(NOW.getTime() + 3 * 86_400_000) })
  await rappelerDeverrouillages(at(NOW))
  expect(await own.db.courriel.count({ where: { dossierId: id } })).toBe(0)
  await rappelerDeverrouillages(at(APRES_DEMAIN))
  await rappelerDeverrouillages(at(APRES_DEMAIN))
  const courriels = await own.db.courriel.findMany({ where: { dossierId: id } })
  expect(courriels).toMatchObject([{ modele: 'deverrouillage_rappel', acteurType: 'SYSTEME' }])
  expect(courriels[0]?.texte).toContain('16\u00a0mai\u00a02025')
})
