import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, auRepos, photo, plaintes, sansDefaut, seConnecter } from '../poste'

const onglets = (page: Page) => page.getByRole('navigation', { name: 'Vues de la bannette' })
const voisins = (page: Page) => page.getByRole('navigation', { name: 'Autres dossiers de la liste' })
const numeroDe = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? ''

test('the first page is mine; each of its figures is the count of what it opens', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await expect(page.getByRole('heading', { name: 'Mes dossiers' })).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'accueil-1440')
  const tuile = page.getByRole('link', { name: /dossiers? à contrôler$/ })
  const dit = Number(((await tuile.textContent()) ?? '').replace(/\D/g, ''))
  await tuile.click()
  await expect(onglets(page).locator('[aria-current]')).toHaveText(`À contrôler ${dit}`)
  await expect(page.getByRole('navigation', { name: 'Pages', exact: true })).toContainText(`sur ${dit}`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await sansDefaut(page)
  await photo(page, 'accueil-390')
  expect(dites).toEqual([])
})

test('the bannette opens on what is to do, then on what was used last; no tab is out of sight', async ({ page }) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers')
  await expect(page).toHaveURL(/\?vue=a-faire$/)
  const cadre = await onglets(page).boundingBox()
  for (const onglet of await onglets(page).getByRole('link').all()) {
    const boite = await onglet.boundingBox()
    expect((boite?.x ?? 0) + (boite?.width ?? 9_999)).toBeLessThanOrEqual((cadre?.x ?? 0) + (cadre?.width ?? 0))
    expect(boite?.x).toBeGreaterThanOrEqual(cadre?.x ?? 0)
  }
  const noms = await onglets(page).getByRole('link').allTextContents()
  expect(noms[0]).toMatch(/^À faire/)
  expect(noms[1]).toMatch(/^Mes dossiers/)
  await onglets(page).getByRole('link', { name: /^Tous/ }).click()
  await expect(onglets(page).locator('[aria-current]')).toHaveText(/^Tous/)
  await auRepos(page)
  await page.goto('/dossiers')
  await expect(page).toHaveURL(/\?vue=tous$/)
})

test('a list is walked through from the keyboard, on the same part of each dossier', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous&sort=numero&dir=asc')
  await expect(page.getByRole('grid')).toBeVisible()
  const numeros = await page.getByRole('grid').locator('[data-field="numero"] a').allTextContents()
  await page.getByRole('link', { name: numeros[0] ?? '' }).click()
  await page
    .getByRole('navigation', { name: 'Parties du dossier' })
    .getByRole('link', { name: /^Budget/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`${numeros[0]}/budget`))
  await expect(voisins(page).getByText('Précédent')).not.toHaveAttribute('href')
  await expect(voisins(page).getByRole('link', { name: 'Suivant', exact: true })).toBeVisible()
  await auRepos(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(new RegExp(`${numeros[1]}/budget`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(numeros[1] ?? '')
  await expect(voisins(page).getByRole('link', { name: 'Précédent' })).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'voisins-1440')
  await auRepos(page)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`${numeros[0]}/budget`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(numeros[0] ?? '')
  await expect(voisins(page).getByRole('link', { name: 'Suivant à traiter' })).toBeVisible()
  await auRepos(page)
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => numeroDe(page)).not.toBe(numeros[0])
  expect(dites).toEqual([])
})

test('Ctrl K finds a dossier and an act, and its box is left as it was entered', async ({ page }) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous&sort=numero&dir=asc')
  await expect(page.getByRole('grid')).toBeVisible()
  const numero = (await page.getByRole('grid').locator('[data-field="numero"] a').first().textContent()) ?? ''
  await page.keyboard.press('Control+k')
  const boite = page.getByRole('dialog', { name: 'Rechercher' })
  await expect(boite.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(`${numero} budget`)
  await expect(boite.getByRole('link', { name: /^Lire le budget/ })).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'ctrl-k-1440')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/dossiers/${numero}/budget`))
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(boite).toBeHidden()
})

test('a narrowing is kept under a name, found again, and taken away; what is on the screen is given as a file', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous&genre=association')
  await page.getByText('Vues', { exact: true }).click()
  await page.getByLabel('Garder ce qui est affiché sous le nom').fill('Associations')
  await page.getByLabel('Partager avec le service').check()
  await sansDefaut(page)
  await photo(page, 'vues-1440')
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click()
  await expect(page.getByText('Vue enregistrée.')).toBeVisible()
  await page.goto('/dossiers?vue=miens')
  await page.getByText('Vues', { exact: true }).click()
  await page.getByRole('link', { name: /^Associations/ }).click()
  await expect(page).toHaveURL(/vue=tous&genre=association/)
  await page.getByText('Vues', { exact: true }).click()
  await page.getByRole('button', { name: 'Retirer la vue Associations' }).click()
  await expect(page.getByText('Vue « Associations » retirée.')).toBeVisible()

  await page.getByText('Exporter', { exact: true }).click()
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Texte (.csv)' }).click(),
  ])
  expect(fichier.suggestedFilename()).toMatch(/^dossiers-\d{4}-\d\d-\d\d\.csv$/)
})

test('a place, an amount and a stay narrow the dossiers, are said in words and taken away one by one', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous')
  await page.getByText('Lieux', { exact: true }).click()
  await page.getByLabel('Pays').fill('Allemagne')
  await page.getByLabel('Pays').press('Enter')
  await expect(page).toHaveURL(/pays=Allemagne/)
  await expect(page.getByRole('search').locator('details[open]')).toHaveCount(0)
  await page.getByText('Montant', { exact: true }).click()
  await page.getByLabel('Demandé, au moins').fill('1 000')
  await page.getByLabel('Demandé, au moins').press('Enter')
  await expect(page).toHaveURL(/demandeMin=/)
  await sansDefaut(page)
  await photo(page, 'filtres-1440')
  await page.getByRole('link', { name: /^Retirer le filtre Pays/ }).click()
  await expect(page).not.toHaveURL(/pays=/)
  await expect(page).toHaveURL(/demandeMin=/)
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'filtres-390')
})
