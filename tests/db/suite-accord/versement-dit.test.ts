import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import type { NatureVersement, Versement } from '#domain/suite-accord/versement'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { suitesDossier } from '#queries/suite-accord/suites-dossier'
import { ownDb } from '#support/own-db'
import { annulerVersement } from '#usecases/suite-accord/annuler-versement'
import { enregistrerVersements } from '#usecases/suite-accord/enregistrer-versement'
import { unAgent } from '../dossier/faits'
import { PLUS_TARD, SIGNATAIRE, unAccord, vise } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
const deps = (now = PLUS_TARD) => ({ db: own.db, now: () => now })

beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
})
afterAll(() => own.drop())

/** A grant of 4 500,00 € to a structure that can be written to. */
async function unAccordEcrit(contactCourriel = 'ines@exemple.test') {
  const { dossierId } = await unAccord(own.db, chef, { reglages: { signataire: SIGNATAIRE } })
  await own.db.dossier.update({ where: { id: dossierId }, data: { contactCourriel } })
  return dossierId
}
const un = (nature: NatureVersement, montantCents: bigint, reference: string, le = '2025-05-13'): Versement => ({
  ...{ nature, montantCents, reference, le },
})
const verser = async (dossierId: string, versements: Versement[], now = PLUS_TARD) =>
  enregistrerVersements(deps(now), chef, { ...(await vise(own.db, dossierId)), versements })
const courriels = (dossierId: string) =>
  own.db.courriel.findMany({
    where: { dossierId, modele: 'versement' },
    orderBy: [{ creeLe: 'asc' }, { sujet: 'desc' }],
  })
const promesses = (courrielId: string) => own.db.outboxJob.count({ where: { payload: { equals: { courrielId } } } })
const annuler = async (dossierId: string, reference: string, now: Date) => {
  const { id: versementId } = await own.db.versement.findFirstOrThrow({ where: { dossierId, reference } })
  const annulation = { versementId, motif: 'Ce mandat est d’un autre dossier.' }
  return annulerVersement(deps(now), chef, { ...(await vise(own.db, dossierId)), ...annulation })
}
const tient = async (dossierId: string, rang: number, at: Date) => {
  const ecrit = (await courriels(dossierId))[rang]
  if (!ecrit) throw new Error('no mail')
  const { cleUnique, creeLe } = ecrit
  return (await etatDuFait(own.db, { modele: 'versement', cleUnique, dossierId, creeLe }, at)).tient
}
const plus = (minutes: number) => new Date(PLUS_TARD.getTime() + minutes * 60_000)

test('an acompte is told five minutes later, by who recorded it; what is given back is told by no mail', async () => {
  const dossierId = await unAccordEcrit()
  await verser(dossierId, [un('ACOMPTE', 315_000n, 'M-1')])
  const [dit] = await courriels(dossierId)
  expect(dit).toMatchObject({ etat: 'A_ENVOYER', acteurType: 'AGENT', acteurId: chef.id, partirLe: plus(5) })
  expect(dit?.destinataire).toBe('ines@exemple.test')
  expect(dit?.texte.replace(/[\u00a0\u202f]/g, ' ')).toContain('Il reste au plus 1 350,00 € à verser.')
  expect(await promesses(dit?.id ?? '')).toBe(1)
  await verser(dossierId, [un('REVERSEMENT', 100n, 'T-1')])
  expect(await courriels(dossierId)).toHaveLength(1)
  const entrees = await own.db.entreeJournal.findMany({
    where: { objetId: dossierId, acte: 'enregistrerVersement' },
    orderBy: { id: 'asc' },
  })
  expect(entrees[0]?.detail).toMatchObject({ reference: 'M-1', courrielA: 'ines@exemple.test' })
  expect(entrees[1]?.detail).not.toHaveProperty('courrielA')
})

test('cancelled before it leaves, it does not leave; the one that adds it up is no longer true', async () => {
  const dossierId = await unAccordEcrit()
  await verser(dossierId, [un('ACOMPTE', 100_000n, 'M-1')])
  await verser(dossierId, [un('ACOMPTE', 100_000n, 'M-2')], plus(1))
  expect([await tient(dossierId, 0, plus(2)), await tient(dossierId, 1, plus(2))]).toEqual([true, true])
  await annuler(dossierId, 'M-1', plus(3))
  const [premier, second] = await courriels(dossierId)
  expect([premier?.etat, second?.etat]).toEqual(['ANNULE', 'A_ENVOYER'])
  expect(await promesses(premier?.id ?? '')).toBe(0)
  expect([await tient(dossierId, 0, plus(4)), await tient(dossierId, 1, plus(4))]).toEqual([false, false])
  await verser(dossierId, [un('ACOMPTE', 50_000n, 'M-3')], plus(5))
  expect(await tient(dossierId, 2, plus(6))).toBe(true)
})

test('of one act, each is told and the last says what is left', async () => {
  const dossierId = await unAccordEcrit()
  await verser(dossierId, [un('ACOMPTE', 315_000n, 'M-1'), un('SOLDE', 135_000n, 'M-2')])
  const [acompte, solde] = await courriels(dossierId)
  expect(acompte?.texte).not.toMatch(/Il reste/)
  expect(acompte?.texte.replace(/[\u00a0\u202f]/g, ' ')).toContain('vous avez reçu 3 150,00 € en tout')
  expect(solde?.sujet).toContain('le solde vous a été versé')
  expect(solde?.texte.replace(/[\u00a0\u202f]/g, ' ')).toContain('vous avez reçu 4 500,00 € en tout')
})

test('paid more than thirty days ago, its mail is held for an officer; without an address none is written, nor of history', async () => {
  const dossierId = await unAccordEcrit()
  await verser(dossierId, [un('ACOMPTE', 100n, 'M-1', '2025-05-13')], new Date('2025-06-12T09:00:00Z'))
  await verser(dossierId, [un('ACOMPTE', 100n, 'M-2', '2025-05-13')], new Date('2025-06-13T09:00:00Z'))
  const [frais, ancien] = await courriels(dossierId)
  expect(frais).toMatchObject({ etat: 'A_ENVOYER', motifRetenue: null })
  expect(ancien).toMatchObject({ etat: 'RETENU', motifRetenue: 'FAIT_ANCIEN' })
  await annuler(dossierId, 'M-2', new Date('2025-06-13T10:00:00Z'))
  expect((await courriels(dossierId))[1]).toMatchObject({ etat: 'ANNULE' })

  const muet = await unAccordEcrit('')
  await verser(muet, [un('ACOMPTE', 100n, 'M-1')])
  const historique = await unAccordEcrit()
  await own.db.dossier.update({ where: { id: historique }, data: { reprisLe: PLUS_TARD } })
  await verser(historique, [un('ACOMPTE', 100n, 'M-1')])
  expect([await courriels(muet), await courriels(historique)]).toEqual([[], []])
  const annonces = [dossierId, muet, historique].map(async (id) => (await suitesDossier(own.db, id, PLUS_TARD)).annonce)
  expect(await Promise.all(annonces)).toEqual(['PAR_COURRIEL', 'SANS_ADRESSE', 'HISTORIQUE'])
})
