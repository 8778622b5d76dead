import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { avecAccentsDuMessage, rendreAccents } from '#domain/pre-projet/lecture/accents'
import { CHAMPS, estUneFiche, ficheVide, type Ligne } from '#domain/pre-projet/fiche'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'
import { interpreter } from '#domain/pre-projet/lecture/interpretation'
import { reconnaitreLibelle } from '#domain/pre-projet/lecture/libelle'
import { lireCommune, lireLieu } from '#domain/pre-projet/lecture/lieu'
import { lireEffectif, lireSomme } from '#domain/pre-projet/lecture/nombres'
import { lirePeriode } from '#domain/pre-projet/lecture/periode'
import type { Rubrique, Section } from '#domain/pre-projet/lecture/rubriques'

const source = { fichier: 'fiche.docx', endroit: 'page 1' }
const texte = (...lignes: string[]): Ligne[] => lignes.map((ligne) => ({ cellules: [ligne], source }))
const tableau = (...rangees: string[][]): Ligne[] => rangees.map((cellules) => ({ cellules, source, tableau: 1 }))

test.each<[string, Section | null, Rubrique | null]>([
  ['Nom de l’organisme porteur *', null, 'structure'],
  ['RAISON SOCIALE', null, 'structure'],
  ['Nom du projet', 'STRUCTURE', 'titre'],
  ['2.1 Intitulé de l’action :', null, 'titre'],
  ['Coût total prévisionnel de l’action (en euros TTC)', null, 'coutTotal'],
  ['Montant de la subvention sollicitée auprès du Département', null, 'montantSouhaite'],
  ['Autres subventions sollicitées', null, 'autresFinanceurs'],
  ['Subvention obtenue en 2024', null, null],
  ['Nombre de jeunes du Pas-de-Calais', null, 'autre'],
  ['Nombre de jeunes concernés', null, 'nbJeunes'],
  ['Budget de la structure', null, null],
  ['Date prévisionnelle de début du séjour', null, 'dateDebut'],
  ['Ville', 'STRUCTURE', 'commune'],
  ['Ville', 'PROJET', 'ville'],
  ['Ville', null, null],
  ['Nom', 'CONTACT', 'contact'],
  ['Adresse mél', null, 'courriel'],
  ['Les jeunes participeront à des ateliers avec leurs correspondants', null, null],
])('the label %j in %s asks for %s', (libelle, section, rubrique) => {
  expect(reconnaitreLibelle(libelle, section)?.rubrique ?? null).toBe(rubrique)
})

test.each<[string, string | null, string | null, string?]>([
  ['du 3/9/2025 au 12/9/2025', '2025-09-03', '2025-09-12'],
  ['du 3 au 12 septembre 2025', '2025-09-03', '2025-09-12'],
  ['3-12 septembre 2025', '2025-09-03', '2025-09-12'],
  ['Du mercredi 3 au vendredi 12 sept. 2025', '2025-09-03', '2025-09-12'],
  ['du 28 août au 3 septembre 2025', '2025-08-28', '2025-09-03'],
  ['du 28 décembre au 3 janvier 2026', '2025-12-28', '2026-01-03'],
  ['du 28/12 au 3/1/2026', '2025-12-28', '2026-01-03'],
  ['03/09/25 – 12/09/25', '2025-09-03', '2025-09-12'],
  ['2025-09-03 au 2025-09-12', '2025-09-03', '2025-09-12'],
  ['1er juin 2025 au 09.06.2025', '2025-06-01', '2025-06-09'],
  ['le 14 juin 2025', '2025-06-14', null],
  ['septembre 2025', null, null, 'JOUR_ABSENT'],
  ['du 3 au 12 septembre', null, null, 'ANNEE_ABSENTE'],
  ['du 31/02/2025 au 5/3/2025', null, '2025-03-05', 'VALEUR_ILLISIBLE'],
  ['du 3/9/2025 au 12/9/2025 puis le 20/10/2025', '2025-09-03', '2025-09-12', 'PLUSIEURS_VALEURS'],
  ['à définir', null, null, 'VALEUR_ILLISIBLE'],
])('the dates %j', (lu, debut, fin, doute) => {
  expect(lirePeriode(lu)).toEqual({ debut, fin, ...(doute ? { doute } : {}) })
})

test.each<[string, bigint | null, string?]>([
  ['12 500 €', 1_250_000n],
  ['12500 euros', 1_250_000n],
  ['12.500,00', 1_250_000n],
  ['12.500', 1_250_000n],
  ['12\u202f500,50\u00a0€', 1_250_050n],
  ['environ 12 500 € TTC', 1_250_000n],
  ['12,5 k€', 1_250_000n],
  ['4 000 € (30 %)', 400_000n],
  ["21 420,00 '", 2_142_000n],
  ['12 500 € dont 4 000 € demandés', 1_250_000n, 'PLUSIEURS_VALEURS'],
  ['à préciser', null, 'VALEUR_ILLISIBLE'],
  ['4 000 € (quatre mille euros)', 400_000n],
  ['2 200 € (deux-mille-deux-cents euros)', 220_000n],
  ['4 000 € (cinq mille euros)', 400_000n, 'PLUSIEURS_VALEURS'],
  ['-500 €', 50_000n, 'LIBELLE_AMBIGU'],
  ['entre 2 000-3 000 €', 200_000n, 'PLUSIEURS_VALEURS'],
])('the amount %j', (lu, valeur, doute) => expect(lireSomme(lu)).toEqual({ valeur, ...(doute ? { doute } : {}) }))

test.each<[string, number | null, string?]>([
  ['42', 42],
  ['environ 40 jeunes', 40],
  ['24 jeunes et 3 accompagnateurs', 24],
  ['20 (10 français + 10 allemands)', 20],
  ['vingt-cinq jeunes', 25],
  ['30 à 40', null, 'PLUSIEURS_VALEURS'],
  ['12 filles et 11 garçons', null, 'PLUSIEURS_VALEURS'],
  ['une classe', null, 'VALEUR_ILLISIBLE'],
  ['0', 0, 'NOMBRE_INVRAISEMBLABLE'],
])('how many in %j', (lu, valeur, doute) => expect(lireEffectif(lu)).toEqual({ valeur, ...(doute ? { doute } : {}) }))

test.each<[Rubrique, string, string | null, string?]>([
  ['siret', '74039848200019', '74039848200019'],
  ['siret', '740 398 482 00019 (SIRET 74039848200019)', '74039848200019'],
  ['siret', '74039848200019 ou 35600000009075', '74039848200019', 'PLUSIEURS_VALEURS'],
  ['genre', 'association loi 1901', 'association loi 1901'],
  ['genre', 'école de musique', 'école de musique'],
  ['genre', 'association / commune / collège', 'association / commune / collège', 'PLUSIEURS_VALEURS'],
])('the %s in %j', (rubrique, lu, valeur, doute) =>
  expect(interpreter(rubrique, lu)[rubrique as 'siret' | 'genre']).toEqual({ valeur, ...(doute ? { doute } : {}) }),
)

test('a destination is a town and a country, a commune a name and a code', () => {
  expect(lireLieu('Herne (Allemagne)')).toEqual({ pays: 'Allemagne', ville: 'Herne' })
  expect(lireLieu('Irlande – Cork')).toEqual({ pays: 'Irlande', ville: 'Cork' })
  expect(lireLieu('Trois-Rivières, Québec')).toEqual({ pays: 'Québec', ville: 'Trois-Rivières' })
  expect(lireLieu('Iași en Roumanie')).toEqual({ pays: 'Roumanie', ville: 'Iași' })
  expect(lireLieu('Herne')).toEqual({ pays: null, ville: 'Herne' })
  expect(lireCommune('CUCQ (62780)')).toEqual({ commune: 'CUCQ', codePostal: '62780' })
  expect(lireCommune('62018 ARRAS Cedex 9')).toEqual({ commune: 'ARRAS', codePostal: '62018' })
})

describe('reading', () => {
  test('an answer that looks like a label is an answer', () => {
    const { champs } = extraireFiche(
      tableau(['Nature de la structure', 'Commune'], ['Thème', 'Mobilité de jeunes'], ['Commune', 'Arras']),
    )
    expect(champs).toMatchObject({
      genre: { valeur: 'Commune' },
      theme: { valeur: 'Mobilité de jeunes' },
      commune: { valeur: 'Arras' },
    })
  })

  test('an empty form gives nothing, not its own labels', () => {
    const { champs } = extraireFiche(
      texte(
        'Nom de la structure :',
        'SIRET :',
        'Adresse :',
        'Titre du projet : ……………',
        'Pays : ',
        'Coût total : ____ €',
      ),
    )
    expect(Object.values(champs).filter(({ valeur }) => valeur !== null)).toEqual([])
  })

  test('what a form calls « Présentation » is the description, and a text left empty is to be asked for', () => {
    const { champs } = extraireFiche(texte('Titre : Échange', 'Présentation : des ateliers communs'))
    expect(champs.description?.valeur).toBe('des ateliers communs')
    const vide = extraireFiche(texte('Titre : Échange', 'Partenaire : ……', 'Pays : Pologne', 'Description du projet :'))
    expect(vide.champs.description).toMatchObject({ valeur: null, doute: 'NON_REMPLI' })
    expect(vide.aRelire).toEqual(expect.arrayContaining(['partenaire', 'description']))
    expect(extraireFiche(texte('Titre : Échange')).aRelire).not.toContain('description')
  })

  test('two values that disagree leave the first, in doubt', () => {
    const { champs, aRelire } = extraireFiche(
      texte('Pays : Irlande', 'Nombre de jeunes : 12', 'Pays de destination : Espagne', 'Effectif : 12'),
    )
    expect(champs.pays).toMatchObject({ valeur: 'Irlande', confiance: 'DOUTEUX', doute: 'PLUSIEURS_VALEURS' })
    expect(aRelire).toContain('pays')
    expect(aRelire).not.toContain('nbJeunes')
  })

  test('a SIRET without its label is kept in doubt, a SIREN alone is not completed', () => {
    expect(extraireFiche(texte('Réf. 740 398 482 00019')).champs.siret).toMatchObject({
      valeur: '74039848200019',
      doute: 'LIBELLE_AMBIGU',
    })
    expect(extraireFiche(texte('SIRET : 740 398 482')).champs.siret).toMatchObject({
      valeur: null,
      doute: 'SIREN_SEUL',
    })
  })

  test('what is not said is to be read again', () => {
    expect(ficheVide().aRelire).toEqual(extraireFiche([]).aRelire)
    expect(estUneFiche(extraireFiche(texte('SIRET : 740 398 482 00019', 'Téléphone : 03 53 01 92 53')))).toBe(false)
  })

  test('accents lost by a form come back from the message, and only they', () => {
    const fiche = extraireFiche(texte('Titre : Jumelage a Herne', 'Structure : COMITE DE LENS'))
    const { champs } = avecAccentsDuMessage(fiche, 'notre « Jumelage à Herne »\nComité de Lens')
    expect(champs.titre).toMatchObject({ valeur: 'Jumelage à Herne', texteLu: 'Jumelage a Herne' })
    expect(champs.structure?.valeur).toBe('COMITE DE LENS')
  })
})

describe('whatever the words', () => {
  const mot = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'SIRET',
      'Titre :',
      'Pays | Ville',
      'Dates : du 99/99/9999',
      'Nom',
      'Coût total : 1e9 €',
      '☒',
      '\t',
      ' : ',
      '(',
      '[',
    ),
  )
  const cellule = fc.array(mot, { maxLength: 4 }).map((mots) => mots.join(' '))
  const ligne = fc.record({
    cellules: fc.array(cellule, { maxLength: 5 }),
    source: fc.constant(source),
    tableau: fc.option(fc.nat(3), { nil: undefined }),
  })

  test('a fiche comes out, and every field without value or in doubt is to be read again', () => {
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 30 }), (lignes) => {
        const { champs, aRelire } = extraireFiche(lignes)
        for (const champ of CHAMPS) {
          const lu = champs[champ]
          if (lu && (lu.valeur === null || lu.confiance === 'DOUTEUX')) expect(aRelire).toContain(champ)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('giving accents back changes nothing but accents', () => {
    const sansAccents = (lu: string) => lu.replace(/é/g, 'e').replace(/\s+/g, ' ')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (valeur) => {
        expect(sansAccents(rendreAccents(valeur, `a ${valeur.replace(/e/g, 'é')} b`))).toBe(sansAccents(valeur))
      }),
    )
  })

  test.each([' ', ':', 'a:', '.', '(', 'Titre : a ', '3 au ', '12 ', '- '])(
    '%j repeated ten thousand times is read at once',
    (motif) => {
      const debut = performance.now()
      extraireFiche(texte(...Array.from({ length: 20 }, () => `Titre ${motif.repeat(10_000)} x`)))
      expect(performance.now() - debut).toBeLessThan(10_000)
    },
  )
})
