import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAMPS, CHAMPS_ESSENTIELS, type Champ } from '#domain/pre-projet/fiche'
import { ficheDeReponses, lireDeposee } from '#domain/pre-projet/fiche-deposee'
import { lireReponses, QUESTIONS, type Reponses, sansReponse } from '#domain/pre-projet/formulaire'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'
import { addDays } from '#domain/temps/jour'
import { readDocument } from '#fichiers/document/document'
import { ecrireDocx } from '#fichiers/document/docx-ecrit'
import { ecrireFormulairePdf } from '#fichiers/pdf/formulaire-ecrit'
import { reponseEnMots } from '#libelles/pre-projet/formulaire'
import { ficheSurPapier } from '#reports/formulaire-papier'
import { REPONSES, siretDe } from '#support/pre-projet/reponses'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const lire = (textes: Partial<Reponses>) => lireReponses({ ...REPONSES, ...textes }, ['association', 'eple'])

describe('what is answered on line', () => {
  test('every field of a fiche is asked once', () => {
    expect(QUESTIONS.map(({ champ }) => champ).sort()).toEqual([...CHAMPS].sort())
  })

  test('right answers are kept as they are meant', () => {
    const { lues, refusees } = lire({})
    expect(refusees).toEqual([])
    expect(lues).toMatchObject({
      coutTotal: '1200000',
      montantSouhaite: '450050',
      dateDebut: '2027-04-20',
      nbJeunes: '24',
    })
  })

  test('every wrong answer is told at once, in the order of the questions', () => {
    expect(lireReponses({ ...sansReponse(), siret: '12345678901234', courriel: 'camille' }, []).refusees).toEqual([
      ...['structure', 'genre'].map((champ) => ({ champ, refus: 'SANS_REPONSE' })),
      { champ: 'siret', refus: 'SIRET_INVALIDE' },
      ...['codePostal', 'commune', 'contact'].map((champ) => ({ champ, refus: 'SANS_REPONSE' })),
      { champ: 'courriel', refus: 'COURRIEL_INVALIDE' },
      ...[
        'titre',
        'pays',
        'ville',
        'dateDebut',
        'dateFin',
        'description',
        'nbJeunes',
        'coutTotal',
        'montantSouhaite',
      ].map((champ) => ({ champ, refus: 'SANS_REPONSE' })),
    ])
  })

  test.each<[Champ, string, string]>([
    ['dateFin', '19/04/2027', 'FIN_AVANT_DEBUT'],
    ['montantSouhaite', '12 000,01', 'PLUS_QUE_LE_COUT'],
    ['genre', 'commune', 'GENRE_NON_ADMIS'],
    ['genre', 'Association', 'GENRE_NON_ADMIS'],
    ['titre', 'Une fresque\nBudget : 1 €', 'UNE_LIGNE'],
    ['structure', '   ', 'SANS_REPONSE'],
    ['description', 'a'.repeat(5_001), 'TEXTE_TROP_LONG'],
  ])('%s: %j is refused', (champ, texte, refus) => {
    expect(lire({ [champ]: texte }).refusees).toEqual([{ champ, refus }])
  })

  test('a fiche of it is sure of all but a country that is none, and asks for what is missing', () => {
    const fiche = ficheDeReponses(lire({ pays: 'Polska', siret: '' }).lues, null, reponseEnMots)
    expect(fiche.aRelire).toEqual(['siret', 'pays'])
    expect(fiche.champs.genre?.valeur).toBe('Association')
    expect(fiche.champs.coutTotal).toMatchObject({ valeur: 1_200_000n, confiance: 'CERTAIN' })
    expect(ficheDeReponses(lire({}).lues, null, reponseEnMots).aRelire).toEqual([])
  })

  test('what is kept of it is read back, and nothing else is taken for it', () => {
    const deposee = { dispositif: 'MEI', annee: 2027, reponses: lire({ siret: '' }).lues }
    expect(lireDeposee(JSON.parse(JSON.stringify(deposee)))).toEqual(deposee)
    for (const autre of [
      null,
      'MEI',
      {},
      { dispositif: 'MEI', annee: 2027 },
      { dispositif: 'X', annee: 2027, reponses: {} },
    ])
      expect(lireDeposee(autre)).toBeNull()
  })
})

const MOTS = [
  'Fresque',
  'rencontre',
  'jeunes',
  'Œuvre',
  'été',
  'voisins',
  'façade',
  'citoyenneté',
  'l’Europe',
  'chœur',
  'Noël',
]
const mots = (max: number) =>
  fc.array(fc.constantFrom(...MOTS), { minLength: 1, maxLength: max }).map((choisis) => choisis.join(' '))
const reponses: fc.Arbitrary<Reponses> = fc.record({
  structure: mots(4).map((texte) => `Association ${texte}`),
  genre: fc.constantFrom('association', 'eple'),
  siret: fc.constantFrom('1234567820001', '1962041150001', '7894561230001').map(siretDe),
  codePostal: fc.integer({ min: 62_000, max: 62_999 }).map(String),
  commune: fc.constantFrom('Arras', 'Bruay-la-Buissière', 'Calais', 'Le Touquet-Paris-Plage'),
  contact: fc.constantFrom('Camille Duriez', 'Zoé Le Gall', 'Jean-Noël d’Hondt'),
  courriel: fc.constantFrom('camille.duriez@exemple.test', 'zoe@exemple.test'),
  telephone: fc.constantFrom('03 21 00 00 00', '06.12.34.56.78'),
  titre: mots(5),
  theme: mots(2),
  pays: fc.constantFrom('Allemagne', 'Pologne', 'Royaume-Uni', 'Sénégal'),
  ville: fc.constantFrom('Herne', 'Cracovie', 'Ziguinchor'),
  partenaire: mots(3).map((texte) => `Verein ${texte}`),
  dateDebut: fc.integer({ min: 0, max: 300 }).map((n) => addDays('2027-01-05', n)),
  dateFin: fc.integer({ min: 0, max: 60 }).map((n) => addDays('2027-11-05', n)),
  nbJeunes: fc.integer({ min: 2, max: 90 }).map(String),
  age: fc.integer({ min: 11, max: 17 }).map((n) => `${n} à ${n + 5} ans`),
  description: fc.array(mots(8), { minLength: 1, maxLength: 3 }).map((lignes) => lignes.join('\n')),
  coutTotal: fc.integer({ min: 500_000, max: 9_000_000 }).map((cents) => (cents / 100).toFixed(2).replace('.', ',')),
  montantSouhaite: fc.integer({ min: 10_000, max: 499_999 }).map((cents) => (cents / 100).toFixed(2).replace('.', ',')),
  autresFinanceurs: mots(3).map((texte) => `${texte}, demandé`),
})

/** The fields that who answers words as they like: they are read as words, and compared so. */
const valeursLues = (fiche: ReturnType<typeof extraireFiche>) =>
  Object.fromEntries(CHAMPS.map((champ) => [champ, fiche.champs[champ]?.valeur?.toString() ?? null]))

async function relire(textes: Reponses, ecrire: typeof ecrireDocx, typeReel: string) {
  const { lues, refusees } = lireReponses(textes, [])
  expect(refusees).toEqual([])
  const contenu = await ecrire(
    ficheSurPapier({
      campagne: 'Mobilité 2027',
      consignes: ['À relire.'],
      genres: ['association', 'eple'],
      reponses: lues,
    }),
  )
  const document = await readDocument({ contenu, nom: 'fiche', typeReel, taille: contenu.length })
  if (!document.ok) throw new Error(document.reason)
  const attendues = Object.fromEntries(
    CHAMPS.map((champ) => [champ, champ === 'genre' ? reponseEnMots(champ, lues[champ]) : lues[champ]]),
  )
  const fiche = extraireFiche(document.value)
  expect(valeursLues(fiche)).toEqual(attendues)
  expect(fiche.nonReconnues).toEqual([])
}

describe('the form as a file', () => {
  test('filled in Word, it is read back whole', async () => {
    await fc.assert(
      fc.asyncProperty(reponses, (textes) => relire(textes, ecrireDocx, DOCX)),
      { numRuns: 40 },
    )
  })

  test('filled in a PDF reader, it is read back whole', async () => {
    await fc.assert(
      fc.asyncProperty(reponses, (textes) => relire(textes, ecrireFormulairePdf, 'application/pdf')),
      {
        numRuns: 3,
      },
    )
  }, 30_000)

  test.each([
    ['Word', ecrireDocx, DOCX],
    ['PDF', ecrireFormulairePdf, 'application/pdf'],
  ] as const)('to be filled, the %s form says nothing that an avis would rest on', async (_, ecrire, typeReel) => {
    const vide = {
      campagne: 'Mobilité 2027',
      consignes: ['Renvoyez-la à mcei@exemple.test.'],
      genres: ['eple' as const],
    }
    const contenu = await ecrire(ficheSurPapier({ ...vide, reponses: null }))
    const document = await readDocument({ contenu, nom: 'fiche', typeReel, taille: contenu.length })
    if (!document.ok) throw new Error(document.reason)
    const fiche = extraireFiche(document.value)
    expect(CHAMPS_ESSENTIELS.filter((champ) => valeursLues(fiche)[champ] !== null)).toEqual([])
    expect(fiche.nonReconnues).toEqual([])
  })
})
