import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, photo, plaintes, sansDefaut, seConnecter } from '../poste'
import { neSautePas } from './saut'

const BANNETTES = ['/dossiers', '/pre-projets', '/courriels']

/** Lets what draws the grid come only when asked to: what the page is before can be looked at, and touched. */
async function retenirLaGrille(page: Page) {
  let laisser = () => {}
  const attente = new Promise<void>((resolve) => (laisser = resolve))
  await page.route(/\/assets\/grille-bannette-/, async (route) => {
    await attente
    await route.continue()
  })
  return laisser
}

const grille = (page: Page) => page.getByRole('grid')

test('the grid takes the place of the table without a jump, each column where it was', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  for (const adresse of BANNETTES) {
    const laisser = await retenirLaGrille(page)
    await page.goto(adresse)
    const table = page.getByRole('table')
    await expect(table).toBeVisible()
    await sansDefaut(page)
    await photo(page, `${adresse.slice(1)}-table`)
    const places = async (cellules: string) =>
      page.locator(cellules).evaluateAll((vues) =>
        vues.map((vue) => {
          const { x, y, width, height } = vue.getBoundingClientRect()
          return [x, y, width, height].map(Math.round).join(' ')
        }),
      )
    const champs = 'th, tbody tr:nth-child(2) td'
    const avant = await places(champs)
    laisser()
    await expect(grille(page)).toBeVisible()
    await expect(table).toHaveCount(0)
    const apres = await places('[role="columnheader"], [role="row"][aria-rowindex="3"] [role="gridcell"]')
    expect(apres).toEqual(avant)
    await neSautePas(page)
    await sansDefaut(page)
    await photo(page, `${adresse.slice(1)}-grille`)
    await page.unrouteAll({ behavior: 'wait' })
  }
  expect(dites).toEqual([])
})

test('what was ticked, and the link one was on, stay when the grid comes', async ({ page }) => {
  await arriver(page, 'agent')
  const laisser = await retenirLaGrille(page)
  await page.goto('/dossiers')
  const rang = page.getByRole('table').getByRole('row').nth(3)
  const lien = rang.getByRole('link').first()
  const numero = (await lien.textContent()) ?? ''
  await rang.getByRole('checkbox').check()
  await expect(page.getByRole('status').filter({ hasText: '1 dossier sélectionné' })).toBeVisible()
  await lien.focus()
  laisser()
  await expect(grille(page)).toBeVisible()
  await expect(page.getByRole('link', { name: numero })).toBeFocused()
  await expect(grille(page).getByRole('row', { name: numero }).getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: numero })).not.toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/dossiers\/\d{4}-\d+$/)
})

test('a press that began on the table opens its line, were the grid ready in the middle of it', async ({ page }) => {
  await arriver(page, 'agent')
  const laisser = await retenirLaGrille(page)
  await page.goto('/dossiers')
  const lien = page.getByRole('table').getByRole('row').nth(3).getByRole('link').first()
  const numero = (await lien.textContent()) ?? ''
  await lien.hover()
  await page.mouse.down()
  laisser()
  await expect(page.locator('.MuiDataGrid-row').first()).toBeAttached()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.mouse.up()
  await expect(page).toHaveURL(new RegExp(`/dossiers/${numero}$`))
  await page.goBack()
  await expect(grille(page)).toBeVisible()
})

test('a column widened or hidden comes so with the next page, before the grid', async ({ page }) => {
  await arriver(page, 'agent')
  await page.context().addCookies([
    {
      name: 'mcei_colonnes_dossiers',
      value: encodeURIComponent(JSON.stringify({ visibles: { agent: false }, largeurs: { objet: 300 } })),
      url: page.url(),
    },
  ])
  const laisser = await retenirLaGrille(page)
  await page.goto('/dossiers')
  await expect(page.getByRole('table').getByRole('columnheader', { name: 'Suivi par' })).toHaveCount(0)
  const objet = page.getByRole('columnheader', { name: 'Objet et structure' })
  expect((await objet.boundingBox())?.width).toBe(300)
  laisser()
  await expect(grille(page)).toBeVisible()
  expect((await objet.boundingBox())?.width).toBe(300)
  await neSautePas(page)
})

test('rows set further apart are so on the next page, before the grid, and on another post', async ({
  page,
  browser,
}) => {
  await arriver(page, 'agent')
  const hauteurs = (ou: Page) =>
    ou
      .locator('tbody tr, [role="row"][data-id]')
      .evaluateAll((rangs) => [...new Set(rangs.map((rang) => Math.round(rang.getBoundingClientRect().height)))])
  const choisir = async (nom: string) => {
    const gardee = page.waitForResponse((reponse) => reponse.url().endsWith('/colonnes'))
    await page.getByRole('button', { name: nom }).click()
    expect((await gardee).status()).toBe(204)
    await expect(page.getByRole('button', { name: nom })).toHaveAttribute('aria-pressed', 'true')
  }
  await page.goto('/dossiers')
  await expect(grille(page)).toBeVisible()
  expect(await hauteurs(page)).toEqual([36])
  await choisir('Lignes aérées')
  await expect.poll(() => hauteurs(page)).toEqual([48])
  const autrePoste = await (await browser.newContext()).newPage()
  await seConnecter(autrePoste, 'agent')
  await autrePoste.goto('/dossiers')
  await expect(grille(autrePoste)).toBeVisible()
  expect(await hauteurs(autrePoste)).toEqual([48])
  await autrePoste.context().close()

  const laisser = await retenirLaGrille(page)
  await page.goto('/dossiers')
  await expect(page.getByRole('table')).toBeVisible()
  expect(await hauteurs(page)).toEqual([48])
  laisser()
  await expect(grille(page)).toBeVisible()
  await neSautePas(page)
  await choisir('Lignes serrées')
  await expect.poll(() => hauteurs(page)).toEqual([36])
})

for (const { width, theme } of [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 390, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const) {
  test(`without a script, at ${width} px, ${theme}, a bannette is read, sorted, filtered, turned and opened`, async ({
    browser,
  }) => {
    const entree = await browser.newContext()
    const premiere = await entree.newPage()
    await arriver(premiere, 'agent')
    const cookies = await entree.cookies()
    await entree.close()
    const poste = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
      colorScheme: theme,
      locale: 'fr-FR',
    })
    await poste.addCookies(cookies)
    const page = await poste.newPage()
    await page.goto('/dossiers?size=25')
    const table = page.getByRole('table')
    await expect(table.getByRole('row').nth(1)).toBeVisible()
    await photo(page, `dossiers-sans-script-${width}-${theme}`)
    await page.getByRole('link', { name: 'Page suivante' }).click()
    await expect(page).toHaveURL(/page=1/)
    await expect(page.getByText(/26–\d+ sur/)).toBeVisible()
    if (width > 900) {
      await page.getByRole('columnheader', { name: 'Demandé' }).getByRole('link').click()
      await expect(page.getByRole('columnheader', { name: 'Demandé' })).toHaveAttribute('aria-sort', 'descending')
    }
    await page.getByRole('combobox', { name: 'État' }).selectOption('DEPOSE')
    await page.getByRole('searchbox').fill('de')
    await page.getByRole('button', { name: 'Filtrer' }).last().click()
    await expect(page).toHaveURL(/etat=DEPOSE/)
    await expect(page).toHaveURL(/q=de/)
    await expect(page.getByRole('combobox', { name: 'État' })).toHaveValue('DEPOSE')
    await page.getByRole('link', { name: /Retirer le filtre État/ }).click()
    await expect(page).not.toHaveURL(/etat=/)
    await table
      .getByRole('link', { name: /^\d{4}-\d+$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/dossiers\/\d{4}-\d+$/)
    await poste.close()
  })
}

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on a bannette whose scripts never came, at ${width} px, ${colorScheme}, nor on an empty one`, async ({
      browser,
    }) => {
      const poste = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'fr-FR' })
      const page = await poste.newPage()
      await arriver(page, 'agent')
      // Without the application's scripts: axe, which is one, still runs.
      await page.route(/\/assets\/.*\.js$/, (route) => route.abort())
      for (const adresse of [...BANNETTES, '/dossiers?q=rienneressemble']) {
        await page.goto(adresse)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await sansDefaut(page)
        await photo(page, `${adresse.replace(/\W/g, '-')}-sans-application-${width}-${colorScheme}`)
      }
      await poste.close()
    })
  }
}
