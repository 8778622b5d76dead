import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMontant, formatNombre, type Montant } from '#domain/budget/montant'
import type { Ligne } from '#domain/pre-projet/fiche'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'
import { lireEffectif, lireSomme, type Trouve } from '#domain/pre-projet/lecture/nombres'
import { lirePeriode } from '#domain/pre-projet/lecture/periode'
import { formatJour, formatJourLong, type Jour, fromDate } from '#domain/temps/jour'
import { plier } from '#domain/texte'

const justeOuARelire = <T>({ valeur, doute }: Trouve<T>, juste: T) => {
  if (doute === undefined) expect(valeur).toBe(juste)
}

test.each<[string, bigint | null, string?]>([
  ['4 mille euros', 400_000n],
  ['12 mille', 1_200_000n],
  ['14 k', 1_400_000n],
  ['14k', 1_400_000n],
  ['14 K€', 1_400_000n],
  ['1,2 M€', 120_000_000n],
  ['EUR 10 000,00', 1_000_000n],
  ['4 mille cinq cents euros', 400_000n, 'LIBELLE_AMBIGU'],
  ['12 000 CHF', null, 'AUTRE_MONNAIE'],
  ['CHF 12’500.–', null, 'AUTRE_MONNAIE'],
  ['£ 4,000.00', null, 'AUTRE_MONNAIE'],
  ['150 € par jeune', null, 'A_CALCULER'],
  ['2 x 1 000 €', null, 'A_CALCULER'],
  ['50 % de 4 000 €', null, 'A_CALCULER'],
  ['30% du budget total de 12 000 €', null, 'A_CALCULER'],
  ['la moitié de 4 000 €', null, 'A_CALCULER'],
  ['30 % du budget soit 4 000 €', 400_000n],
  ['4 000 € (50 % du budget)', 400_000n],
  ['4 000 €, soit 50 % de 8 000 €', 400_000n, 'A_CALCULER'],
  ['12 000 CHF soit 12 500 €', 1_250_000n, 'AUTRE_MONNAIE'],
  ['non chiffré (voir 2025)', 202_500n, 'LIBELLE_AMBIGU'],
  ['quatre mille euros', null, 'VALEUR_ILLISIBLE'],
])('the amount %j', (lu, valeur, doute) => expect(lireSomme(lu)).toEqual({ valeur, ...(doute ? { doute } : {}) }))

test.each<[string, number | null, string?]>([
  ['2 groupes de 15 jeunes', null, 'A_CALCULER'],
  ['2 x 15 jeunes', null, 'A_CALCULER'],
  ['15 jeunes par groupe', null, 'A_CALCULER'],
  ['deux groupes de douze', null, 'VALEUR_ILLISIBLE'],
  ['une quarantaine', null, 'VALEUR_ILLISIBLE'],
  ['une quarantaine de jeunes de 3 pays', 3, 'LIBELLE_AMBIGU'],
  ['cent vingt jeunes', 120],
  ['entre dix et quinze', null, 'VALEUR_ILLISIBLE'],
  ['trente à quarante', null, 'VALEUR_ILLISIBLE'],
  ['12 jeunes français et 12 jeunes polonais', null, 'PLUSIEURS_VALEURS'],
  ['12 + 13', null, 'PLUSIEURS_VALEURS'],
  ['30 jeunes dont 12 filles', 30],
  ['24 élèves de 3e âgés de 14 à 15 ans', 24],
  ['quatre-vingt-dix', 90],
])('how many in %j', (lu, valeur, doute) => expect(lireEffectif(lu)).toEqual({ valeur, ...(doute ? { doute } : {}) }))

test.each<[string, string | null, string | null, string?]>([
  ['2025/07/05 au 2025/07/12', '2025-07-05', '2025-07-12'],
  ['du 2025.07.05 au 2025.07.12', '2025-07-05', '2025-07-12'],
  ['du 28/12 au 03/01/26', '2025-12-28', '2026-01-03'],
  ['du 05.07.25 au 12.07.25', '2025-07-05', '2025-07-12'],
])('the dates %j', (lu, debut, fin, doute) => {
  expect(lirePeriode(lu)).toEqual({ debut, fin, ...(doute ? { doute } : {}) })
})

const MONTANTS: ((cents: Montant) => string)[] = [
  formatMontant,
  (cents) => `${formatNombre(cents)} euros`,
  (cents) => `EUR ${formatNombre(cents).replace(/\u202f/g, '.')}`,
  (cents) => `${cents / 100n} €`,
  (cents) => `${Number(cents) / 100_000} k`.replace('.', ','),
  (cents) => `${Number(cents) / 100_000} mille euros`.replace('.', ','),
  (cents) => `environ ${formatMontant(cents)} TTC (20 %)`,
  (cents) => `${formatNombre(cents).replace(/\u202f/g, '’')} CHF`,
  (cents) => `${formatMontant(cents / 10n)} x 10`,
  (cents) => `de ${formatMontant(cents)} à ${formatMontant(cents + 100n)}`,
]
test('an amount read without doubt is the amount, however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(MONTANTS.length - 1), (euros, forme) => {
      const cents = BigInt(euros) * 100n
      justeOuARelire(lireSomme(MONTANTS[forme]?.(cents) ?? ''), cents)
    }),
  )
})

const EFFECTIFS: ((n: number) => string)[] = [
  String,
  (n) => `environ ${n} jeunes`,
  (n) => `${n} jeunes et 4 accompagnateurs`,
  (n) => `${n / 2} filles et ${n / 2} garçons`,
  (n) => `${n / 2} groupes de 2 jeunes`,
  (n) => `2 x ${n / 2}`,
  (n) => `${n / 2} jeunes français, ${n / 2} jeunes allemands`,
  (n) => `${n} élèves de 14 à 17 ans, 2 professeurs`,
  (n) => `${n} (${n / 2} par pays)`,
]
test('a number of young people read without doubt is the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(EFFECTIFS.length - 1), (moitie, forme) =>
      justeOuARelire(lireEffectif(EFFECTIFS[forme]?.(moitie * 2) ?? ''), moitie * 2),
    ),
  )
})

const JOURS: ((jour: Jour) => string)[] = [
  (jour) => jour,
  formatJour,
  formatJourLong,
  (jour) => jour.replaceAll('-', '/'),
  (jour) => formatJour(jour).replaceAll('/', '.'),
  (jour) => formatJour(jour).replace(/\/20/, '/'),
  (jour) => formatJour(jour).replace(/^0/, '').replace('/0', '/'),
]
test('days read without doubt are the days', () => {
  const jour = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(fromDate)
  fc.assert(
    fc.property(jour, jour, fc.nat(JOURS.length - 1), fc.constantFrom(' au ', ' - ', ' → '), (a, b, forme, entre) => {
      const ecrire = JOURS[forme] ?? String
      const { debut, fin, doute } = lirePeriode(`${ecrire(a)}${entre}${ecrire(b)}`)
      if (doute === undefined) expect([debut, fin]).toEqual([a, b])
    }),
  )
})

const source = { fichier: 'f', endroit: 'l' }
const GRAS: ((libelle: string, valeur: string) => string)[] = [
  (libelle, valeur) => `*${libelle} :* ${valeur}`,
  (libelle, valeur) => `*${libelle}* : ${valeur}`,
  (libelle, valeur) => `*${libelle} : ${valeur}*`,
  (libelle, valeur) => `*${libelle} :* *${valeur}*`,
  (libelle, valeur) => `**${libelle} :** ${valeur}`,
  (libelle, valeur) => `${libelle}* : ${valeur}`,
]
test('bold words of a mail keep their words and lose their stars; every word held for certain stands in the source', () => {
  const mot = fc.string({ unit: fc.constantFrom('a', 'É', 'o', 'x', '’', 'Z'), minLength: 3, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(mot, { minLength: 2, maxLength: 4 }), fc.nat(GRAS.length - 1), (mots, forme) => {
      const lignes: Ligne[] = [
        ['Nom de la structure', `Les ${mots.join(' ')}`],
        ['Intitulé du projet', `Échange ${mots.join(' ')}`],
        ['Pays de destination', 'Pologne'],
        ['Nombre de jeunes', '24'],
      ].map(([libelle = '', valeur = '']) => ({ cellules: [GRAS[forme]?.(libelle, valeur) ?? ''], source }))
      const { champs } = extraireFiche(lignes)
      expect(champs.structure?.valeur).toBe(`Les ${mots.join(' ')}`)
      expect(champs.nbJeunes?.valeur).toBe(24)
      const tout = plier(lignes.flatMap(({ cellules }) => cellules).join(' '))
      for (const { texteLu } of Object.values(champs)) expect(tout).toContain(plier(texteLu))
    }),
  )
})

/** What people write where a number or a day is asked, and no reader can be sure of. */
const DOUTEUX = [
  'une quarantaine',
  '2 groupes de 15 jeunes',
  '4 mille cinq cents euros',
  '12 000 CHF',
  'cet été',
  '*',
  '',
]
test('in a whole fiche, what is held for certain is what was written, whatever stands in the other fields', () => {
  const ecrit = <T>(valeur: fc.Arbitrary<T>, formes: readonly ((valeur: T) => string)[]) =>
    fc.oneof(
      fc.tuple(valeur, fc.nat(formes.length - 1)).map(([v, forme]) => ({ dit: formes[forme]?.(v) ?? '', v })),
      fc.constantFrom(...DOUTEUX).map((dit) => ({ dit, v: null })),
    )
  const cents = fc.integer({ min: 1, max: 2_000_000 }).map((euros) => BigInt(euros) * 100n)
  const pairs = fc.integer({ min: 1, max: 200 }).map((moitie) => moitie * 2)
  const jour = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(fromDate)
  fc.assert(
    fc.property(ecrit(cents, MONTANTS), ecrit(pairs, EFFECTIFS), ecrit(jour, JOURS), (cout, jeunes, debut) => {
      const lignes: Ligne[] = [
        ['Nom de la structure', 'Les Amis de Lens'],
        ['Pays', 'Pologne'],
        ['SIRET', '828 110 353 00021'],
        ['Coût total', cout.dit],
        ['Nombre de jeunes', jeunes.dit],
        ['Date de début', debut.dit],
      ].map(([libelle = '', valeur = '']) => ({ cellules: [`${libelle} : ${valeur}`], source }))
      const { champs } = extraireFiche(lignes)
      const tout = plier(lignes.flatMap(({ cellules }) => cellules).join(' '))
      for (const { texteLu } of Object.values(champs)) expect(tout).toContain(plier(texteLu))
      for (const [lu, { v }] of [
        [champs.coutTotal, cout],
        [champs.nbJeunes, jeunes],
        [champs.dateDebut, debut],
      ] as const)
        if (lu?.confiance === 'CERTAIN' && lu.valeur !== null) expect(lu.valeur).toBe(v)
      // A key that is false is never sure.
      expect(champs.siret?.confiance).not.toBe('CERTAIN')
    }),
  )
})
