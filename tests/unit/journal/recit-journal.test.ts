import { expect, test } from 'vitest'
import { ACTES_JOURNAL } from '#domain/journal/entree'
import { raconter } from '#libelles/journal/recit-journal'

test('a control tells the pièce, its file, why, and what changed', () => {
  const detail = {
    piece: 'RIB',
    fichier: '09 - RIB.pdf',
    avant: 'A_CONTROLER',
    apres: 'NON_CONFORME',
    motif: 'PERIMEE',
    precision: 'janvier',
  }
  expect(raconter({ acte: 'controlerPiece', detail })).toEqual({
    phrase: 'Pièce contrôlée',
    precisions: ['RIB', '09 - RIB.pdf', 'Périmée (plus de 3 mois)', 'janvier'],
    changements: [{ champ: 'Contrôle', avant: 'À contrôler', apres: 'Non conforme' }],
  })
})

test('a decision tells its amount, its mail and the state it leads to', () => {
  const detail = {
    avant: 'EN_INSTRUCTION',
    apres: 'ACCORDE',
    montantCents: '450000',
    motif: null,
    precision: '',
    courrielA: 'a@exemple.test',
  }
  expect(raconter({ acte: 'accorder', detail })).toMatchObject({
    phrase: 'Subvention accordée',
    precisions: ['Montant\u00a0: 4\u202f500,00\u00a0€', 'Courriel à a@exemple.test'],
    changements: [{ champ: 'État', avant: 'En instruction', apres: 'Accordé' }],
  })
})

test('an import tells each field from what to what; an empty one is said', () => {
  const detail = { differences: [{ champ: 'montantDemande', avant: '', apres: '10 000,00' }] }
  const { changements } = raconter({ acte: 'mettreAJour', detail })
  expect(changements).toEqual([{ champ: 'Montant demandé', avant: 'rien', apres: '10 000,00' }])
})

test('a reopening tells its sections, why and its last day in Paris', () => {
  const detail = { sections: ['BUDGET'], motif: 'Total faux', echeance: '2025-05-18T21:59:59.999Z', courrielA: null }
  expect(raconter({ acte: 'deverrouiller', detail }).precisions).toEqual([
    'Budget',
    'Total faux',
    'jusqu’au 18/05/2025 inclus',
  ])
})

test('every kind is told whatever its detail holds, and an unknown kind as one, without its code', () => {
  for (const acte of ACTES_JOURNAL) {
    for (const detail of [
      null,
      {},
      [],
      'x',
      { avant: 1, apres: {}, differences: [null, 3, {}], sections: 'B', echeance: 'demain', montantCents: 'x' },
    ]) {
      const recit = raconter({ acte, detail })
      expect(recit.phrase).not.toBe(acte)
      expect(JSON.stringify(recit)).not.toMatch(/undefined|NaN|\[object/)
    }
  }
  expect(raconter({ acte: 'inventerUnActe', detail: {} })).toEqual({
    phrase: 'Acte que cette version du logiciel ne connaît pas',
    precisions: [],
    changements: [],
  })
})
