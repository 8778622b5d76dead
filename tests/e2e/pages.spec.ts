import { expect, test, type Page } from '@playwright/test'
import { photo, plaintes, sansDefaut, seConnecter } from './poste'

const PAGES = [
  '/',
  '/pre-projets',
  '/pre-projets/nouvelle',
  '/dossiers',
  '/dossiers?q=rienneressemble',
  '/dossiers/2025-02029',
  '/dossiers/2025-02029/notes',
  '/dossiers/2025-02029/pieces',
  '/dossiers/2025-02029/budget',
  '/dossiers/2025-02029/echanges',
  '/dossiers/2025-02029/complements',
  '/dossiers/2025-02029/delais',
  '/dossiers/2025-02029/fil-rouge',
  '/dossiers/2025-02029/deverrouillage',
  '/dossiers/2025-02029/decision',
  '/dossiers/2025-02029/journal',
  '/courriels',
  '/courriels?sens=recus',
  '/courriels/echecs',
  '/compte',
  '/administration/campagnes',
  '/administration/campagnes/MEI-2025',
  '/administration/campagnes/MEI-2025/pieces',
  '/administration/campagnes/MEI-2025/grille',
  '/administration/campagnes/MEI-2025/dossiers',
  '/administration/comptes',
  '/administration/files',
  '/rapports',
  '/importer',
]

const nomDe = (page: string) => page.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'accueil'

for (const { width, theme } of [
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const) {
  test(`every page is readable at ${width} px, ${theme}: axe finds nothing, nothing overflows`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme, locale: 'fr-FR' })
    const dites = plaintes(page)
    await seConnecter(page, 'admin')
    for (const adresse of PAGES) {
      await page.goto(adresse)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await test.step(adresse, () => sansDefaut(page))
      await photo(page, `${nomDe(adresse)}-${width}`)
    }
    expect(dites).toEqual([])
  })
}

test('an address that leads nowhere says so inside the frame', async ({ page }) => {
  await seConnecter(page, 'agent')
  for (const adresse of ['/nulle-part', '/dossiers/2099-99999', '/dossiers/..%2f..%2fetc', '/pre-projets/pas-un-id']) {
    const answer = await page.goto(adresse)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  }
  await sansDefaut(page)
})

test('a page asked again is the same under the nonce of its own request, and another officer is given his own', async ({
  page,
  browser,
}) => {
  const demander = async (qui: Page) => {
    const reponse = await qui.request.get('/dossiers')
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(reponse.headers()['content-security-policy'] ?? '') ?? []
    const texte = await reponse.text()
    expect(nonce).not.toBe('')
    expect(texte).toContain(`nonce="${nonce}"`)
    return { nonce, sansNonce: texte.replaceAll(nonce, ''), texte }
  }
  await seConnecter(page, 'agent')
  const premiere = await demander(page)
  const seconde = await demander(page)
  expect(seconde.nonce).not.toBe(premiere.nonce)
  expect(seconde.sansNonce).toBe(premiere.sansNonce)

  const autre = await (await browser.newContext()).newPage()
  await seConnecter(autre, 'lecteur')
  expect((await demander(autre)).texte).toContain('lecteur@mcei.test')
  expect(premiere.texte).not.toContain('lecteur@mcei.test')
})
