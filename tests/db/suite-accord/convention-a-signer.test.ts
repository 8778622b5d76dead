import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { conventionASigner } from '#queries/suite-accord/convention-a-signer'
import { ownDb } from '#support/own-db'
import { SIGNATAIRE, unAgent, unDossier } from '../dossier/faits'
import { unAccord } from './monde'

let own: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let lecteur: Agent
beforeAll(async () => {
  own = await ownDb()
  chef = await unAgent(own.db, 'RESPONSABLE')
  lecteur = await unAgent(own.db, 'LECTEUR')
})
afterAll(() => own.drop())

const A_SIGNER = { seuilConventionCents: 449_999, signataire: SIGNATAIRE }
const demander = (dossierId: string) => conventionASigner({ db: own.db }, lecteur, dossierId)

async function motsDe(octets: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(octets))
  const page = await (await pdf.getPage(1)).getTextContent()
  return page.items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ')
}

test('the convention of a grant above the threshold names its amount and its délibération, and is the same each time', async () => {
  const { dossierId } = await unAccord(own.db, chef, { reglages: A_SIGNER })
  const convention = await demander(dossierId)
  if (!convention.ok) throw new Error(convention.detail)
  const mots = await motsDe(convention.value)
  expect(mots).toContain('4 500,00 € (quatre mille cinq cents euros)')
  expect(mots).toContain('délibération n° 2025-104')
  expect(await demander(dossierId)).toEqual(convention)
})

test('there is none for a grant that owes none, for what is not granted, nor where nobody is named to sign', async () => {
  const sous = await unAccord(own.db, chef, { reglages: { ...A_SIGNER, seuilConventionCents: 450_000 } })
  expect(await demander(sous.dossierId)).toMatchObject({ ok: false, reason: 'SANS_CONVENTION' })
  const { id } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  expect(await demander(id)).toMatchObject({ ok: false, reason: 'PAS_ACCORDE' })
  const { dossierId } = await unAccord(own.db, chef, { reglages: { seuilConventionCents: 449_999 } })
  expect(await demander(dossierId)).toMatchObject({ ok: false, reason: 'SANS_SIGNATAIRE' })
})
