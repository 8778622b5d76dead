import { expect, test } from 'vitest'
import { CORPS, type FicheLue } from '#domain/pre-projet/fiche'
import { estLaMeme, fichesDistinctes, rangerParPoids } from '#domain/pre-projet/fiches-distinctes'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'

const FORMULAIRE = {
  'Nom de la structure': 'Comité de Lillers',
  'Intitulé du projet': 'Chantier de jeunes',
  Pays: 'Pologne',
  Ville: 'Katowice',
  'Nombre de jeunes': '24',
  'Date de début': '03/09/2025',
  'Coût total': '12 500 €',
}
type Dit = { [L in keyof typeof FORMULAIRE]?: string }

/** A form as a file says it, or the message. */
const fiche = (dit: Dit, fichier = 'fiche.docx', autres: Dit = FORMULAIRE): FicheLue =>
  extraireFiche(
    Object.entries({ ...autres, ...dit }).map(([libelle, valeur], rang) => ({
      cellules: [`${libelle} : ${valeur}`],
      source: { fichier, endroit: `ligne ${rang}` },
    })),
  )
const UNE = fiche({})

test.each<[string, FicheLue, boolean]>([
  ['the same form in another file', fiche({}, 'fiche.pdf'), true],
  ['a form joined under another title', fiche({ 'Intitulé du projet': 'Festival de danse' }), false],
  ['the same title cut short', fiche({ 'Intitulé du projet': 'Chantier de' }, 'fiche.pdf'), true],
  ['the message that tells it in other words', fiche({ 'Intitulé du projet': 'Séjour à Katowice' }, CORPS), true],
  [
    'the message that tells another project',
    fiche(
      {
        'Intitulé du projet': 'Tournoi',
        Pays: 'Italie',
        Ville: 'Rome',
        'Nombre de jeunes': '9',
        'Coût total': '900 €',
      },
      CORPS,
    ),
    false,
  ],
  [
    'a summary without its title',
    fiche({ Pays: 'Pologne', Ville: 'Katowice', 'Nombre de jeunes': '24' }, CORPS, {}),
    true,
  ],
  [
    'a budget of it',
    fiche({ 'Intitulé du projet': 'Budget du chantier', 'Coût total': '12 500 €', Pays: 'Pologne' }, 'budget.xlsx', {}),
    true,
  ],
])('%s', (_, autre, meme) => {
  expect([estLaMeme(UNE, autre), estLaMeme(autre, UNE)]).toEqual([meme, meme])
  expect(fichesDistinctes([UNE, autre])).toHaveLength(meme ? 1 : 2)
})

test('the same title under two SIREN is two fiches', () => {
  const de = (siret: string): FicheLue => ({
    ...UNE,
    champs: {
      ...UNE.champs,
      siret: { valeur: siret, texteLu: siret, source: { fichier: 'f', endroit: 'l' }, confiance: 'CERTAIN' },
    },
  })
  expect(fichesDistinctes([de('82811035300020'), de('21620001000018')])).toHaveLength(2)
  expect(fichesDistinctes([de('82811035300020'), de('82811035300038')])).toHaveLength(1)
})

test('the copy that says most is kept, and comes first; the sender’s own comes before what they quote', () => {
  const courte = fiche({ 'Intitulé du projet': 'Tournoi de judo', Pays: 'Italie', 'Nombre de jeunes': '9' }, CORPS, {})
  const [premiere] = fichesDistinctes([fiche({ Ville: '' }, 'a.pdf'), UNE])
  expect(premiere).toBe(UNE)
  const dites = [
    { fiche: fiche({ 'Intitulé du projet': 'Festival de danse' }), citee: true },
    { fiche: courte, citee: false },
    { fiche: UNE, citee: true },
  ]
  // A few words about a project are no form: they make no other fiche.
  expect(rangerParPoids(dites).premiere).toBe(dites[1])
  expect(rangerParPoids([dites[2], dites[1]].filter((une) => une !== undefined)).autres).toEqual([dites[2]])
  expect(
    rangerParPoids([
      { fiche: UNE, citee: false },
      { fiche: courte, citee: false },
    ]).autres,
  ).toEqual([])
})
