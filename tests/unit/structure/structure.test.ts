import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCodePostal, parseCourriel, formatTelephone, parseTelephone } from '#domain/structure/coordonnees'
import { trouverCommune } from '#domain/structure/commune'
import { estNonDeclaree, estOrganismePublic, estPrive, genreDe, GENRES, lireGenre } from '#domain/structure/genre'
import { genreDansUnePhrase, nomDeGenre } from '#libelles/structure'
import { parseNumero, numerosCites } from '#domain/dossier/numero'
import { abreger, longueur, nettoyer, plier } from '#domain/texte'

const refuse = (reason: string) => expect.objectContaining({ ok: false, reason })

describe('the kind of a structure', () => {
  test.each([
    ['Association loi 1901', 'association'],
    ['ASSOCIATION DÉCLARÉE (9220)', 'association'],
    ['9230 - Association reconnue d’utilité publique', 'association'],
    ['Fondation', 'fondation'],
    ['Commune', 'commune'],
    ['7210', 'commune'],
    ['EPCI', 'epci_syndicat'],
    ['Établissement public de coopération intercommunale', 'epci_syndicat'],
    ['Communauté d’agglomération', 'epci_syndicat'],
    ['7346 CC', 'epci_syndicat'],
    ['CCAS', 'ccas_epl'],
    ['Établissement public local d’enseignement', 'eple'],
    ['Collège public', 'eple'],
    ['Collège privé', 'ecole_privee'],
    ['Établissement privé sous contrat (OGEC)', 'ecole_privee'],
    ['Coopérative scolaire', 'cooperative_scolaire'],
    ['Groupement d’intérêt public', 'autre_public'],
    ['SARL', 'entreprise'],
    ['5710', 'entreprise'],
    ['Particulier', 'particulier'],
  ])('%s is %s', (natureJuridique, genre) => expect(genreDe({ natureJuridique })).toBe(genre))

  test('without a nature, the SIREN suggests, then the name', () => {
    expect(genreDe({ siren: '216200774' })).toBe('commune')
    expect(genreDe({ siren: '196265921', nom: 'COLLEGE X' })).toBe('eple')
    expect(genreDe({ nom: 'COMITE DE JUMELAGE DE BOMY' })).toBe('association')
    expect(genreDe({ nom: 'Commune de Bajus' })).toBe('commune')
    expect(genreDe({ nom: 'XYZ' })).toBeNull()
  })

  test('a declared nature wins over the SIREN pattern, and an OGEC is a school even when it says association', () => {
    expect(genreDe({ natureJuridique: 'Commune', siren: '934483553' })).toBe('commune')
    expect(genreDe({ natureJuridique: 'Association loi 1901', nom: 'OGEC SAINT JOSEPH' })).toBe('ecole_privee')
  })

  test('private law, and an association without personality', () => {
    expect(estPrive('ecole_privee')).toBe(true)
    expect(estPrive('eple')).toBe(false)
    expect(estNonDeclaree('9210 Association non déclarée')).toBe(true)
    expect(estNonDeclaree('Association déclarée')).toBe(false)
  })
})

describe('communes', () => {
  test.each([
    ['62077', 'Bajus'],
    ['62041', 'Arras'],
    ['62193', 'Calais'],
    ['62498', 'Lens'],
    ['62160', 'Boulogne-sur-Mer'],
    ['62119', 'Béthune'],
    ['62765', 'Saint-Omer'],
  ])('%s is %s', (insee, commune) =>
    expect(trouverCommune({ commune, codePostal: '' })).toMatchObject({ ok: true, value: { insee } }),
  )

  test('an address gives its commune whatever its writing', () => {
    const cherche = (commune: string, codePostal: string) => trouverCommune({ commune, codePostal })
    expect(cherche('ŒUF EN TERNOIS', '62130')).toMatchObject({ ok: true, value: { insee: '62633' } })
    expect(cherche('ST OMER', '62500')).toMatchObject({ ok: true, value: { insee: '62765' } })
    expect(cherche('ARRAS CEDEX 9', '62018')).toMatchObject({ ok: true, value: { insee: '62041' } })
    expect(cherche('ARRAS', '62018')).toEqual({ ok: false, reason: 'CODE_POSTAL_DISCORDANT', detail: '62000' })
    expect(cherche('BOULOGNE/MER', '62200')).toMatchObject({ ok: true, value: { insee: '62160' } })
    expect(cherche('ST POL S/ TERNOISE', '62130')).toMatchObject({ ok: true, value: { insee: '62767' } })
    expect(cherche('AIRE S/ LA LYS', '62120')).toMatchObject({ ok: true, value: { insee: '62014' } })
    expect(cherche('NOEUX LES MINES', '')).toMatchObject({ ok: true, value: { insee: '62617' } })
    expect(cherche('LE TOUQUET', '62520')).toMatchObject({ ok: true, value: { insee: '62826' } })
    expect(cherche('BOULOGNE CEDEX', '62200')).toMatchObject({ ok: true, value: { insee: '62160' } })
    expect(cherche('BERCK S/MER', '62600')).toMatchObject({ ok: true, value: { insee: '62108' } })
    expect(cherche('SAINT', '62130')).toEqual(refuse('INCONNUE'))
    expect(cherche('LILLE', '59000')).toEqual(refuse('HORS_DEPARTEMENT'))
    expect(cherche('TRIFOUILLY', '62000')).toEqual(refuse('INCONNUE'))
    expect(cherche('', '62000')).toEqual(refuse('ABSENTE'))
  })
})

describe('telephone, mail, postal code', () => {
  test.each([
    '03 21 00 00 00',
    '03.21.00.00.00',
    '+33 3 21 00 00 00',
    '0033321000000',
    '+33 (0)3 21 00 00 00',
    321000000,
  ])('%s is a telephone', (valeur) => expect(parseTelephone(valeur)).toEqual({ ok: true, value: '0321000000' }))

  test.each([
    ['+262 262 31 00 00', '0262310000'],
    ['00590 590 20 00 00', '0590200000'],
    ['+32 2 123 45 67', '+3221234567'],
    ['+687 27 12 34', '+687271234'],
  ])('%s is one of elsewhere', (valeur, lu) => expect(parseTelephone(valeur)).toEqual({ ok: true, value: lu }))

  test('a telephone is shown by pairs', () => {
    expect(formatTelephone('0321000000')).toBe('03\u00a021\u00a000\u00a000\u00a000')
    expect(parseTelephone(formatTelephone('0321000000'))).toEqual({ ok: true, value: '0321000000' })
    expect(parseTelephone('03 21')).toEqual(refuse('MAL_FORME'))
  })

  test('a mail address loses its trimmings and keeps its local part', () => {
    expect(parseCourriel(' Zoe.Caron@Exemple.TEST; ')).toEqual({ ok: true, value: 'Zoe.Caron@exemple.test' })
    expect(parseCourriel('<mailto>')).toEqual(refuse('MAL_FORME'))
    for (const bad of [
      'a@b',
      'a@@b.fr',
      'a b@c.fr',
      'a@b.fr\r\nBcc: x@y.fr',
      'a@b.fr,c@d.fr',
      '.a@b.fr',
      `${'a'.repeat(65)}@b.fr`,
    ]) {
      expect(parseCourriel(bad)).toEqual(refuse('MAL_FORME'))
    }
  })

  test('a postal code gets back the zero a spreadsheet ate', () => {
    expect(parseCodePostal(62000)).toEqual({ ok: true, value: '62000' })
    expect(parseCodePostal('1000')).toEqual({ ok: true, value: '01000' })
    expect(parseCodePostal('62 000')).toEqual({ ok: true, value: '62000' })
    expect(parseCodePostal('621')).toEqual(refuse('MAL_FORME'))
  })
})

test('a dossier number is read whatever its hyphen, and nothing else is one', () => {
  expect(parseNumero(' 2024–03451 ')).toBe('2024-03451')
  for (const bad of ['2024-0345', '202403451', '../2024-03451', '2024-03451x', "2024-03451'--"])
    expect(parseNumero(bad)).toBeNull()
  expect(numerosCites('RE: dossiers 2024-03451, 2025-01002 et 2024-03451 (tel 03-21-00)')).toEqual([
    '2024-03451',
    '2025-01002',
  ])
  expect(numerosCites('dossier-2024-03451-comite, 12-2024-03451, 2024-03451-12')).toEqual(['2024-03451'])
})

test('texts fold alike however they are typed', () => {
  expect(plier('  L’Œuf – À  l’École,\u00a0n° 3 ! ')).toBe('l oeuf a l ecole n 3')
  expect(plier('Ruda Śląska')).toBe(plier('RUDA SLASKA'))
  expect(nettoyer('a\u200B\u00a0 b\r\nc')).toBe('a b c')
  expect(abreger('éééé', 3)).toBe('éé…')
  expect(longueur('e\u0301')).toBe(1)
  fc.assert(fc.property(fc.string(), (texte) => plier(plier(texte)) === plier(texte)))
})

describe('the genre that a row keeps', () => {
  test('one that is not of the list is none, and is said without its word', () => {
    expect([lireGenre('commune'), lireGenre('amicale'), lireGenre(''), lireGenre(null)]).toEqual([
      'commune',
      null,
      null,
      null,
    ])
    expect([nomDeGenre(null), genreDansUnePhrase(null)]).toEqual(['Genre non reconnu', 'genre non reconnu'])
    expect([genreDansUnePhrase('ecole_privee'), genreDansUnePhrase('ccas_epl')]).toEqual([
      'école privée (OGEC)',
      'CCAS ou établissement public local',
    ])
  })

  test('each is of private law, public, or a person; of an unknown one nothing is said', () => {
    expect(GENRES.filter(estOrganismePublic)).toEqual(['commune', 'epci_syndicat', 'ccas_epl', 'eple', 'autre_public'])
    expect(GENRES.filter((genre) => !estPrive(genre) && !estOrganismePublic(genre))).toEqual(['particulier'])
    expect([estPrive(null), estOrganismePublic(null)]).toEqual([false, false])
  })
})
