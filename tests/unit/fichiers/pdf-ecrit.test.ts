import { getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { ecrirePdf } from '#fichiers/pdf/pdf-ecrit'

const LONG = 'mot '.repeat(2_000)
let pdf: Awaited<ReturnType<typeof getDocumentProxy>>

beforeAll(async () => {
  const octets = await ecrirePdf({
    titre: '2025-01012 · Échange à Łódź',
    sousTitre: 'Comité de Wrocław',
    pied: 'MCEI, dossier 2025-01012',
    parties: [
      { titre: 'En bref', blocs: [{ nature: 'FAITS', faits: [['État', 'À contrôler']] }] },
      { titre: 'À faire', blocs: [{ nature: 'LISTE', lignes: ['Il manque\u00a0: RIB', LONG] }] },
      {
        titre: 'Journal',
        blocs: [
          {
            nature: 'TABLEAU',
            colonnes: [
              { titre: 'Date', part: 0.3 },
              { titre: 'Acte', part: 0.7 },
            ],
            rangees: [...Array.from({ length: 90 }, (_, i) => [`jour ${i}`, `acte ${i}`]), ['fin', LONG]],
          },
        ],
      },
    ],
  })
  pdf = await getDocumentProxy(new Uint8Array(octets))
})

const motsDe = async (page: number) => {
  const { items } = await (await pdf.getPage(page)).getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join(' ')
}

type Noeud = { role?: string; children?: Noeud[] }
const roles = ({ role, children = [] }: Noeud): string[] => [...(role ? [role] : []), ...children.flatMap(roles)]

test('it says its title and its language, and is tagged so that it can be read aloud', async () => {
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: '2025-01012 · Échange à Łódź', Language: 'fr-FR' })
  expect((await pdf.getMarkInfo())?.Marked).toBe(true)
  const arbre = (await (await pdf.getPage(1)).getStructTree()) as Noeud
  expect(new Set(roles(arbre))).toEqual(new Set(['Root', 'Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']))
})

test('every letter is drawn, and nothing is lost from page to page', async () => {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => motsDe(i + 1)))
  expect(pages[0]).toContain('Échange à Łódź')
  for (const [i, page] of pages.entries()) expect(page).toContain(`page ${i + 1} sur ${pdf.numPages}`)
  const tout = pages.join(' ')
  for (let i = 0; i < 90; i += 1) expect(tout).toContain(`acte ${i}`)
  expect(tout.split('mot').length).toBeGreaterThan(2_000)
  expect(tout).toContain('…')
})

test('a document is no longer than its words', () => {
  expect(pdf.numPages).toBeLessThan(12)
})
