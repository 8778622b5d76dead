import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, montrer, photo, taper } from '../poste'
import { commencer, entrer, estChoisie } from './demandeur'
import { NOM, unePersonneDePlus } from './membre'

const champ = (page: Page, nom: string) => page.locator(`[name=${nom}]`)
const etat = (page: Page, phrase: RegExp | string) => page.getByRole('status').filter({ hasText: phrase })

/** What the server gives to whoever reads the page again. */
const relue = (page: Page, adresse: string, mots: string) =>
  expect.poll(async () => (await page.request.get(adresse)).text(), { timeout: 20_000 }).toContain(`value="${mots}"`)

const estEnvoi = /\/structure\.data/

async function perdreLesEnvois(page: Page) {
  await page.route(estEnvoi, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionrefused') : route.fallback(),
  )
}

async function prendreLaMain(page: Page): Promise<string> {
  await entrer(page)
  await commencer(page)
  await page.waitForFunction(() => performance.getEntriesByName('secours-pret').length > 0)
  await auRepos(page)
  return page.url()
}

test('two people see each other, their words come where nobody touched, and words left on a device erase nobody’s', async ({
  page,
  browser,
  baseURL,
}) => {
  const { ailleurs, personne } = await unePersonneDePlus(page, 'Odile', { browser, baseURL })
  const adresse = await prendreLaMain(page)

  await personne.goto(adresse)
  await expect(etat(personne, 'remplit aussi cette demande (étape « Votre structure »)')).toBeVisible()
  await auRepos(personne)
  await champ(page, 'cedex').click()
  await taper(page, 'Cedex 9')
  await relue(page, adresse, 'Cedex 9')
  await champ(personne, 'site').click()
  // The page is looked at again: it asks who is there, and what was written.
  await personne.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(champ(personne, 'cedex')).toHaveValue('Cedex 9')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(etat(page, `Odile ${NOM} remplit aussi cette demande`)).toBeVisible()
  await montrer(page, 'extranet-deux-personnes')

  await perdreLesEnvois(page)
  await champ(page, 'lieuDit').click()
  await taper(page, 'Le Moulin')
  await page.close()
  await champ(personne, 'lieuDit').click()
  await taper(personne, 'La Ferme')
  await relue(personne, adresse, 'La Ferme')

  const retour = await page.context().newPage()
  await retour.goto(adresse)
  await expect(retour.getByText(`Odile ${NOM} a écrit « La Ferme »`)).toBeVisible()
  await expect(champ(retour, 'lieuDit')).toHaveValue('Le Moulin')
  await relue(retour, adresse, 'La Ferme')
  // Left once more without a choice, the words are still there.
  await retour.reload()
  await expect(retour.getByText(`Odile ${NOM} a écrit « La Ferme »`)).toBeVisible()
  await montrer(retour, 'extranet-mots-retrouves')
  await retour.getByRole('button', { name: /^Garder la mienne/ }).click()
  await relue(retour, adresse, 'Le Moulin')
  await ailleurs.close()
})

test('what is chosen in a list comes to the other, and who only looked at it writes over nothing', async ({
  page,
  browser,
  baseURL,
}) => {
  const { ailleurs, personne } = await unePersonneDePlus(page, 'Basile', { browser, baseURL })
  const adresse = (await prendreLaMain(page)).replace(/structure$/, 'projet')
  const choisie = (qui: Page) => qui.getByLabel('Première mobilité')
  for (const qui of [page, personne]) {
    await qui.goto(adresse)
    await auRepos(qui)
  }
  await choisie(page).selectOption('Oui')
  await expect.poll(() => estChoisie(page, 'Oui'), { timeout: 20_000 }).toBe(true)
  await montrer(page, 'extranet-question-de-campagne')
  await choisie(page).scrollIntoViewIfNeeded()
  await photo(page, 'extranet-question-de-campagne-vue')
  await personne.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(choisie(personne)).toHaveValue('Oui')
  await champ(personne, 'objet').click()
  await taper(personne, 'Chorale')
  await relue(personne, adresse, 'Chorale')
  expect(await estChoisie(page, 'Oui')).toBe(true)
  await ailleurs.close()
})

test('a server that says nothing is told within two seconds, and the words go when it answers', async ({ page }) => {
  const adresse = await prendreLaMain(page)
  await page.clock.install()
  let repondre = () => {}
  const retenu = new Promise<void>((resolve) => (repondre = resolve))
  await page.route(estEnvoi, async (route) => {
    if (route.request().method() === 'POST') await retenu
    await route.continue()
  })
  const parti = page.waitForRequest((une) => une.method() === 'POST' && estEnvoi.test(une.url()))
  await champ(page, 'lieuDit').click()
  await taper(page, 'Le Moulin')
  await page.clock.runFor(1000)
  await parti
  await page.clock.runFor(2000)
  await expect(etat(page, /Pas encore enregistré\s: le serveur ne répond pas\. Vos mots sont gardés/)).toBeVisible()
  await expect(champ(page, 'lieuDit')).toBeFocused()
  await montrer(page, 'extranet-serveur-muet')
  repondre()
  await relue(page, adresse, 'Le Moulin')
  await expect(etat(page, /Enregistré à/)).toBeVisible()
})

test('an amount is taken as it is offered, what is certified is kept, and who leaves leaves nothing on the device', async ({
  page,
}) => {
  const adresse = await prendreLaMain(page)
  await page.goto(adresse.replace(/structure$/, 'projet'))
  await auRepos(page)
  await champ(page, 'montantDemande').fill('10 000,00')
  await page.getByRole('button', { name: 'Prendre 10000' }).click()
  await expect(champ(page, 'montantDemande')).toHaveValue('10000')
  await expect(page.getByRole('button', { name: 'Prendre 10000' })).toHaveCount(0)

  const certification = adresse.replace(/structure$/, 'certification')
  await page.goto(certification)
  await expect(page.getByText('Demande une subvention de 10 000,00 €.')).toBeVisible()
  await expect(
    page.getByText(/^Certifie exactes et sincères .* l’approbation du budget par les instances\.$/),
  ).toBeVisible()
  await auRepos(page)
  await page.getByLabel('Fait à').fill('Lens')
  await page.getByLabel(/Je certifie exactes et sincères/).check()
  await expect(etat(page, /Enregistré à/)).toBeVisible()
  await montrer(page, 'extranet-certification-gardee')
  await page.reload()
  await expect(page.getByLabel('Fait à')).toHaveValue('Lens')
  await expect(page.getByLabel(/Je certifie exactes et sincères/)).toBeChecked()

  await page.goto(adresse)
  await auRepos(page)
  await page.waitForFunction(() => performance.getEntriesByName('secours-pret').length > 0)
  await perdreLesEnvois(page)
  await champ(page, 'lieuDit').fill('Le Moulin')
  const demandee = page.waitForEvent('dialog')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  const question = await demandee
  expect(question.message()).toContain('ils en sont effacés')
  await question.accept()
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((cle) => cle.startsWith('mcei:saisie:')))).toEqual(
    [],
  )
})

test('without a script an amount is taken, the step before keeps what is typed, and the certification is kept', async ({
  browser,
  baseURL,
}) => {
  const sans = await browser.newContext({
    ...{ javaScriptEnabled: false, locale: 'fr-FR' },
    ...(baseURL && { baseURL }),
  })
  const page = await sans.newPage()
  await entrer(page)
  const id = await commencer(page)
  await page.goto(`/extranet/demandes/${id}/projet`)
  await champ(page, 'montantDemande').fill('10000€')
  await champ(page, 'montantDemande').press('Enter')
  await page.getByRole('button', { name: 'Prendre 10000' }).click()
  await expect(champ(page, 'montantDemande')).toHaveValue('10000')
  await champ(page, 'objet').fill('Fresque à Herne')
  await page.getByRole('button', { name: 'Étape précédente' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre structure' })).toBeVisible()
  await page.goto(`/extranet/demandes/${id}/projet`)
  await expect(champ(page, 'objet')).toHaveValue('Fresque à Herne')
  await page.goto(`/extranet/demandes/${id}/certification`)
  await page.getByLabel('Fait à').fill('Lens')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(etat(page, /Enregistré à/)).toBeVisible()
  await page.goto(`/extranet/demandes/${id}/certification`)
  await expect(page.getByLabel('Fait à')).toHaveValue('Lens')
  await sans.close()
})
