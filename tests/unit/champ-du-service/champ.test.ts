import { expect, test } from 'vitest'
import {
  type ChampDuService,
  CHAMPS_MAX,
  choixSaisis,
  lireChamp,
  type TypeDeChamp,
  unChampDePlus,
} from '#domain/champ-du-service/champ'
import { champDeLAdresse, champEnAdresse } from '#domain/champ-du-service/champ-en-adresse'
import { apresRemplissage, type ChampRempli, remplirChamps, remplirParNom } from '#domain/champ-du-service/valeur'
import { colonnesDuService } from '#reports/champ-du-service/colonnes'
import { direValeur } from '#domain/champ-du-service/valeur'
import { valeurASaisir } from '#libelles/champ-du-service/champ'

const CHOIX = ['Haute', 'Basse']
const champ = (type: TypeDeChamp): ChampDuService => ({
  id: 'c',
  libelle: 'Priorité',
  type,
  choix: CHOIX,
  repond: 'SERVICE',
  aide: '',
  archive: false,
})
const remplir = (type: TypeDeChamp, saisie: string, avant: string | null = null) =>
  remplirChamps([{ champ: champ(type), deLaStructure: false, valeur: avant }], { c: saisie })

test.each<[TypeDeChamp, string, string, string]>([
  ['TEXTE', '  Vu avec le maire ', 'Vu avec le maire', 'Vu avec le maire'],
  ['NOMBRE', '1 250,5', '1250.5', '1250,5'],
  ['NOMBRE', '-3', '-3', '-3'],
  ['MONTANT', '1 250,50', '125050', '1\u202f250,50\u00a0€'],
  ['DATE', '5/7/2027', '2027-07-05', '05/07/2027'],
  ['OUI_NON', 'non', 'NON', 'Non'],
  ['LISTE', 'haute', 'Haute', 'Haute'],
])('%s: %j is kept as %j and read as %j', (type, saisie, garde, dit) => {
  const answer = remplir(type, saisie)
  expect(answer).toMatchObject({ ok: true, value: [{ avant: null, apres: garde }] })
  expect(direValeur(type, garde)).toBe(dit)
  // What is shown to be typed again changes nothing.
  expect(remplir(type, valeurASaisir(type, garde), garde)).toMatchObject({ reason: 'RIEN_A_CHANGER' })
})

test.each<[TypeDeChamp, string, string]>([
  ['TEXTE', 'x'.repeat(501), 'TEXTE_TROP_LONG'],
  ['NOMBRE', 'douze', 'PAS_UN_NOMBRE'],
  ['MONTANT', 'douze euros', 'PAS_UN_MONTANT'],
  ['DATE', '31/02/2027', 'PAS_UN_JOUR'],
  ['OUI_NON', 'peut-être', 'PAS_UN_CHOIX'],
  ['LISTE', 'Moyenne', 'PAS_UN_CHOIX'],
])('%s: %j is refused, and says in which field', (type, saisie, reason) => {
  expect(remplir(type, saisie)).toMatchObject({ ok: false, reason, detail: 'c' })
})

test('nothing typed empties a field; a choice that the list has lost stays, and is not chosen anew', () => {
  expect(remplir('NOMBRE', ' ', '12')).toMatchObject({ value: [{ avant: '12', apres: null }] })
  expect(remplir('NOMBRE', '')).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  expect(remplir('LISTE', 'Moyenne', 'Moyenne')).toMatchObject({ reason: 'RIEN_A_CHANGER' })
})

test('a field is filled in by its name where the campagne of the dossier offers it; what the others hold stays', () => {
  const tous = [
    { champ: champ('NOMBRE'), deLaStructure: false, valeur: '1' },
    { champ: { ...champ('TEXTE'), id: 'v', libelle: 'Visite' }, deLaStructure: false, valeur: 'en mai' },
  ]
  const answer = remplirParNom(tous, { libelle: 'PRIORITE', saisie: '2' })
  expect(answer).toMatchObject({ value: [{ avant: '1', apres: '2' }] })
  expect(answer.ok && apresRemplissage({ c: '1', v: 'en mai' }, answer.value)).toEqual({ c: '2', v: 'en mai' })
  const vide = remplirParNom(tous, { libelle: 'Visite', saisie: '' })
  expect(vide.ok && apresRemplissage({ c: '1', v: 'en mai' }, vide.value)).toEqual({ c: '1' })
  expect(remplirParNom(tous, { libelle: 'Jury', saisie: '2' })).toMatchObject({ reason: 'CHAMP_INCONNU' })
  const range = tous.map(({ champ, ...reste }) => ({ champ: { ...champ, archive: true }, ...reste }))
  expect(remplirParNom(range, { libelle: 'Visite', saisie: '' })).toMatchObject({ reason: 'CHAMP_INCONNU' })
  expect(remplirChamps(range, { c: '9' })).toMatchObject({ reason: 'RIEN_A_CHANGER' })
  const repondu = tous.map((un) => ({ ...un, deLaStructure: true }))
  expect(remplirParNom(repondu, { libelle: 'Visite', saisie: '' })).toMatchObject({ reason: 'REPONSE_DE_LA_STRUCTURE' })
  expect(remplirChamps(repondu, { c: '9' })).toMatchObject({ reason: 'RIEN_A_CHANGER' })
})

test('an address says a field by its name and what it holds, whatever signs they have', () => {
  for (const dit of [
    { libelle: 'Priorité', valeur: 'Haute' },
    { libelle: 'a=b & c%', valeur: 'x=y' },
  ])
    expect(champDeLAdresse(champEnAdresse(dit))).toEqual(dit)
  for (const faux of ['Priorité', '=Haute', 'Priorité=', '%E0%A4%A=x']) expect(champDeLAdresse(faux)).toBeNull()
})

test('a sheet has one column for the fields of one name and one kind, typed, empty where nothing is held', () => {
  const champs = [
    { libelle: 'Coût revu', type: 'MONTANT' },
    { libelle: 'COUT REVU', type: 'MONTANT' },
    { libelle: 'Vu le', type: 'DATE' },
    { libelle: 'Note', type: 'NOMBRE' },
    { libelle: 'Visite', type: 'OUI_NON' },
  ] as const
  const service: ChampRempli[] = [
    { libelle: 'cout revu', type: 'MONTANT', valeur: '125050' },
    { libelle: 'Vu le', type: 'DATE', valeur: '2027-07-05' },
    { libelle: 'Note', type: 'NOMBRE', valeur: '12.5' },
    { libelle: 'Visite', type: 'OUI_NON', valeur: 'OUI' },
  ]
  const colonnes = colonnesDuService<{ service: ChampRempli[] }>(champs)
  expect(colonnes.map(({ header, format, value }) => [header, format, value({ service })])).toEqual([
    ['Coût revu', 'euros', 125_050n],
    ['Vu le', 'date', new Date('2027-07-05T00:00:00Z')],
    ['Note', 'nombre', 12.5],
    ['Visite', undefined, 'Oui'],
  ])
  expect(colonnes.map(({ value }) => value({ service: [] }))).toEqual([null, null, null, null])
})

const autres = [{ libelle: 'Visite prévue' }]

test.each([
  [{ libelle: ' Note  du jury ', type: 'NOMBRE', choix: ['a'] }, { value: { libelle: 'Note du jury', choix: [] } }],
  [{ libelle: '  ', type: 'TEXTE', choix: [] }, { reason: 'LIBELLE_VIDE' }],
  [{ libelle: 'x'.repeat(61), type: 'TEXTE', choix: [] }, { reason: 'LIBELLE_TROP_LONG' }],
  [{ libelle: 'VISITE PREVUE', type: 'TEXTE', choix: [] }, { reason: 'LIBELLE_DEJA_PRIS' }],
  [{ libelle: 'Priorité', type: 'LISTE', choix: ['Haute'] }, { reason: 'CHOIX_MANQUANTS' }],
  [
    { libelle: 'Priorité', type: 'LISTE', choix: Array.from({ length: 31 }, (_, i) => `c${i}`) },
    { reason: 'TROP_DE_CHOIX' },
  ],
  [{ libelle: 'Priorité', type: 'LISTE', choix: ['Haute', 'x'.repeat(61)] }, { reason: 'CHOIX_TROP_LONG' }],
  [{ libelle: 'Priorité', type: 'LISTE', choix: CHOIX }, { value: { choix: CHOIX } }],
  [{ libelle: 'Note', type: 'NOMBRE', choix: [], aide: ' Sur  20 ' }, { value: { aide: 'Sur 20' } }],
  [{ libelle: 'Note', type: 'NOMBRE', choix: [], aide: 'x'.repeat(301) }, { reason: 'AIDE_TROP_LONGUE' }],
] as const)('a field %j', (saisie, attendu) => {
  expect(lireChamp({ repond: 'SERVICE', aide: '', ...saisie }, autres)).toMatchObject(attendu)
})

test('choices are typed one a line, each once; so many fields are offered', () => {
  expect(choixSaisis(' Haute\r\n\nBasse\n HAUTE ')).toEqual(CHOIX)
  expect(choixSaisis('A+\nA\nA-')).toEqual(['A+', 'A', 'A-'])
  expect(
    remplirChamps([{ champ: { ...champ('LISTE'), choix: ['A+', 'A'] }, deLaStructure: false, valeur: 'A+' }], {
      c: 'A',
    }),
  ).toMatchObject({
    value: [{ apres: 'A' }],
  })
  const offerts = Array.from({ length: CHAMPS_MAX }, () => ({ archive: false }))
  expect(unChampDePlus(offerts)).toMatchObject({ reason: 'TROP_DE_CHAMPS' })
  expect(unChampDePlus([...offerts.slice(1), { archive: true }])).toMatchObject({ ok: true })
})
