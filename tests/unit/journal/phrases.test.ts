import { describe, expect, test } from 'vitest'
import { SILENCES } from '#domain/courriel/automate'
import { MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { phraseInterdit } from '#libelles/acces'
import * as acces from '#libelles/acces'
import * as campagne from '#libelles/campagne/campagne'
import * as courriel from '#libelles/courriel/courriel'
import { motifRetenu } from '#libelles/courriel/courriel'
import * as dossier from '#libelles/dossier/dossier'
import * as journal from '#libelles/journal/journal'
import { phraseEntree } from '#libelles/journal/journal-fiche'
import * as piece from '#libelles/piece/piece'
import * as preProjet from '#libelles/pre-projet/pre-projet'
import * as rapport from '#libelles/rapport'
import type { Completude } from '#domain/piece/completude'

const completude = (manquantes: number, nonConformes: number, aControler: number): Completude => ({
  manquantes: Array.from({ length: manquantes }, () => 'RIB'),
  nonConformes: Array.from({ length: nonConformes }, () => 'RIB'),
  aControler: Array.from({ length: aControler }, () => 'RIB'),
  satisfaites: [],
  complet: manquantes + nonConformes + aControler === 0,
})

describe('pourquoi', () => {
  test.each([
    [3, 0, 2, '3\u00a0pièces manquent, 2 restent à contrôler.'],
    [1, 0, 0, '1\u00a0pièce manque.'],
    [0, 1, 0, '1\u00a0pièce n’est pas conforme.'],
    [0, 0, 1, '1\u00a0pièce reste à contrôler.'],
    [1, 2, 1, '1\u00a0pièce manque, 2 ne sont pas conformes, 1 reste à contrôler.'],
    [0, 0, 0, 'Toutes les pièces demandées sont conformes.'],
  ])('%s missing, %s refused, %s to look at: %s', (manquantes, nonConformes, aControler, phrase) => {
    expect(piece.pourquoi(completude(manquantes, nonConformes, aControler))).toBe(phrase)
  })
})

test('a bound of the campagne is said in the refusal', () => {
  expect(dossier.libelleRefusDeverrouillage('ECHEANCE_TROP_LOINTAINE', '15')).toBe(
    'L’échéance ne peut pas dépasser 15\u00a0jours.',
  )
})

test('a missing right is said with what it would allow', () => {
  expect(phraseInterdit('dossier.decider')).toContain('ne permet pas de prendre une décision')
  expect(phraseInterdit('courriel.ecrire')).toContain('ne permet pas d’écrire à une structure')
})

/** Every string a module of labels can show, however deep. */
const textesDe = (valeur: unknown): string[] => {
  if (typeof valeur === 'string') return [valeur]
  return typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap(textesDe) : []
}

test.each(Object.entries({ acces, campagne, courriel, dossier, journal, piece, preProjet, rapport }))(
  'the words of %s follow French typography',
  (_, module) => {
    const textes = textesDe(module)
    expect(textes.length).toBeGreaterThan(0)
    expect(textes.filter((texte) => / [:;!?%€»]|« |['"]/.test(texte))).toEqual([])
  },
)

test.each([...SILENCES, ...MOTIFS_RETENUE])('the journal of a fiche says why no receipt left: %s', (silence) => {
  const { precisions } = phraseEntree({ acte: 'retenirAccuse', detail: { destinataire: 'a@exemple.test', silence } })
  expect(precisions).toEqual([motifRetenu(silence)])
  expect(precisions[0]?.length).toBeGreaterThan(10)
})
