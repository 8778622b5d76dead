import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { auRepos, photo, seConnecter, taper } from './poste'
import { numeroDemo } from './livraison/demonstration'

const NUMERO = numeroDemo(37)
const MOTS = 'Merci de préciser les dates du séjour.'

const panne = (page: Page) => page.getByRole('dialog', { name: 'Le réseau ne répond pas' })
const rester = (page: Page) => panne(page).getByRole('button', { name: 'Rester sur la page' }).click()

/** What says that the network is away comes once the page is at rest, while there is one. */
const secoursPret = (page: Page) => page.waitForFunction(() => performance.getEntriesByName('secours-pret').length > 0)

/** The page as it is opened, with nothing kept of what other pages brought. */
async function ouvrir(page: Page, adresse: string) {
  await seConnecter(page, 'responsable')
  await page.goto(adresse)
  await page.waitForLoadState('networkidle')
  await secoursPret(page)
  await auRepos(page)
}

test('sent without a network, a form keeps its words and its page, says so, and goes once tried again', async ({
  page,
}) => {
  await ouvrir(page, `/dossiers/${NUMERO}/echanges`)
  const message = page.getByLabel(/^Votre message/)
  await message.click()
  await taper(page, MOTS)
  await page.context().setOffline(true)
  const envoyer = page.getByRole('button', { name: 'Relire et envoyer…' })
  await envoyer.click()
  await expect(panne(page)).toBeVisible()
  await photo(page, 'hors-ligne')
  await rester(page)
  await expect(message).toHaveValue(MOTS)
  await expect(page.getByText(/^Le réseau ne répond pas.*est gardé/)).toBeVisible()
  await expect(panne(page)).toBeHidden()
  await page.context().setOffline(false)
  await envoyer.click()
  await expect(page.getByRole('dialog', { name: 'Envoyer ce message' })).toBeVisible()
})

test('an act asked by a button or in a menu, a page asked by a link and what a button opens wait for the network too', async ({
  page,
}) => {
  await ouvrir(page, `/dossiers/${NUMERO}/deverrouillage`)
  const titre = await page.getByRole('heading', { level: 1 }).innerText()
  const motif = page.getByLabel('Pourquoi (le demandeur le lira)')
  await motif.fill(MOTS)
  await page.context().setOffline(true)

  await page.getByRole('link', { name: /^Budget/ }).click()
  await expect(panne(page)).toBeVisible()
  await rester(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titre)
  await expect(page).toHaveURL(/\/deverrouillage$/)
  await expect(motif).toHaveValue(MOTS)

  await page.getByRole('button', { name: 'Actes' }).click()
  await expect(panne(page)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.context().setOffline(true)
  await page.getByRole('link', { name: /^Budget/ }).click()
  await expect(panne(page)).toBeVisible()
  await page.context().setOffline(false)
  await expect(page).toHaveURL(/\/budget$/)
})

test('what keeps the page without a network, were it cut on its way, comes all the same', async ({ page }) => {
  await seConnecter(page, 'responsable')
  await page.route(/\/reprise-ouverte-[^/]*\.css$/, (route) => route.abort(), { times: 1 })
  const coupe = page.waitForEvent('requestfailed', (requete) => /\/reprise-ouverte-/.test(requete.url()))
  await page.goto(`/dossiers/${NUMERO}/deverrouillage`)
  await coupe
  await page.waitForLoadState('networkidle')
  await secoursPret(page)
  await page.getByLabel('Pourquoi (le demandeur le lira)').fill(MOTS)
  await page.context().setOffline(true)
  await page.getByRole('link', { name: /^Budget/ }).click()
  await rester(page)
  await expect(page.getByLabel('Pourquoi (le demandeur le lira)')).toHaveValue(MOTS)
})

test('pointed at without a network, a link leaves the page where it is', async ({ page }) => {
  await ouvrir(page, `/dossiers/${NUMERO}/deverrouillage`)
  await page.context().setOffline(true)
  const demandee = page.waitForEvent('requestfailed', (requete) => /budget/.test(requete.url()))
  await page.getByRole('link', { name: /^Budget/ }).hover()
  await demandee
  await auRepos(page)
  await page.getByLabel('Pourquoi (le demandeur le lira)').fill(MOTS)
  await expect(page).toHaveURL(/\/deverrouillage$/)
  await page.context().setOffline(false)
  const venue = page.waitForResponse(/\/budget\.data/)
  await page.getByRole('link', { name: /^Pièces/ }).hover()
  await page.getByRole('link', { name: /^Budget/ }).hover()
  expect((await venue).status()).toBe(200)
})
