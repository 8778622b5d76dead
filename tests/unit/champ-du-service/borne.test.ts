import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lireBorne, type TypeBorne, typesDesBornes } from '#domain/champ-du-service/borne'
import { colonneDuService, estColonneDuService, libelleDeColonne } from '#domain/champ-du-service/champ-en-adresse'
import { BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { direValeur } from '#domain/champ-du-service/valeur'
import { valeurASaisir } from '#libelles/champ-du-service/champ'
import { motsDuChamp } from '#ui/bannette/filtre/filtre-champ'

const nombre = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 1, max: 999 }))
  .map(([entier, decimales]) => `${entier}.${decimales}`)
const montant = fc.bigInt({ min: -9_999_999_999n, max: 9_999_999_999n }).map(String)
const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((jour) => jour.toISOString().slice(0, 10))

test.each<[TypeBorne, fc.Arbitrary<string>]>([
  ['NOMBRE', nombre],
  ['MONTANT', montant],
  ['DATE', date],
])('an end of a range is read as a field of kind %s keeps it, as it is shown and as it is typed', (type, gardees) => {
  fc.assert(
    fc.property(gardees, (gardee) => {
      expect(lireBorne(valeurASaisir(type, gardee))?.[type]).toBe(gardee)
      expect(lireBorne(direValeur(type, gardee))?.[type]).toBe(gardee)
    }),
  )
})

test('whatever is typed is read by some kinds, or by none, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (saisie) => {
      const lue = lireBorne(saisie)
      expect(lue === null || Object.keys(lue).length > 0).toBe(true)
    }),
  )
  for (const rien of ['', ' ', 'beaucoup', '31/02/2027', '1e3', 'infinity', '9'.repeat(41)])
    expect(lireBorne(rien)).toBeNull()
})

test('a range is of the kinds that read both its ends', () => {
  expect(lireBorne('12')).toEqual({ NOMBRE: '12', MONTANT: '1200' })
  expect(lireBorne('5/7/2027')).toEqual({ DATE: '2027-07-05' })
  const types = (...dites: string[]) => typesDesBornes(dites.flatMap((dite) => lireBorne(dite) ?? []))
  expect(types('12', '1 250,50')).toEqual(['NOMBRE', 'MONTANT'])
  expect(types('12 €', '20')).toEqual(['MONTANT'])
  expect(types('12', '5/7/2027')).toEqual([])
})

test('the address of the list: an end that no kind reads is not set, an order is a column of the house or a field by its name', () => {
  const lus = BannetteDossiersParams.parse({ champ: ' Coût  revu ', champMin: ' 90 ', champMax: 'beaucoup' })
  expect(lus).toMatchObject({ champ: 'Coût revu', champMin: '90', champMax: undefined })
  const tri = (sort: string) => BannetteDossiersParams.parse({ sort }).sort
  expect(tri('service:Coût revu')).toBe('service:Coût revu')
  for (const faux of ['service:', 'couleur', 'service:\0', `service:${'x'.repeat(90)}`])
    expect(tri(faux)).toBeUndefined()
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (libelle) => {
      const colonne = colonneDuService(libelle)
      expect(estColonneDuService(colonne)).toBe(true)
      expect(libelleDeColonne(colonne)).toBe(libelle)
    }),
  )
})

test.each([
  [{ champMin: '90', champMax: '1 250,50' }, 'Coût entre 90 et 1 250,50'],
  [{ champMin: '2027-07-05' }, 'Coût à partir de 05/07/2027'],
  [{ champMax: '90' }, 'Coût jusqu’à 90'],
  [{}, null],
])('%j is said in words', (bornes, mots) => {
  expect(motsDuChamp({ q: '', champ: 'Coût', ...bornes })).toBe(mots)
})

test('without its field a range says nothing', () => {
  expect(motsDuChamp({ q: '', champMin: '90' })).toBeNull()
})
