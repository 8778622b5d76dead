import { expect } from 'vitest'
import { lire } from './lu-a-voix-haute'
import { lireParPoppler, sansEspace } from './lu-par-poppler'

/** A second reader finds every word of a document where the first does, the same headings, and heads that say that they are of a column. */
export async function expectLueDeMemeParPoppler(octets: Uint8Array) {
  const parPoppler = await lireParPoppler(octets)
  const parPdfjs = await lire(new Uint8Array(octets))
  expect(parPoppler.tout).toBe(sansEspace(parPdfjs.tout))
  for (const role of ['H1', 'H2', 'TH', 'TD', 'LI'])
    expect(parPoppler.dits(role).map(({ mots }) => mots)).toEqual(parPdfjs.dits(role).map(sansEspace))
  for (const { attributs } of parPoppler.dits('TH')) expect(attributs).toContain('/Scope /Column')
}
