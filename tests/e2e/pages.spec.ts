import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { PAGES } from '../support/adresses/pages'
import { premierLien } from './livraison/envoi'
import { arriver, photo, plaintes, sansDefaut } from './poste'
import { MEI, numeroDemo } from './livraison/demonstration'

/** What stands in the segments of an address: a dossier and a campagne of the demonstration, or the first one that a list leads to. */
const EXEMPLES: Record<string, string> = { numero: numeroDemo(29), code: MEI, modele: 'relance' }
const PREMIERS: Record<string, [liste: string, vers: RegExp]> = {
  '/administration/comptes/:id': ['/administration/comptes', /^\/administration\/comptes\/[\da-f-]{36}$/],
  '/commissions/:id': ['/commissions', /^\/commissions\/[\da-f-]{36}$/],
  '/commissions/:id/repetition': ['/commissions', /^\/commissions\/[\da-f-]{36}$/],
  '/commissions/:id/suivi': ['/commissions', /^\/commissions\/[\da-f-]{36}$/],
  '/courriels/:id': ['/courriels', /^\/courriels\/[\da-f-]{36}$/],
  '/courriels/recus/:id': ['/courriels?sens=recus&vue=tous', /^\/courriels\/recus\/[\da-f-]{36}$/],
  '/simulations/:objet/:id': ['/commissions', /^\/simulations\/campagne\/[\da-f-]{36}$/],
  '/pre-projets/:id': ['/pre-projets?vue=tous', /^\/pre-projets\/[\da-f-]{36}/],
  '/pre-projets/:id/instruction': ['/pre-projets?vue=tous', /^\/pre-projets\/[\da-f-]{36}/],
}

/** Nothing stands there by itself: their own journeys make one, and look at it. */
const FAITES_AILLEURS = [
  '/administration/campagnes/nouvelle',
  '/importer/:id',
  '/dossiers/lots/:id',
  '/dossiers/:numero/comme-le-demandeur',
  '/aides/:id',
]

/** Two states of a list, and a page of before the sign-in. */
const AUSSI = ['/dossiers?q=rienneressemble', '/courriels?sens=recus', '/mot-de-passe-oublie']

async function concrete(page: Page, adresse: string): Promise<string> {
  const premier = PREMIERS[adresse]
  if (!premier) return adresse.replace(/:(\w+)/g, (_, nom: string) => EXEMPLES[nom] ?? `sans exemple de ${nom}`)
  return (await premierLien(page, ...premier)) + (adresse.split(':id')[1] ?? '')
}

const nomDe = (page: string) => page.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'accueil'

type Vue = { quoi: string; viewport: { width: number; height: number } }

/** A desk, which then has letters twice as large: half of its points remain. */
const BUREAU: Vue[] = [
  { quoi: '1440-light', viewport: { width: 1440, height: 900 } },
  { quoi: '1440-200%', viewport: { width: 720, height: 450 } },
]
const MAIN: Vue[] = [{ quoi: '390-dark', viewport: { width: 390, height: 900 } }]

const TOUTES = [...PAGES.filter((une) => !FAITES_AILLEURS.includes(une)), ...AUSSI]

/** Pages of one journey: it lasts as long on a slow machine as the others do. */
const PAR_PARCOURS = 15

const PARCOURS = Array.from({ length: Math.ceil(TOUTES.length / PAR_PARCOURS) }, (_, rang) =>
  TOUTES.slice(rang * PAR_PARCOURS, (rang + 1) * PAR_PARCOURS),
)

/** Each of these pages, opened in the first of these windows and looked at in each. */
async function parcourir(page: Page, pages: readonly string[], vues: Vue[]) {
  for (const voulue of pages) {
    const adresse = await concrete(page, voulue)
    for (const [rang, { quoi, viewport }] of vues.entries()) {
      await page.setViewportSize(viewport)
      if (rang === 0) await page.goto(adresse)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await test.step(`${adresse} (${quoi})`, () => sansDefaut(page))
      await photo(page, `${nomDe(voulue)}-${quoi}`)
    }
  }
}

for (const { vues, colorScheme } of [
  { vues: BUREAU, colorScheme: 'light' },
  { vues: MAIN, colorScheme: 'dark' },
] as const) {
  const quoi = vues.map((une) => une.quoi).join(' and at ')
  for (const [rang, pages] of PARCOURS.entries())
    test(`every page is readable at ${quoi}, ${rang + 1} of ${PARCOURS.length}: axe finds nothing, nothing overflows`, async ({
      browser,
    }) => {
      const page = await browser.newPage({ colorScheme, locale: 'fr-FR' })
      const dites = plaintes(page)
      await arriver(page, 'admin')
      await parcourir(page, pages, vues)
      expect(dites).toEqual([])
    })
}

test('an address that leads nowhere says so inside the frame', async ({ page }) => {
  await arriver(page, 'agent')
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
  await arriver(page, 'agent')
  const premiere = await demander(page)
  const seconde = await demander(page)
  expect(seconde.nonce).not.toBe(premiere.nonce)
  expect(seconde.sansNonce).toBe(premiere.sansNonce)

  const autre = await (await browser.newContext()).newPage()
  await arriver(autre, 'lecteur')
  expect((await demander(autre)).texte).toContain('lecteur@mcei.test')
  expect(premiere.texte).not.toContain('lecteur@mcei.test')
})
