import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChampDuService, REPONDANTS, TYPES_DE_CHAMP } from '#domain/champ-du-service/champ'
import { direValeur, lireSaisie } from '#domain/champ-du-service/valeur'
import { formulaireModifie, reponsesDeposees } from '#domain/demande-en-ligne/depot'
import { champsDEtape, etapeDe, lireReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { aReprendre, refuseesDe } from '#domain/demande-en-ligne/reponses'
import { questionsAttendues } from '#domain/demande-en-ligne/saisie'
import {
  estRepondue,
  questionPosee,
  questionsPosees,
  reponsePoseeDite,
  reponsesPoseesEcrites,
  valeursDuFormulaire,
} from '#domain/demande-en-ligne/questions-de-campagne'
import { enteteDe } from '#domain/portail/entetes'
import { sectionDuChamp } from '#domain/portail/modification'
import { phraseDeRefus, questionDe, reponsesDites } from '#libelles/demande-en-ligne/demande-en-ligne'
import { PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'

const CHOIX = ['Sport', 'Culture']
const champ = (id: string, change: Partial<ChampDuService>): ChampDuService => ({
  ...{ id, libelle: `Question ${id}`, type: 'TEXTE', choix: [], repond: 'STRUCTURE', aide: '', archive: false },
  ...change,
})
const CHAMPS = [
  champ('jeunes', { libelle: 'Jeunes du département', type: 'NOMBRE', repond: 'STRUCTURE_OBLIGATOIRE' }),
  champ('theme', { libelle: 'Thème', type: 'LISTE', choix: CHOIX }),
  champ('visite', { type: 'DATE' }),
  champ('cout', { type: 'MONTANT' }),
  champ('premiere', { type: 'OUI_NON' }),
  champ('note', { repond: 'SERVICE' }),
  champ('ancienne', { archive: true }),
]
const posees = questionsPosees(CHAMPS)
const [JEUNES, THEME] = [questionPosee('jeunes'), questionPosee('theme')]
const BONNES = {
  ...{ [JEUNES]: ' 12 ', [THEME]: 'culture', 'questions.visite': '5/7/2027' },
  ...{ 'questions.cout': '1 250,5', 'questions.premiere': 'oui' },
}

describe('the questions that a campagne asks of its own', () => {
  test('those of the service and those put away are asked of nobody; the others stand after those of the project', () => {
    expect(posees.map(({ champId, obligatoire }) => [champId, obligatoire])).toEqual([
      ['jeunes', true],
      ['theme', false],
      ['visite', false],
      ['cout', false],
      ['premiere', false],
    ])
    expect(champsDEtape('PROJET', posees).slice(-5)).toEqual(posees.map((une) => une.champ))
    expect(champsDEtape('STRUCTURE', posees)).not.toContain(JEUNES)
    expect(etapeDe(JEUNES)).toBe('PROJET')
  })

  test.each([
    [JEUNES, 'douze', 'PAS_UN_NOMBRE'],
    [THEME, 'Sciences', 'PAS_UN_CHOIX'],
    ['questions.visite', '32/07/2027', 'PAS_UN_JOUR'],
    ['questions.cout', 'beaucoup', 'PAS_UN_MONTANT'],
    ['questions.premiere', 'peut-être', 'PAS_UN_CHOIX'],
  ] as const)('%s does not take « %s »', (nom, typee, refus) => {
    const reponses = { ...PROJET, ...BONNES, [nom]: typee }
    const refusees = refuseesDe('PROJET', { reponses, posees })
    expect(refusees).toEqual([{ champ: nom, refus }])
    expect(phraseDeRefus({ champ: nom, refus })).toMatch(/\.$/)
  })

  test('one that must be answered is missed, in its words; the others are not, nor any once it is asked no more', () => {
    const reponses = { ...PROJET }
    expect(aReprendre('PROJET', { reponses, posees })).toEqual([{ champ: JEUNES, refus: 'SANS_REPONSE' }])
    expect(questionDe(JEUNES, posees)).toBe('Jeunes du département')
    expect(aReprendre('PROJET', { reponses: { ...reponses, [JEUNES]: '12' }, posees })).toEqual([])
    expect(aReprendre('PROJET', { reponses, posees: [] })).toEqual([])
    expect(reponsesDites('PROJET', { reponses: { [THEME]: 'Sport' }, posees })).toEqual([['Thème', 'Sport']])
  })

  test('once it is deposited, one that is not opened again stops nobody', () => {
    const parties = { champs: [], pieces: [] }
    expect(questionsAttendues(posees, null)).toEqual(posees)
    expect(questionsAttendues(posees, { ...parties, sections: ['BUDGET'] })).toEqual([])
    expect(questionsAttendues(posees, { ...parties, sections: ['PROJET'] })).toEqual(posees)
  })

  test('a deposited form bears them under their words, and its dossier under their fields beside what the service noted', () => {
    const donnees = reponsesPoseesEcrites(posees, BONNES)
    expect(Object.keys(donnees).map(enteteDe)).toEqual(posees.map(({ libelle }) => libelle))
    expect(Object.keys(donnees).map(sectionDuChamp)).toEqual(posees.map(() => 'PROJET'))
    expect(donnees['?Jeunes du département']).toBe('12')
    expect(donnees['?Thème']).toBe('Culture')
    const tenues = { note: 'vu', theme: 'Sport' }
    expect(valeursDuFormulaire(posees, { donnees, tenues })).toEqual({
      ...{ note: 'vu', jeunes: '12', theme: 'Culture', visite: '2027-07-05', cout: '125050', premiere: 'OUI' },
    })
    expect(valeursDuFormulaire(posees, { donnees: { '?Thème': '' }, tenues })).toEqual({ note: 'vu' })
    // Never answered, or with a choice that the list has lost since: what was held stays.
    expect(valeursDuFormulaire(posees, { donnees: {}, tenues })).toEqual(tenues)
    expect(valeursDuFormulaire(posees, { donnees: { '?Thème': 'Sciences' }, tenues })).toEqual(tenues)
    expect(['Thème', 'Question note'].map((libelle) => estRepondue(donnees, libelle))).toEqual([true, false])
  })

  test('what changes of them changes the form; emptied, it is said to be; what will not do leaves what was deposited', () => {
    const depose = { objet: 'Fresque', ...reponsesPoseesEcrites(posees, BONNES) }
    const modifie = (change: object) =>
      formulaireModifie(depose, { reponses: { ...STRUCTURE, ...PROJET, ...BONNES, ...change }, posees })
    expect(modifie({ [JEUNES]: '13' })).toMatchObject({ '?Jeunes du département': '13', '?Thème': 'Culture' })
    expect(modifie({ [THEME]: '' })['?Thème']).toBe('')
    expect(modifie({ [JEUNES]: '' })['?Jeunes du département']).toBe('12')
    expect(modifie({ [THEME]: 'Sciences' })['?Thème']).toBe('Culture')
    expect(modifie({ villePartenaire: '' })).not.toHaveProperty('villePartenaire')
    expect(
      formulaireModifie({ ...depose, villePartenaire: 'Herne' }, { reponses: { ...STRUCTURE, ...PROJET }, posees }),
    ).toMatchObject({ villePartenaire: '' })
  })

  const valeur = fc.oneof(
    ...[
      fc.string(),
      fc.constantFrom('oui', 'Non', 'Sport', '12,5', '5/7/2027', '1 250,50 €'),
      fc.integer().map(String),
    ],
    fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(String),
  )

  test('what is read is said so that it reads the same again, whatever the kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES_DE_CHAMP), valeur, (type, saisie) => {
        const lue = lireSaisie({ type, choix: CHOIX }, saisie)
        if (lue.ok) expect(lireSaisie({ type, choix: CHOIX }, direValeur(type, lue.value))).toEqual(lue)
      }),
      { numRuns: 2000 },
    )
  })

  test('opened again, a form gives back the answers that made it', () => {
    const reponse = fc.record(Object.fromEntries(posees.map((une) => [une.champ, valeur])))
    fc.assert(
      fc.property(reponse, (typees) => {
        const reponses = lireReponsesEnLigne(typees)
        const depose = reponsesPoseesEcrites(posees, reponses)
        const rendues = reponsesDeposees('PROJET', depose, { reponses: {}, posees })
        for (const une of posees) {
          expect(reponsePoseeDite(une, rendues)).toBe(reponsePoseeDite(une, reponses))
          expect(rendues[une.champ]).toBe(reponsePoseeDite(une, reponses) ?? '')
        }
        expect(reponsesPoseesEcrites(posees, rendues)).toEqual(depose)
      }),
    )
  })

  test('who answers a field is one of three', () => {
    expect(REPONDANTS.filter((repond) => questionsPosees([champ('q', { repond })]).length > 0)).toEqual([
      'STRUCTURE',
      'STRUCTURE_OBLIGATOIRE',
    ])
  })
})
