import type { Genre } from '#domain/structure/genre'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signalerCompte, signalerTitulaire } from '#domain/piece/signalement-banque'
import { cleRib } from '#domain/structure/iban'
import { uneLecture } from './lecture'

const chiffres = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`))

/** A right French IBAN with a right RIB key in it. */
const unIban = fc
  .record({ banque: chiffres(5), guichet: chiffres(5), compte: fc.stringMatching(/^[0-9A-Z]{11}$/) })
  .map(({ banque, guichet, compte }) => {
    const bban = banque + guichet + compte + cleRib({ banque, guichet, compte })
    const numerique = `${bban}FR00`.replace(/[A-Z]/g, (lettre) => String(lettre.charCodeAt(0) - 55))
    const cle = String(98n - (BigInt(numerique) % 97n)).padStart(2, '0')
    return { iban: `FR${cle}${bban}`, banque, guichet, compte }
  })

const espacer = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ')

const problemes = (...lignes: string[]) => signalerCompte(uneLecture(lignes)).map(({ probleme }) => probleme)

describe('the numbers of a RIB', () => {
  test('a right IBAN is never accused, spaced or not, with words around it', () => {
    fc.assert(
      fc.property(unIban, ({ iban }) => {
        expect(problemes(`IBAN ${iban}`)).toEqual([])
        expect(problemes('RELEVE D’IDENTITE BANCAIRE', `IBAN : ${espacer(iban)} BIC : AGRIFRPP867`)).toEqual([])
      }),
    )
  })

  test('a right IBAN is never accused, on two lines, box by box, or glued to the words behind it', () => {
    fc.assert(
      fc.property(unIban, fc.integer({ min: 5, max: 26 }), ({ iban }, coupe) => {
        expect(problemes('IBAN', iban.slice(0, coupe), iban.slice(coupe))).toEqual([])
        expect(problemes(`IBAN : ${espacer(iban).slice(0, coupe)}`, espacer(iban).slice(coupe), 'BIC')).toEqual([])
        expect(problemes(`IBAN ${Array.from(iban).join(' ')} BIC AGRIFRPP`)).toEqual([])
        expect(problemes(`IBAN ${espacer(iban).toLowerCase()}`)).toEqual([])
      }),
    )
  })

  const IBAN = 'FR7630006000011234567890189'
  test.each([
    [`IBAN${IBAN}BIC AGRIFRPP`],
    [IBAN.replace(/(.{4})(?=.)/g, '$1 | ')],
    [IBAN.replace(/(.{4})(?=.)/g, '$1/')],
    ['30006.00001.12345678901.89'],
    ['30006-00001-12345678901-89'],
    ['Code banque 30006 Code guichet 00001 N° de compte 12345678901 Clé RIB 89'],
    ['Banque : 30006  Guichet : 00001  Compte : 12345678901  Clé : 89'],
    ['Code banque', '30006', '00001', '12345678901', '89'],
  ])('a right number is never accused nor missed, whatever stands between its groups: %j', (...lignes) => {
    expect(problemes(...lignes)).toEqual([])
  })

  test.each([
    ['Code banque 30006 Code guichet 00001 N° de compte 12345678901 Clé RIB 88'],
    ['30006', '00001', '12345678901', '88'],
  ])('a wrong key is found there too: %j', (...lignes) => {
    expect(problemes(...lignes)).toEqual(['CLE_RIB_FAUSSE'])
  })

  test('one changed digit of an IBAN is always found, and the number is not shown in clear', () => {
    fc.assert(
      fc.property(unIban, fc.nat({ max: 24 }), fc.integer({ min: 1, max: 9 }), ({ iban }, rang, pas) => {
        const chiffre = iban[rang + 2] ?? ''
        fc.pre(/\d/.test(chiffre))
        const faux = iban.slice(0, rang + 2) + String((Number(chiffre) + pas) % 10) + iban.slice(rang + 3)
        const [signale] = signalerCompte(uneLecture([espacer(faux)]))
        expect(signale?.probleme).toBe('IBAN_INVALIDE')
        expect(JSON.stringify(signale)).not.toContain(faux.slice(4, 23))
      }),
    )
  })

  test('one changed digit of a RIB is always found by its key', () => {
    fc.assert(
      fc.property(
        unIban,
        fc.nat({ max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        ({ banque, guichet, compte }, rang, pas) => {
          const cle = cleRib({ banque, guichet, compte })
          expect(problemes(`${banque} ${guichet} ${compte} ${cle}`)).toEqual([])
          const tete = banque + guichet
          const fausse = tete.slice(0, rang) + String((Number(tete[rang]) + pas) % 10) + tete.slice(rang + 1)
          expect(problemes(`${fausse.slice(0, 5)} ${fausse.slice(5)} ${compte} ${cle}`)).toEqual(['CLE_RIB_FAUSSE'])
        },
      ),
    )
  })

  test('FR76 and 23 zeros pass the key of the IBAN and not that of the RIB', () => {
    expect(problemes('IBAN FR76 0000 0000 0000 0000 0000 000')).toEqual(['CLE_RIB_FAUSSE'])
  })

  test('an IBAN with a digit less is said to be too short, and a RIB without any number says so', () => {
    const [court] = signalerCompte(uneLecture(['FR14 2004 1010 0505 0001 3M02 60 BIC PSSTFRPPLIL']))
    expect(court).toMatchObject({ probleme: 'IBAN_INVALIDE', preuve: { page: 1, mots: 'FR14\u00a0••••\u00a0260' } })
    expect(court?.detail).toContain('26\u00a0caractères')
    expect(problemes('Relevé d’identité bancaire', 'Comité de jumelage')).toEqual(['IBAN_ABSENT'])
  })
})

describe('the holder of the account', () => {
  const comite = { nom: 'COMITÉ DE JUMELAGE DE MÉRICOURT', sigle: 'CJM', genre: 'association' as Genre }
  const titulaire = (structure: typeof comite, ...lignes: string[]) =>
    signalerTitulaire(uneLecture(lignes), structure).map(({ probleme }) => probleme)

  test.each([
    'Titulaire du compte : ASS COMITE DE JUMELAGE DE MERICOURT',
    'Titulaire du compte : ASSOC CTE JUMELAGE MERICOU',
    'Titulaire : CJ MERICOURT',
    'Titulaire : CJM',
    'Intitulé du compte : Comité de jumelage – Méricourt (loi 1901)',
  ])('is the structure, as a bank writes it: %s', (ligne) => expect(titulaire(comite, 'RIB', ligne)).toEqual([]))

  test.each([
    'Titulaire du compte : M OU MME DUPONT JEAN',
    'Titulaire : COMITE DE JUMELAGE DE BETHUNE',
    'Titulaire : COMMUNE DE MERICOURT',
    'Titulaire : CLUB DE FOOTBALL DE MERICOURT',
  ])('is somebody else: %s', (ligne) => expect(titulaire(comite, 'RIB', ligne)).toEqual(['TITULAIRE_DIFFERENT']))

  test('may stand under its heading', () => {
    expect(titulaire(comite, 'Titulaire du compte - Account owner', 'M JEAN DUPONT')).toEqual(['TITULAIRE_DIFFERENT'])
    expect(titulaire(comite, 'Titulaire du compte', 'COMITE JUMELAGE MERICOURT')).toEqual([])
  })

  test('of a public body is its accountant, who is nobody’s accountant but theirs', () => {
    const lignes = ['TRESOR PUBLIC', 'Titulaire : SGC LENS', 'FR14']
    expect(titulaire({ nom: 'COMMUNE DE LENS', sigle: '', genre: 'commune' }, ...lignes)).toEqual([])
    expect(titulaire(comite, ...lignes)).toEqual(['TITULAIRE_DIFFERENT'])
  })
})
