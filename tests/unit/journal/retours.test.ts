import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTES_JOURNAL } from '#domain/journal/entree'
import { LIBELLE_ACTE_JOURNAL } from '#libelles/journal/journal'
import { phraseRetour } from '#libelles/journal/retours'

test('docs/retours.md says of every act what the pages say of it, and of no other', () => {
  const lignes = readFileSync('docs/retours.md', 'utf8')
    .split('\n')
    .filter((ligne) => ligne.startsWith('| ') && !ligne.startsWith('| acte'))
  const dites = ACTES_JOURNAL.map((acte) => {
    const [sens = '', ...reste] = phraseRetour(acte).split('\u00a0: ')
    return `| ${LIBELLE_ACTE_JOURNAL[acte]} | ${sens} | ${reste.join('\u00a0: ')} |`.replaceAll('\u00a0', '&nbsp;')
  })
  expect(lignes).toEqual(dites)
})
