import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { saisirReglement } from '#domain/campagne/reglement'
import { grilleParDefaut } from '#domain/pre-projet/grille'
import { campagneDuCode, reglementDe } from '#infra/stores/campagne/version-exigences'
import { abandonnerExigences } from '#usecases/campagne/abandonner-exigences'
import { demanderReapplication } from '#usecases/campagne/demander-reapplication'
import { modifierExigences } from '#usecases/campagne/modifier-exigences'
import { prevoirReglages } from '#usecases/campagne/prevoir-reglages'
import { publierExigences } from '#usecases/campagne/publier-exigences'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { reglerGrille } from '#usecases/campagne/regler-grille'
import { reglerTextes } from '#usecases/campagne/regler-textes'
import { emplacementsDe } from '#emails/textes-saisis'
import { SIGNATAIRE } from '#support/campagnes'
import { ownDb } from '#support/own-db'
import { NOW, unAgent, uneCampagne } from '../dossier/faits'

let world: Awaited<ReturnType<typeof ownDb>>
let chef: Agent
let code: string
const deps = () => ({ db: world.db, now: () => NOW })

beforeAll(async () => {
  world = await ownDb()
  chef = await unAgent(world.db, 'RESPONSABLE')
  const campagne = await uneCampagne(world.db, { reglages: { signataire: SIGNATAIRE } })
  code = campagne.code
  await world.db.campagne.update({ where: { code }, data: { etat: 'ARCHIVEE', fermeeLe: NOW } })
})
afterAll(() => world.drop())

const reglement = async () => {
  const campagne = await campagneDuCode(world.db, code)
  return { campagne: code, version: 0, saisie: { ...saisirReglement(reglementDe(campagne)), pays: 'Allemagne' } }
}
const ligne = {
  genres: ['association'],
  code: 'RIB',
  exigence: 'SI_PERTINENT',
  condition: null,
  regles: null,
  motifs: [],
} as const
const saisie = Object.fromEntries(emplacementsDe('retrait').map(({ cle, maison }) => [cle, maison || 'Autre.']))

const ACTES: Record<string, () => Promise<unknown>> = {
  prevoirReglages: async () => prevoirReglages(deps(), chef, await reglement(), 0),
  reglerCampagne: async () => reglerCampagne(deps(), chef, { ...(await reglement()), vu: '' }),
  reglerGrille: () => reglerGrille(deps(), chef, { code, version: 0, grille: grilleParDefaut('MEI') }),
  reglerTextes: () => reglerTextes(deps(), chef, { code, version: 0, modele: 'retrait', saisie }),
  modifierExigences: () => modifierExigences(deps(), chef, { campagne: code, version: null, ligne }),
  publierExigences: () => publierExigences(deps(), chef, { campagne: code, version: 0 }),
  abandonnerExigences: () => abandonnerExigences(deps(), chef, { campagne: code, version: 0 }),
  demanderReapplication: () => demanderReapplication(deps(), chef, { campagne: code, exigencesId: '' }),
}

test.each(Object.keys(ACTES))('of a campagne that is put away, %s sets nothing', async (acte) => {
  const avant = await campagneDuCode(world.db, code)
  expect(await ACTES[acte]?.()).toEqual({ ok: false, reason: 'CAMPAGNE_ARCHIVEE' })
  expect(await campagneDuCode(world.db, code)).toEqual(avant)
  expect(await world.db.entreeJournal.count()).toBe(0)
})
