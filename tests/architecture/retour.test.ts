import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADRESSES } from '#support/adresses'
import { PAGES } from '#support/adresses/pages'
import { demandeDepuis, pageAuDessus, pageDeLaRequete, pageDeRetour } from '#web/retour'

/** An address as a browser writes it, its segments filled in. */
const exemple = (adresse: string) => adresse.replace(/:[a-z]+/gi, '2025-01012').replace('*', 'nulle-part')

describe('where one is brought back to', () => {
  test.each(ADRESSES.map((adresse) => [adresse, PAGES.includes(adresse)] as const))(
    '%s: a page that exists, %s',
    async (adresse, page) => {
      const voulu = exemple(adresse)
      expect(await pageDeRetour(voulu, '/secours')).toBe(page ? voulu : '/secours')
      expect(await pageDeRetour(`${voulu}?vue=tous&q=a%20b`, '/secours')).toBe(
        page ? `${voulu}?vue=tous&q=a%20b` : '/secours',
      )
      if (adresse !== '/') expect(await pageDeRetour(`${voulu}.data`, '/secours')).toBe(page ? voulu : '/secours')
    },
  )

  test('what is shown is what the module of the route shows', async () => {
    const modules = import.meta.glob<Record<string, unknown>>('/app/routes/bureau/*.{ts,tsx}')
    const montrent = await Promise.all(
      Object.entries(modules).map(async ([file, load]) => [file, 'default' in (await load())] as const),
    )
    const { routes } = await import('#support/server-build')
    for (const [file, montre] of montrent)
      expect([file, routes[file.replace('/app/', '').replace(/\.tsx?$/, '')]?.module.default !== undefined]).toEqual([
        file,
        montre,
      ])
  })

  test.each([
    '//evil.exemple',
    '/\\evil.exemple',
    '\\\\evil.exemple',
    '/.//evil.exemple',
    '/.//',
    '/.//dossiers',
    '/importer/..//dossiers',
    '/dossiers/..//evil.exemple',
    'https://evil.exemple/dossiers',
    'javascript:alert(1)',
    'dossiers',
    ' /dossiers',
    '/dossiers\n',
    '/dossiers\t/x',
    '/doss\u0000iers',
    '/dossiers/%E0%A4%A',
    '/%2F/evil.exemple',
    '/dossiers/\u202e',
    `/dossiers?q=${'a'.repeat(3_000)}`,
    '',
  ])('%j is not gone back to', async (voulu) => {
    expect(await pageDeRetour(voulu, '/secours')).toBe('/secours')
  })

  test('the front page of a data request is the dashboard', async () => {
    expect(await pageDeRetour('/_root.data', '/secours')).toBe('/')
  })

  test('whatever is asked, the answer is the fallback or a page of this site', async () => {
    const morceau = fc.oneof(
      fc.constantFrom('/', '//', '\\', '..', '.', '%2f', '%5c', '@', ':', '?', '#', '.data', 'https:', '\t', '\r\n'),
      fc.constantFrom('dossiers', 'evil.exemple', '2025-01012', 'pieces', 'connexion', 'importer'),
      fc.string({ maxLength: 6 }),
    )
    const hostile = fc.array(morceau, { maxLength: 9 }).map((morceaux) => morceaux.join(''))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          hostile,
          hostile.map((fin) => `/${fin}`),
          fc.webUrl(),
        ),
        async (voulu) => {
          const retour = await pageDeRetour(voulu, '/secours')
          if (retour === '/secours') return
          const { origin, pathname, search } = new URL(retour, 'https://mcei.exemple.test')
          expect(origin).toBe('https://mcei.exemple.test')
          expect(retour).toBe(pathname + search)
          expect(retour).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
          const feuille = PAGES.map((page) => new RegExp(`^${page.replace(/:[a-z]+/gi, '[^/]+')}/*$`, 'i'))
          expect(feuille.some((page) => page.test(pathname))).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

const ICI = 'http://mcei.exemple.test'
const demande = (adresse: string, init: RequestInit & { depuis?: string } = {}) =>
  new Request(ICI + adresse, { ...init, headers: init.depuis ? { Referer: init.depuis } : {} })

describe('the page a request stood on', () => {
  test.each([
    ['a page asked', demande('/dossiers/2025-01012/pieces?piece=1'), '/dossiers/2025-01012/pieces?piece=1'],
    ['a page asked from another', demande('/courriels', { depuis: `${ICI}/dossiers` }), '/courriels'],
    ['a file in a page', demande('/rapports/1/fichier', { depuis: `${ICI}/rapports?page=2` }), '/rapports?page=2'],
    ['a file by its address alone', demande('/rapports/1/fichier'), '/'],
    [
      'an act from its page',
      demande('/messages', { method: 'POST', depuis: `${ICI}/dossiers/2025-01012/echanges` }),
      '/dossiers/2025-01012/echanges',
    ],
    [
      'an act on the page it shows',
      demande('/dossiers/2025-01012/decision', {
        method: 'POST',
        depuis: `${ICI}/dossiers/2025-01012/decision?acte=accorder`,
      }),
      '/dossiers/2025-01012/decision?acte=accorder',
    ],
    [
      'an act whose browser says nothing',
      demande('/dossiers/2025-01012/decision', { method: 'POST' }),
      '/dossiers/2025-01012/decision',
    ],
    ['an act alone', demande('/messages', { method: 'POST' }), '/'],
    [
      'an act from another site',
      demande('/messages', { method: 'POST', depuis: 'https://evil.exemple/dossiers' }),
      '/',
    ],
  ])('%s', async (_cas, request, page) => {
    expect(await pageDeLaRequete(request)).toBe(page)
  })

  test.each([
    ['/courriels/1/depart', '/courriels/1'],
    ['/dossiers/2025-01012/complements/suite', '/dossiers/2025-01012/complements'],
    ['/dossiers/2025-01012/souhaits', '/dossiers/2025-01012'],
    ['/pre-projets/1/courriels/2/nature', '/pre-projets/1'],
    ['/pre-projets/1/instruction/examen', '/pre-projets/1/instruction'],
    ['/messages', '/'],
  ])('%s, which only acts, belongs to %s', async (acte, page) => {
    expect(await pageAuDessus(demande(acte))).toBe(page)
  })

  test('another site is nowhere to come from', () => {
    expect(demandeDepuis(demande('/messages', { depuis: 'https://evil.exemple/dossiers' }))).toBeNull()
    expect(demandeDepuis(demande('/messages', { depuis: `${ICI}/dossiers?q=a` }))).toBe('/dossiers?q=a')
  })
})
