import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepsFichiers } from '#infra/deps'
import type { BilanCourriels } from '#infra/stores/portail/resume-import'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { unCourriel } from '#support/courriels'
import { importer, message, NOW, receptionDeps } from '#support/reception'
import { ownDb } from '#support/own-db'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers

beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir, () => NOW)
}, 120_000)
afterAll(() => own.drop())

const FICHE = [
  'Nom de la structure : Comité de jumelage de Lillers',
  'SIRET : 740 398 482 00019',
  'Intitulé du projet : Chantier franco-polonais',
  'Pays : Pologne',
  'Ville de destination : Katowice',
  'Nombre de jeunes : 24',
]

const recevoir = async (id: string, ...lignes: string[]) => {
  const texte = [...FICHE, ...lignes, 'Coût total : 12 500 €'].join('\r\n')
  const courriel = unCourriel({ texte, entetes: { 'Message-ID': `<${id}@exemple.test>` } })
  const { messages } = await importer<BilanCourriels>(deps, [message(courriel, `${id}.eml`)])
  const rubriques = async (preProjetId: string) =>
    (await fichePreProjet(own.db, preProjetId, '2025-06-01')).nonReconnues.map(({ libelle, texte: t }) => [libelle, t])
  const { preProjet = '' } = messages[0] ?? {}
  return { preProjet, rubriques: await rubriques(preProjet) }
}

test('what a fiche says under labels for which there is no field is kept with it, and follows its versions', async () => {
  const premiere = await recevoir('un', 'Lien avec le jumelage : vingt ans d’échanges', 'Public touché : des lycéens')
  expect(premiere.rubriques).toEqual([
    ['Lien avec le jumelage', 'vingt ans d’échanges'],
    ['Public touché', 'des lycéens'],
  ])
  const seconde = await recevoir('deux', 'Public touché : des apprentis', 'Nombre de jeunes : 30')
  expect(seconde.preProjet).toBe(premiere.preProjet)
  expect(seconde.rubriques).toEqual([
    ['Public touché', 'des apprentis'],
    ['Lien avec le jumelage', 'vingt ans d’échanges'],
  ])
})
