import { expect, test } from 'vitest'
import { libelleMotif } from '#libelles/dossier/dossier'
import { nomDeMotif, nomDePiece } from '#libelles/piece/piece'

test('a code written by another version of the software is said, never shown', () => {
  expect(nomDePiece('FACTURE')).toBe('Pièce que cette version du logiciel ne connaît pas')
  for (const dire of [nomDeMotif, libelleMotif])
    expect(dire('TROP_LAIDE')).toBe('Motif que cette version du logiciel ne connaît pas')
})
