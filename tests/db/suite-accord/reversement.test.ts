import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import type { NatureVersement } from '#domain/suite-accord/versement'
import { Conflict } from '#infra/errors'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { reversementsDemandes } from '#queries/suite-accord/reversements-demandes'
import { ownDb } from '#support/own-db'
import { annulerReversement } from '#usecases/suite-accord/annuler-reversement'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { demanderReversement } from '#usecases/suite-accord/demander-reversement'
import { enregistrerVersement } from '#usecases/suite-accord/enregistrer-versement'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan } from '#usecases/suite-accord/recevoir-bilan'
import { nothingWritten, race, unAgent } from '../dossier/faits'
import { PLUS_TARD, SIGNATAIRE, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = (now = PLUS_TARD) => ({ db: own.db, now: () => now })
const plus = (minutes: number) => new Date(PLUS_TARD.getTime() + minutes * 60_000)

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

const verser = async (dossierId: string, nature: NatureVersement, montantCents: bigint, reference: string) => {
  const versement = { nature, montantCents, reference, le: '2025-05-13' }
  return enregistrerVersement(deps(plus(20)), chef, { ...(await vise(own.db, dossierId)), ...versement })
}
const juger = async (dossierId: string, depenseCents: bigint, now = PLUS_TARD) => {
  const conforme = { verdict: 'CONFORME' as const, motif: '', depenseCents }
  return jugerBilan(deps(now), chef, { ...(await vise(own.db, dossierId)), ...conforme })
}

/** A grant of 4 500,00 € paid at 3 150,00 €, half of what was planned being spent: 900,00 € are to be given back. */
async function unTropVerse() {
  const { dossierId } = await unAccord(own.db, chef, { reglages: { signataire: SIGNATAIRE } })
  const data = { contactCourriel: 'ines@exemple.test', coutTotalCents: 1_000_000n }
  await own.db.dossier.update({ where: { id: dossierId }, data })
  const acompte = { nature: 'ACOMPTE' as const, montantCents: 315_000n, reference: 'M-1', le: '2025-05-13' }
  await enregistrerVersement(deps(), chef, { ...(await vise(own.db, dossierId)), ...acompte })
  await recevoirBilan(deps(), chef, { ...(await vise(own.db, dossierId)), le: '2025-05-13' })
  await juger(dossierId, 500_000n)
  return dossierId
}
const VOULU = { montantCents: 90_000n, motif: '', modalites: 'Par virement, au vu du titre.', duLe: '2025-06-30' }
const demander = async (dossierId: string, change: Partial<typeof VOULU> = {}, qui = chef) =>
  demanderReversement(deps(plus(10)), qui, { ...(await vise(own.db, dossierId)), ...VOULU, ...change })
const laDemande = (dossierId: string) => own.db.demandeDeReversement.findFirstOrThrow({ where: { dossierId } })
const annuler = async (dossierId: string, now = plus(11)) => {
  const { id: reversementId } = await laDemande(dossierId)
  const annulation = { reversementId, motif: 'La structure a répondu autrement.' }
  return annulerReversement(deps(now), chef, { ...(await vise(own.db, dossierId)), ...annulation })
}
const courriels = (dossierId: string) => own.db.courriel.findMany({ where: { dossierId, modele: 'reversement' } })
async function attendus(): Promise<string[]> {
  const regard = { moi: chef.id, now: PLUS_TARD }
  const params = BannetteDossiersParams.parse({ vue: 'reversements-attendus' })
  const rows = lireLignesDossiers((await bannetteDossiers(own.db, params, regard)).lignes)
  expect((await compteursDossiers(own.db, [], regard)).compteurs['reversements-attendus']).toBe(rows.length)
  return rows.map(({ id }) => id)
}

test('a responsable asks it; a mail says how much, why, until when and how to contest it; it waits in its tab until it came whole', async () => {
  const dossierId = await unTropVerse()
  await expect(demander(dossierId, {}, await unAgent(own.db))).rejects.toThrow(Forbidden)
  const trop = () => demander(dossierId, { montantCents: 90_001n })
  expect(await nothingWritten(own.db, dossierId, trop)).toMatchObject({ reason: 'PLUS_QUE_A_RENDRE' })
  expect(await reversementsDemandes(own.db, dossierId, plus(9))).toMatchObject({ aRendreCents: 90_000n, peutSeDemander: true }) // prettier-ignore
  expect(await attendus()).toEqual([])
  expect(await demander(dossierId)).toMatchObject({ ok: true, value: { calculeCents: 90_000n } })
  const [courriel] = await courriels(dossierId)
  expect(courriel).toMatchObject({ etat: 'A_ENVOYER', destinataire: 'ines@exemple.test', partirLe: plus(15) })
  expect(courriel?.texte.replace(/[\u00a0\u202f]/g, ' ')).toContain('de lui reverser 900,00 €')
  expect(courriel?.texte).toMatch(/tribunal administratif/)
  expect(await demander(dossierId)).toMatchObject({ reason: 'DEJA_DEMANDE' })
  expect(await attendus()).toEqual([dossierId])

  await verser(dossierId, 'REVERSEMENT', 40_000n, 'T-1')
  expect(await attendus()).toEqual([dossierId])
  expect((await reversementsDemandes(own.db, dossierId, plus(21))).demandes).toMatchObject([{ renduCents: 40_000n, estAttendu: true }]) // prettier-ignore
  await verser(dossierId, 'REVERSEMENT', 50_000n, 'T-2')
  expect(await attendus()).toEqual([])
  expect(await annuler(dossierId)).toMatchObject({ reason: 'DEJA_RENDU' })
  const { id: versementId } = await own.db.versement.findFirstOrThrow({ where: { dossierId, reference: 'T-2' } })
  const annulation = { versementId, motif: 'Ce titre est d’un autre dossier.' }
  await annulerVersement(deps(plus(22)), chef, { ...(await vise(own.db, dossierId)), ...annulation })
  expect(await attendus()).toEqual([dossierId])
  const entree = await own.db.entreeJournal.findFirstOrThrow({ where: { objetId: dossierId, acte: 'demanderReversement' } }) // prettier-ignore
  expect(entree.detail).toMatchObject({ montantCents: '90000', courrielA: 'ines@exemple.test', duLe: '2025-06-30' })
  await annuler(dossierId, plus(23))
})

test('taken back before it leaves, its mail does not leave, and it may be asked anew', async () => {
  const dossierId = await unTropVerse()
  await demander(dossierId, { montantCents: 60_000n, motif: 'Les frais du car sont admis.' })
  const [courriel] = await courriels(dossierId)
  expect(await annuler(dossierId)).toMatchObject({ ok: true })
  expect((await courriels(dossierId))[0]).toMatchObject({ etat: 'ANNULE' })
  expect(await own.db.outboxJob.count({ where: { payload: { equals: { courrielId: courriel?.id } } } })).toBe(0)
  expect(await attendus()).toEqual([])
  expect(await annuler(dossierId)).toMatchObject({ reason: 'DEJA_ANNULE' })
  const { demandes, modalites, peutSeDemander } = await reversementsDemandes(own.db, dossierId, plus(12))
  expect([demandes.length, modalites, peutSeDemander]).toEqual([1, VOULU.modalites, true])
  expect(await demander(dossierId)).toMatchObject({ ok: true })
  await own.db.demandeDeReversement.deleteMany({ where: { dossierId } })
})

test('its mail holds while it is asked, nothing of it came and the bilan is not thought otherwise; of two asks at once, one is made', async () => {
  const dossierId = await unTropVerse()
  const vu = await vise(own.db, dossierId)
  const un = () => demanderReversement(deps(plus(10)), chef, { ...vu, ...VOULU })
  const { won, lost } = await race(un, un)
  expect([won.length, lost.every((une: unknown) => une instanceof Conflict)]).toEqual([1, true])
  const [courriel] = await courriels(dossierId)
  if (!courriel) throw new Error('no mail')
  const annonce = { modele: 'reversement' as const, cleUnique: courriel.cleUnique, dossierId, creeLe: courriel.creeLe }
  const tient = async () => (await etatDuFait(own.db, annonce, plus(15))).tient
  expect(await tient()).toBe(true)
  await juger(dossierId, 900_000n, plus(12))
  expect(await tient()).toBe(false)
  await own.db.bilanDeProjet.update({ where: { dossierId }, data: { jugeLe: PLUS_TARD } })
  expect(await tient()).toBe(true)
  await verser(dossierId, 'REVERSEMENT', 1n, 'T-1')
  expect(await tient()).toBe(false)
  const { demandes } = await reversementsDemandes(own.db, dossierId, plus(21))
  expect(demandes).toMatchObject([{ renduCents: 1n }])
})

test('the base refuses more than what was worked out, and less without a reason', async () => {
  const dossierId = await unTropVerse()
  const ecrire = (montantCents: bigint) =>
    own.db.demandeDeReversement.create({
      data: {
        ...{ dossierId, montantCents, calculeCents: 90_000n, modalites: VOULU.modalites },
        ...{ duLe: new Date('2025-06-30'), demandeLe: PLUS_TARD, demandeParId: chef.id },
      },
    })
  await expect(ecrire(90_001n)).rejects.toThrow(/reversement_montant/)
  await expect(ecrire(89_999n)).rejects.toThrow(/reversement_motif/)
})
