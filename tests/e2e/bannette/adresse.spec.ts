import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { arriver, plaintes, seConnecter } from '../poste'

const lignes = (page: Page) => page.getByRole('grid').locator('[role="row"][data-id]')
const numeros = async (page: Page) =>
  (await page.getByRole('grid').locator('[role="gridcell"][data-field="numero"] a').allTextContents()).sort()
const pied = (page: Page) => page.getByRole('navigation', { name: 'Pages', exact: true })
const boite = (page: Page) => page.getByRole('searchbox')
const suivante = (page: Page) => pied(page).getByRole('link', { name: 'Page suivante' })

/** How many rows the foot says that it stands under. */
async function lignesDites(page: Page): Promise<number> {
  const [, de, a] = /(\d+)–(\d+) sur/.exec((await pied(page).getByText(/sur/).textContent()) ?? '') ?? []
  return Number(a) - Number(de) + 1
}

/** The grid shows what the server gives for this address, and the foot says the same: the address changes before the page does. */
async function ditCeQuElleMontre(page: Page) {
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(pied(page)).toContainText(/^.*\d+–\d+ sur /)
  const brute = await (await page.request.get(page.url())).text()
  const servis = [...brute.matchAll(/href="\/dossiers\/(\d{4}-\d+)"/g)].map(([, numero]) => numero)
  await expect.poll(() => numeros(page)).toEqual(servis.sort())
  await expect.poll(() => lignesDites(page)).toBe(servis.length)
  await expect(lignes(page)).toHaveCount(servis.length)
}

test('back, forward, a reload and a pasted address show the page, the order, the filter, the tab and the search they say', async ({
  page,
  context,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?size=25')
  await ditCeQuElleMontre(page)
  const premiere = await numeros(page)

  await suivante(page).click()
  await expect(page).toHaveURL(/page=1/)
  await expect(pied(page)).toContainText(/26–\d+ sur/)
  await ditCeQuElleMontre(page)

  // After a search on the second page, back gives that page, and the first one can still be gone back to.
  await boite(page).fill('jumelage')
  await expect(page).toHaveURL(/q=jumelage/)
  await expect(page).not.toHaveURL(/page=/)
  await ditCeQuElleMontre(page)
  await page.goBack()
  await expect(page).toHaveURL(/page=1/)
  await expect(boite(page)).toHaveValue('')
  await expect(pied(page)).toContainText(/26–\d+ sur/)
  await ditCeQuElleMontre(page)
  await page.goBack()
  await expect(page).not.toHaveURL(/page=/)
  await ditCeQuElleMontre(page)
  expect(await numeros(page)).toEqual(premiere)
  await suivante(page).click()
  await expect(page).toHaveURL(/page=1/)
  await ditCeQuElleMontre(page)
  await page.goBack()
  await page.goForward()
  await expect(pied(page)).toContainText(/26–\d+ sur/)

  // Order, filter, tab and size: each a step of its own, in the address alone.
  await page.getByRole('columnheader', { name: 'Demandé' }).click()
  await expect(page).toHaveURL(/sort=montant/)
  await expect(page).not.toHaveURL(/page=/)
  await expect(page.getByRole('columnheader', { name: 'Demandé' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('combobox', { name: 'Structure' }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/genre=/)
  await ditCeQuElleMontre(page)
  await page.getByRole('navigation', { name: 'Vues de la bannette' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/vue=/)
  await page.goBack()
  await page.goBack()
  await expect(page).not.toHaveURL(/genre=/)
  await expect(page.getByRole('combobox', { name: 'Structure' })).toHaveValue('')
  await expect(page.getByRole('columnheader', { name: 'Demandé' })).toHaveAttribute('aria-sort', 'descending')
  await ditCeQuElleMontre(page)
  await page.goForward()
  await expect(page.getByRole('combobox', { name: 'Structure' })).not.toHaveValue('')
  await ditCeQuElleMontre(page)
  await pied(page).getByRole('link', { name: '50', exact: true }).click()
  await expect(page).toHaveURL(/size=50/)
  await ditCeQuElleMontre(page)
  const ici = await numeros(page)
  await page.reload()
  await ditCeQuElleMontre(page)
  expect(await numeros(page)).toEqual(ici)
  const autre = await context.newPage()
  await autre.goto(page.url())
  await ditCeQuElleMontre(autre)
  expect(await numeros(autre)).toEqual(ici)
  expect(dites).toEqual([])
})

test('an answer left half-read is no complaint, any other fault is one', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'agent')
  await page.evaluate(() => {
    void Promise.reject(new DOMException('signal is aborted without reason', 'AbortError'))
    void Promise.reject(new Error('une vraie faute'))
  })
  await expect.poll(() => dites).toContain('Error: une vraie faute')
  expect(dites.filter((dite) => dite.includes('AbortError'))).toEqual([])
})

test('letters typed while an older search is on its way stay, and a filter chosen meanwhile is not lost', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers')
  await expect(page.getByRole('grid')).toBeVisible()
  let retenir = true
  await page.route(/\/dossiers\.data\?.*q=/, async (route) => {
    if (retenir) await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await boite(page).pressSequentially('jume')
  await page.waitForRequest(/q=jume(&|$)/)
  await boite(page).pressSequentially('lage')
  retenir = false
  await page.getByRole('combobox', { name: 'Structure' }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/q=jumelage/)
  await expect(page).toHaveURL(/genre=/)
  await expect(boite(page)).toHaveValue('jumelage')
  await page.goBack()
  await expect(boite(page)).not.toHaveValue('jumelage')
})

for (const { adresse, mot } of [
  { adresse: '/pre-projets', mot: 'jumelage' },
  { adresse: '/courriels', mot: 'test' },
]) {
  test(`the search box of ${adresse} follows the address, back and forward`, async ({ page }) => {
    await seConnecter(page, 'agent')
    await page.goto(adresse)
    await expect(page.getByRole('grid')).toBeVisible()
    const avant = await pied(page).textContent()
    await boite(page).fill(mot)
    await expect(page).toHaveURL(new RegExp(`q=${mot}`))
    await page.goBack()
    await expect(page).not.toHaveURL(/q=/)
    await expect(boite(page)).toHaveValue('')
    await expect(pied(page)).toHaveText(avant ?? '')
    await page.goForward()
    await expect(boite(page)).toHaveValue(mot)
    await page.reload()
    await expect(boite(page)).toHaveValue(mot)
  })
}
