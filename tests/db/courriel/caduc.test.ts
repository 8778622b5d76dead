import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { RYTHME } from '#domain/courriel/suspension'
import { ownDb } from '#support/own-db'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { PRIS } from '#support/courriel/courriel-a-remettre'
import { declarerCourrielEnvoye } from '#usecases/courriel/declarer-courriel-envoye'
import { prendreDepart } from '#usecases/courriel/prendre-depart'
import { declarerComplet } from '#usecases/dossier/declarer-complet'
import { inviterADeposer } from '#usecases/pre-projet/inviter-a-deposer'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { unPreProjet } from '../bannette/faits'
import { NOW, unAgent, unDossier } from '../dossier/faits'

const MINUTE = 60_000

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
let instant = NOW
beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db)
})
afterAll(() => own.drop())
beforeEach(() => {
  instant = NOW
})

const deps = () => ({ db: own.db, now: () => instant, rythme: RYTHME })
const attendre = (ms: number) => {
  instant = new Date(instant.getTime() + ms)
}
/** Leaves now, if the gate lets it; true when it did. */
const partir = async (courrielId: string) => {
  const parti = await prendreDepart(deps(), courrielId)
  if (parti) await declarerCourrielEnvoye(deps(), { courrielId, prise: parti.prise, ...PRIS })
  return parti !== null
}
const courrielDe = (dossierId: string) =>
  own.db.courriel.findFirstOrThrow({ where: { dossierId }, orderBy: { creeLe: 'desc' } })
const vise = async (id: string) => {
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id } })
  return { dossierId: id, version }
}

test('an avis that another has replaced is no longer told, held or not; nor is an invitation once the avis is not favourable', async () => {
  const { id } = await unPreProjet(own.db)
  const avis = async (voulu: Partial<Parameters<typeof rendreAvis>[2]>, qui = agent) => {
    const { version } = await own.db.preProjet.findUniqueOrThrow({ where: { id } })
    const texte = 'Le projet est à préciser.'
    const vise = { preProjetId: id, version, avis: 'FAVORABLE', texte, ...voulu } as const
    expect(await rendreAvis(deps(), qui, vise)).toMatchObject({ ok: true })
  }
  const ecrits = () =>
    own.db.courriel.findMany({ where: { preProjetId: id }, orderBy: [{ creeLe: 'asc' }, { modele: 'asc' }] })
  const anonyme = await unAgent(own.db, 'INSTRUCTEUR', '')
  await avis({}, anonyme)
  expect(await ecrits()).toMatchObject([{ etat: 'RETENU', motifRetenue: 'SIGNATAIRE_INCOMPLET' }])
  attendre(MINUTE)
  await avis({})
  const { version } = await own.db.preProjet.findUniqueOrThrow({ where: { id } })
  expect(await inviterADeposer(deps(), agent, { preProjetId: id, version })).toMatchObject({ ok: true })
  attendre(MINUTE)
  await avis({ avis: 'DEFAVORABLE' })
  for (const { id: courrielId } of await ecrits()) await partir(courrielId)
  expect((await ecrits()).map(({ modele, etat, motifRetenue }) => [modele, motifRetenue ?? etat])).toEqual([
    ['avis_preprojet', 'ANNULE'],
    ['avis_preprojet', 'FAIT_CADUC'],
    ['invitation_depot', 'FAIT_CADUC'],
    ['avis_preprojet', 'ENVOYE'],
  ])
})

test('complete, incomplete, then complete again: only the last is told', async () => {
  const { id } = await unDossier(own.db)
  expect(await declarerComplet(deps(), agent, await vise(id))).toMatchObject({ ok: true })
  const premier = await courrielDe(id)
  attendre(MINUTE)
  const elements = [{ code: null, constat: 'date de fin absente', aFaire: 'indiquez-la' }]
  await demanderComplements(deps(), agent, {
    ...(await vise(id)),
    elements,
    limite: '2025-05-30',
    remplace: null,
    cles: [],
  })
  attendre(MINUTE)
  expect(await declarerComplet(deps(), agent, await vise(id))).toMatchObject({ ok: true })
  expect(await partir(premier.id)).toBe(false)
  expect(await partir((await courrielDe(id)).id)).toBe(true)
  expect(await own.db.courriel.findUnique({ where: { id: premier.id } })).toMatchObject({
    motifRetenue: 'FAIT_CADUC',
  })
})
