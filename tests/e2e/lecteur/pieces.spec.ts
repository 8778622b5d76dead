import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { importer, passage } from '../livraison/extraction'
import { auRepos, photo, plaintes, sansDefaut, seConnecter } from '../poste'

const { suite, numero } = passage(6)
const NUMERO = numero(1)
const AVANT = numero(2)

const rangs = (page: Page) => page.getByRole('navigation', { name: 'Pièces du dossier' }).getByRole('link')
const choisie = (page: Page) => page.getByRole('navigation', { name: 'Pièces du dossier' }).locator('[aria-current]')
const vue = (page: Page) => page.getByRole('region', { name: /^Pages de / })
const hauteur = async (page: Page) => (await vue(page).boundingBox())?.height ?? 0
const largeur = async (page: Page) => (await vue(page).boundingBox())?.width ?? 0
const feuille = async (page: Page) => (await vue(page).getByRole('img').boundingBox())?.width ?? 0

const libelleDe = async (page: Page, dossier: string) =>
  (await page.locator('select option', { hasText: `Dossier ${dossier}` }).textContent()) ?? ''

test.describe.configure({ mode: 'serial' })

test('the document has the screen: 700 px of 900 high, from edge to edge once the list is folded, and every tool by the keyboard', async ({
  page,
}) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await importer(page, [
    { numero: NUMERO, objet: `Fanfare de Gand ${suite}`, budget: 'juste' },
    { numero: AVANT, objet: `Fanfare de Bruges ${suite}`, budget: 'juste' },
  ])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/dossiers/${NUMERO}/pieces`)
  await auRepos(page)
  await rangs(page).filter({ hasText: 'Statuts' }).click()
  await expect(vue(page).getByRole('img')).toBeVisible({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  const tete = await page.getByRole('navigation', { name: 'Parties du dossier' }).boundingBox()
  const barre = await page.locator('main').boundingBox()
  expect((tete?.y ?? 900) - (barre?.y ?? 0)).toBeLessThanOrEqual(120)
  expect(await hauteur(page)).toBeGreaterThanOrEqual(700)
  const cadre = await vue(page).boundingBox()
  expect((cadre?.y ?? 0) + (cadre?.height ?? 0)).toBeLessThanOrEqual(900)
  await sansDefaut(page)
  await photo(page, 'lecteur-1440')

  const avant = await largeur(page)
  await page.getByRole('button', { name: 'Replier la liste' }).click()
  expect(await largeur(page)).toBeGreaterThan(avant + 250)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Liste', exact: true })).toBeVisible()
  await expect(vue(page).getByRole('img')).toBeVisible({ timeout: 30_000 })
  await auRepos(page)
  await photo(page, 'lecteur-1440-plein')

  const pleine = await feuille(page)
  await page.keyboard.press('-')
  await expect.poll(() => feuille(page)).toBeLessThan(pleine)
  await page.keyboard.press('+')
  await expect.poll(() => feuille(page)).toBeCloseTo(pleine, -1)
  await page.getByRole('button', { name: 'Page entière' }).click()
  await expect.poll(async () => (await vue(page).getByRole('img').boundingBox())?.height ?? 0).toBeLessThan(705)
  await page.keyboard.press('r')
  await expect
    .poll(async () => {
      const boite = await vue(page).getByRole('img').boundingBox()
      return (boite?.width ?? 0) > (boite?.height ?? 0)
    })
    .toBe(true)
  await photo(page, 'lecteur-tourne')
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('r')

  await page.getByRole('searchbox', { name: 'Chercher dans le document' }).fill('statuts')
  await expect(page.getByText(/^1 sur \d+$/)).toBeVisible()
  await expect(vue(page).locator('rect').first()).toBeVisible()
  await photo(page, 'lecteur-cherche')
  await page.getByRole('searchbox', { name: 'Chercher dans le document' }).fill('zzzz')
  await expect(page.getByText('introuvable')).toBeVisible()
  await page.keyboard.press('Escape')
  await vue(page).focus()
  await page.getByRole('button', { name: 'Liste', exact: true }).click()

  await choisie(page).focus()
  const ici = await choisie(page).innerText()
  await page.keyboard.press('c')
  await expect(page.getByRole('alert').filter({ hasText: /: conforme\./ })).toBeVisible()
  await expect(choisie(page)).not.toHaveText(ici)
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Marquer sans objet' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(dites).toEqual([])
})

test('a document stands beside the same pièce of another dossier of the structure, by one key', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'responsable')
  await page.goto(`/dossiers/${NUMERO}/pieces`)
  await auRepos(page)
  await rangs(page).filter({ hasText: 'Statuts' }).click()
  await expect(vue(page).getByRole('img')).toBeVisible({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  const seule = await largeur(page)
  await page.keyboard.press('v')
  const aCote = page.getByRole('region', { name: 'À côté' })
  await aCote.getByLabel('Comparer avec').selectOption({ label: await libelleDe(page, AVANT) })
  await expect(aCote.getByRole('img')).toHaveAttribute('src', new RegExp(`^/dossiers/${AVANT}/pieces/`))
  const [ici, la] = await Promise.all([vue(page).first().boundingBox(), aCote.boundingBox()])
  expect(ici && la && ici.x + ici.width <= la.x && ici.width > seule / 3).toBe(true)
  expect(la?.height ?? 0).toBeGreaterThanOrEqual(700)
  await page.waitForLoadState('networkidle')
  await sansDefaut(page)
  await photo(page, 'lecteur-cote-a-cote')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  const [dessus, dessous] = await Promise.all([vue(page).first().boundingBox(), aCote.boundingBox()])
  expect(dessus && dessous && dessus.y + dessus.height <= dessous.y).toBe(true)
  await photo(page, 'lecteur-cote-a-cote-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('v')
  await expect(aCote).toHaveCount(0)
  expect(dites).toEqual([])
})

test('a workbook is shown as its pages, turned by the page keys, and the header unfolds in less than 200 px', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await page.goto(`/dossiers/${NUMERO}/pieces?piece=BUDGET_PROJET`)
  await expect(vue(page).getByRole('img')).toBeVisible({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  await photo(page, 'lecteur-classeur')
  const numeroDePage = page.getByRole('textbox', { name: /^Page/ })
  if (await numeroDePage.isVisible()) {
    for (let i = 0; i < 8; i += 1) await page.keyboard.press('PageDown')
    await expect(numeroDePage).not.toHaveValue('1')
    await page.getByRole('button', { name: 'Vignettes' }).click()
    await expect(page.getByRole('navigation', { name: 'Vignettes' }).getByRole('button').first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    await sansDefaut(page)
    await photo(page, 'lecteur-vignettes')
  }
  await page.getByRole('button', { name: /^Déplier l’en-tête/ }).click()
  const entete = await page.locator('main header').boundingBox()
  const main = await page.locator('main').boundingBox()
  expect((entete?.y ?? 0) + (entete?.height ?? 900) - (main?.y ?? 0)).toBeLessThanOrEqual(200)
  await photo(page, 'lecteur-deplie')
  await page.getByRole('button', { name: /^Replier l’en-tête/ }).click()

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  await expect(vue(page).getByRole('img')).toBeVisible({ timeout: 30_000 })
  await sansDefaut(page)
  await photo(page, 'lecteur-1440-sombre')
  await page.setViewportSize({ width: 390, height: 844 })
  await sansDefaut(page)
  await photo(page, 'lecteur-390-sombre')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`/dossiers/${NUMERO}/pieces`)
  await page.waitForLoadState('networkidle')
  await sansDefaut(page)
  await photo(page, 'lecteur-390-liste')
})
