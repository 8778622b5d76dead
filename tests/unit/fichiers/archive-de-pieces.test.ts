import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { archiverPieces, cheminDArchive, type FichierAArchiver } from '#fichiers/archive/archive-de-pieces'

test.each([
  [['2025-01012 - Amis', '01 - RIB - rib.pdf'], '2025-01012 - Amis/01 - RIB - rib.pdf'],
  [['../../etc', 'passwd'], '-..-etc/passwd'],
  [['C:\\Windows', '/absolu.pdf'], 'C-Windows/-absolu.pdf'],
  [['..', '.'], 'sans nom/sans nom'],
])('%j is written %s', (segments, chemin) => {
  expect(cheminDArchive(segments, new Set())).toBe(chemin)
  expect(chemin.split('/')).not.toContain('..')
})

test('no two files of an archive have one name, capitals or not', () => {
  const pris = new Set<string>()
  const noms = ['RIB.pdf', 'rib.pdf', 'Rib.PDF'].map((nom) => cheminDArchive(['a', nom], pris))
  expect(noms).toEqual(['a/RIB.pdf', 'a/rib (2).pdf', 'a/Rib (3).PDF'])
})

test('a file that cannot be had is named in a last one, and the archive goes on', async () => {
  async function* fichiers(): AsyncGenerator<FichierAArchiver> {
    for (const [nom, contenu] of [
      ['a.txt', 'premier'],
      ['b.txt', null],
      ['c.txt', 'dernier'],
    ] as const)
      yield await Promise.resolve({
        segments: ['d', nom],
        ouvrir: () => Promise.resolve(contenu === null ? null : Readable.from([contenu])),
      })
  }
  const octets = (await buffer(archiverPieces(fichiers(), (absents) => `absents: ${absents.join()}`))).toString(
    'latin1',
  )
  for (const dit of ['d/a.txt', 'premier', 'd/c.txt', 'dernier', 'absents: d/b.txt']) expect(octets).toContain(dit)
})
