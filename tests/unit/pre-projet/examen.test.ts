import type { Genre } from '#domain/structure/genre'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERES_PAR_DEFAUT } from '#domain/pre-projet/criteres-par-defaut'
import { type Examen, issueSuggeree, lireExamen, paragraphes, sansReponse } from '#domain/pre-projet/examen'
import {
  type Critere,
  criteresDe,
  grilleParDefaut,
  lireGrille,
  type Reponse,
  verifierGrille,
} from '#domain/pre-projet/grille'
import { differences, enParagraphes, etatRedaction, recomposer } from '#domain/pre-projet/lecture/recomposition'
import { remplacer, variablesInconnues } from '#domain/pre-projet/variables'

const GRILLE = grilleParDefaut('MEI')

const examen = (reponses: Record<string, Reponse | [Reponse, string]>): Pick<Examen, 'reponses'> => ({
  reponses: Object.fromEntries(
    Object.entries(reponses).map(([code, donnee]) => {
      const [reponse, precision] = typeof donnee === 'string' ? [donnee, ''] : donnee
      return [code, { reponse, precision, question: 'Question', par: 'C. D.', parId: 'a', le: '2025-05-06T09:00:00Z' }]
    }),
  ),
})
const toutOui: Record<string, Reponse> = Object.fromEntries(GRILLE.map(({ code }) => [code, 'OUI']))

describe('the grid', () => {
  test('a new campagne starts from questions that all say something, and may be asked as they are', () => {
    expect(verifierGrille(GRILLE).ok).toBe(true)
    expect(CRITERES_PAR_DEFAUT.length).toBeGreaterThanOrEqual(12)
  })

  test('is read back as it was written; rubbish is the default one', () => {
    expect(lireGrille(JSON.parse(JSON.stringify(GRILLE)), 'MEI')).toEqual(GRILLE)
    for (const json of [null, undefined, 'x', [], [1, null, { code: 'a b', question: 'x' }]])
      expect(lireGrille(json, 'MEI')).toEqual(GRILLE)
  })

  test('only an association or a fondation is asked for its contrat d’engagement républicain', () => {
    const asked = (genre: Genre | null) => criteresDe(GRILLE, genre).some(({ code }) => code === 'CER_SIGNE')
    expect([asked('association'), asked('fondation'), asked('commune'), asked(null)]).toEqual([true, true, false, true])
  })

  test('one that says nothing, twice the same, or names an unknown variable is refused with the place', () => {
    const avec = (change: Partial<Critere>) => verifierGrille([{ ...(GRILLE[0] as Critere), ...change }])
    expect(avec({ siNon: ' ' })).toEqual({ ok: false, reason: 'PARAGRAPHE_VIDE', detail: 'question 1' })
    expect(avec({ question: '' })).toMatchObject({ reason: 'QUESTION_VIDE' })
    expect(avec({ actif: false })).toMatchObject({ reason: 'AUCUN_CRITERE' })
    expect(avec({ siNon: 'x {montant} y' })).toEqual({
      ok: false,
      reason: 'VARIABLE_INCONNUE',
      detail: 'question 1, {montant}',
    })
    expect(verifierGrille([...GRILLE, ...GRILLE])).toMatchObject({ reason: 'CODE_EN_DOUBLE' })
  })

  test('a paragraph stays a sentence whatever the fiche lacks', () => {
    expect(remplacer('{structure} part {dateDebut} ({pays}).', {})).toBe(
      'Votre structure part à une date que vous n’indiquez pas (pays non indiqué).',
    )
    expect(remplacer('Avec {structure}. { structure } part.', { structure: 'le comité' })).toBe(
      'Avec le comité. Le comité part.',
    )
    expect(remplacer('{constructor} {x}', {})).toBe('{constructor} {x}')
    expect(variablesInconnues('{titre} {constructor} {x}')).toEqual(['constructor', 'x'])
    for (const { siNon, siAPreciser } of GRILLE) expect(remplacer(`${siNon} ${siAPreciser}`, {})).not.toMatch(/[{}]/)
  })
})

describe('what the answers lead to', () => {
  const issue = (reponses: Record<string, Reponse>) => issueSuggeree(GRILLE, examen(reponses))

  test('nothing while they say nothing, favourable when all are yes', () => {
    expect(issue({})).toBeNull()
    expect(issue({ TERRITOIRE: 'OUI' })).toBeNull()
    expect(issue(toutOui)).toBe('FAVORABLE')
    expect(sansReponse(GRILLE, examen(toutOui))).toEqual([])
  })

  test('the gravest « non » wins; « à préciser » asks for more work', () => {
    expect(issue({ ...toutOui, PARTENAIRE: 'A_PRECISER' })).toBe('A_RETRAVAILLER')
    expect(issue({ ...toutOui, TERRITOIRE: 'A_PRECISER' })).toBe('A_RETRAVAILLER')
    expect(issue({ ...toutOui, PARTENAIRE: 'NON', PAS_COMMENCE: 'NON' })).toBe('DEFAVORABLE')
    expect(issue({ PARTENAIRE: 'NON', PAS_COMMENCE: 'NON', TERRITOIRE: 'NON' })).toBe('HORS_CHAMP')
  })

  test('each « non » and « à préciser » adds its paragraph, in the order of the grid, with the precision after it', () => {
    const donnees = examen({
      PARTENAIRE: ['A_PRECISER', 'Son adresse aussi.'],
      UNE_DEMANDE: 'NON',
      TERRITOIRE: ['OUI', 'Bravo pour la lettre du maire.'],
      BUDGET_REALISTE: 'OUI',
    })
    const [conseil, une, partenaire, ...reste] = paragraphes(GRILLE, donnees, 'A_RETRAVAILLER', {
      structure: 'Le comité',
    })
    expect(conseil).toBe('Bravo pour la lettre du maire.')
    expect(une).toMatch(/^Nous avons déjà reçu une fiche de Le comité/)
    expect(partenaire).toMatch(/partenaire non indiqué.*Son adresse aussi\.$/)
    expect(reste).toEqual([])
  })

  test('out of the field, only what puts it there is said', () => {
    const donnees = examen({ PAYS_ELIGIBLE: 'NON', PARTENAIRE: 'NON', TERRITOIRE: 'A_PRECISER' })
    expect(paragraphes(GRILLE, donnees, 'HORS_CHAMP', { pays: 'France' })).toEqual([
      'Le projet prévu (France) n’entre pas dans cet appel, qui soutient des projets de mobilité et de coopération avec l’étranger.',
    ])
  })

  test('an examen is read back whole, and rubbish is no answer', () => {
    const ecrit = {
      ...examen({ PARTENAIRE: ['NON', 'x'] }),
      redaction: { avis: 'DEFAVORABLE', corps: 'a', propose: 'b', par: 'C', parId: 'i', le: '2025-05-06T09:00:00Z' },
      precedent: { cle: 'c', etat: 'A_TRAITER', avis: null, avisTexte: '', avisLe: null, redaction: null },
    }
    expect(lireExamen(JSON.parse(JSON.stringify(ecrit)))).toEqual(ecrit)
    const vide = { reponses: {}, redaction: null, precedent: null }
    fc.assert(fc.property(fc.jsonValue(), (json) => void lireExamen(json)))
    expect(lireExamen({ reponses: { A: { reponse: 'PEUT_ETRE' } }, redaction: { avis: 'X' } })).toEqual(vide)
  })
})

const paragraphe = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
const compose = fc.uniqueArray(paragraphe, { maxLength: 5 }).map((liste) => liste.join('\n\n'))
const ajoute = fc.constantFrom('x', 'y', 'z')

describe('an edited reply when an answer changes', () => {
  test('nobody having touched it, it follows the answers', () => {
    expect(etatRedaction(null, 'A')).toEqual({ sorte: 'COMPOSEE', corps: 'A' })
    expect(etatRedaction({ corps: 'A\n\nB', propose: 'A\n\nB' }, 'C')).toEqual({ sorte: 'COMPOSEE', corps: 'C' })
  })

  test('edited, it is kept, and what changed is shown', () => {
    const redaction = { corps: 'A\n\nmes mots', propose: 'A\n\nB' }
    expect(etatRedaction(redaction, 'A\n\nB')).toEqual({ sorte: 'MODIFIEE', corps: 'A\n\nmes mots' })
    expect(etatRedaction(redaction, 'C\n\nB')).toEqual({
      sorte: 'A_RECOMPOSER',
      corps: 'A\n\nmes mots',
      avant: 'A\n\nB',
      apres: 'C\n\nB',
    })
    expect(differences('A\n\nB', 'C\n\nB')).toEqual([
      { sorte: 'RETRAIT', texte: 'A' },
      { sorte: 'AJOUT', texte: 'C' },
      { sorte: 'GARDE', texte: 'B' },
    ])
  })

  test('recomposed, it takes what the answers add after what it follows, and loses what they no longer say', () => {
    expect(recomposer('A\n\nmes mots\n\nB', 'A\n\nB', 'A\n\nC\n\nB')).toBe('A\n\nC\n\nmes mots\n\nB')
    expect(recomposer('A modifié\n\nB', 'A\n\nB', 'B')).toBe('A modifié\n\nB')
    expect(recomposer('A\n\nB\n\nmerci', 'A\n\nB', 'B\n\nC')).toBe('B\n\nC\n\nmerci')
  })

  test('whatever changes, no word of the officer is lost, and all that the answers now add is there', () => {
    fc.assert(
      fc.property(compose, compose, fc.array(fc.tuple(ajoute, fc.nat(9))), (avant, apres, ecrits) => {
        const corps = enParagraphes(avant)
        for (const [mot, rang] of ecrits) corps.splice(Math.min(rang, corps.length), 0, mot)
        const suite = enParagraphes(recomposer(corps.join('\n\n'), avant, apres))
        const miens = (liste: string[]) => liste.filter((un) => 'xyz'.includes(un)).toSorted()
        expect(miens(suite)).toEqual(miens(corps))
        for (const un of enParagraphes(apres)) expect(suite).toContain(un)
        for (const un of enParagraphes(avant)) if (!enParagraphes(apres).includes(un)) expect(suite).not.toContain(un)
      }),
    )
  })

  test('untouched, it becomes exactly what the answers give', () => {
    fc.assert(
      fc.property(compose, compose, (avant, apres) => {
        expect(enParagraphes(recomposer(avant, avant, apres)).toSorted()).toEqual(enParagraphes(apres).toSorted())
        const rejoue = differences(avant, apres).filter(({ sorte }) => sorte !== 'RETRAIT')
        expect(rejoue.map(({ texte }) => texte)).toEqual(enParagraphes(apres))
      }),
    )
  })
})
