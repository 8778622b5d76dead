import { describe, expect, test } from 'vitest'
import type { Signataire } from '#domain/campagne/reglages'
import { GENRES } from '#domain/structure/genre'
import { SAISINES, type Saisine, saisineDe } from '#domain/structure/saisine-du-tribunal'
import { voiesDeRecours } from '#emails/formules'

const commune = (siret: string | null) => saisineDe({ genre: 'commune', siret })

describe('how a structure seizes the administrative court', () => {
  test.each<[string, string, Saisine]>([
    ['Arras', '21620041000012', 'TELERECOURS'],
    ['Lumbres, 3 579 inhabitants', '21620534400017', 'TELERECOURS'],
    ['Lapugnoy, 3 481 inhabitants', '21620489100018', 'PETITE_COMMUNE'],
    ['Ablainzevelle', '21620002200010', 'PETITE_COMMUNE'],
    ['Béthune, whose SIREN does not say its INSEE code', '21620910600011', 'TELERECOURS'],
    ['Bonnières, a new commune', '20008341800012', 'PETITE_COMMUNE'],
    ['Hesdin-la-Forêt, a new commune', '93448355300011', 'TELERECOURS'],
    ['a commune of the Nord', '21590350100017', 'SELON_LA_POPULATION'],
    ['a number that is no commune’s any more', '21620999900010', 'SELON_LA_POPULATION'],
  ])('%s', (_, siret, saisine) => {
    expect(commune(siret)).toBe(saisine)
  })

  test('a commune without a SIRET is told both', () => {
    expect(commune(null)).toBe('SELON_LA_POPULATION')
  })

  test('any other public body goes through Télérecours, and nobody of private law must', () => {
    const parGenre = Object.fromEntries(GENRES.map((genre) => [genre, saisineDe({ genre, siret: null })]))
    expect(parGenre).toEqual({
      ...{ association: 'CITOYENS', fondation: 'CITOYENS', ecole_privee: 'CITOYENS', cooperative_scolaire: 'CITOYENS' },
      ...{ entreprise: 'CITOYENS', particulier: 'CITOYENS', commune: 'SELON_LA_POPULATION' },
      ...{ epci_syndicat: 'TELERECOURS', ccas_epl: 'TELERECOURS', eple: 'TELERECOURS', autre_public: 'TELERECOURS' },
    })
  })

  test('of whom nothing is known, each way is said with who must take it', () => {
    expect(saisineDe({ genre: null, siret: '21620041000012' })).toBe('INCONNUE')
  })
})

const SIGNATAIRE: Signataire = {
  ...{ prenom: 'Jeanne', nom: 'Martin', qualite: 'directrice', service: 'MCEI', adresse: '1 rue A\n62000 Arras' },
  ...{ telephone: '', courriel: 'mcei@exemple.test' },
}

describe('what a letter says of it', () => {
  const dit = (saisine: Saisine) => JSON.stringify(voiesDeRecours(SIGNATAIRE, { saisine }))

  test('a commune that may write is not told that it must use Télérecours', () => {
    expect(dit('PETITE_COMMUNE')).toContain(
      'par courrier, au greffe, ou par l’application Télérecours (www.telerecours.fr).',
    )
    expect(dit('PETITE_COMMUNE')).not.toContain('obligatoire')
    expect(dit('TELERECOURS')).not.toContain('courrier')
    expect(dit('SELON_LA_POPULATION')).toContain('une commune de moins de 3\u202f500 habitants peut aussi')
    expect(dit('INCONNUE')).toContain('un organisme public autre qu’une commune de moins de 3\u202f500 habitants doit')
  })

  test('each way is told in its own words', () => {
    expect(new Set(SAISINES.map(dit)).size).toBe(SAISINES.length)
  })
})
