import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { arriver, plaintes, seConnecter } from './poste'
import { numeroDemo } from './livraison/demonstration'
import { direLeVote } from './livraison/vote'

/** Opens a page whose scripts do not come before `faire` is done: what an officer does who is faster than the page. */
async function avantLesScripts(page: Page, adresse: string, faire: () => Promise<void>) {
  let venir: (rien: undefined) => void = () => undefined
  const fait = new Promise<undefined>((resolve) => {
    venir = resolve
  })
  await page.route(/\/assets\/.*\.js/, async (route) => {
    await fait
    await route.continue()
  })
  await page.goto(adresse, { waitUntil: 'commit' })
  await page.locator('main').waitFor()
  await faire()
  venir(undefined)
}

const numeroDe = async (page: Page, vue: string) => {
  await page.goto(`/dossiers?vue=${vue}`)
  return page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .innerText()
}

test('a button pressed before the page listens acts when it does, with the words already written', async ({ page }) => {
  const dites = plaintes(page)
  await arriver(page, 'responsable')
  const numero = await numeroDe(page, 'a-decider')

  await avantLesScripts(page, `/dossiers/${numero}/decision?acte=accorder`, async () => {
    await page.getByLabel(/Montant accordé/).fill('1 500')
    await page.getByLabel(/Pourquoi moins que demandé/).fill('Les crédits de l’appel sont limités.')
    await direLeVote(page)
    await page.getByRole('button', { name: 'Voir le courriel avant de décider' }).click()
  })
  await expect(page.getByRole('dialog')).toContainText('1\u202f500')

  await avantLesScripts(page, `/dossiers/${numero}/deverrouillage`, async () => {
    await page.getByLabel('Budget', { exact: true }).click()
    await page.getByLabel('Pourquoi (le demandeur le lira)').fill('Merci de préciser la part des familles.')
    await page.getByRole('button', { name: 'Voir le courriel avant d’ouvrir' }).click()
  })
  await expect(
    page
      .getByRole('dialog')
      .frameLocator('iframe')
      .getByText(/la part des familles/),
  ).toBeVisible()

  await avantLesScripts(page, `/dossiers/${numero}`, async () => {
    await page.getByRole('button', { name: 'Actes' }).click()
  })
  await expect(page.getByRole('menu')).toBeVisible()
  expect(dites).toEqual([])
})

test('an answer of the grid and a key pressed before the page listens are not lost', async ({ page }) => {
  await seConnecter(page, 'agent')
  await page.goto('/pre-projets')
  const fiche =
    (await page.locator('a[href^="/pre-projets/"]:not([href$="nouvelle"])').nth(4).getAttribute('href'))?.split(
      '?',
    )[0] ?? ''
  await avantLesScripts(page, `${fiche}/instruction`, async () => {
    await page
      .getByRole('radiogroup', { name: /partenaire/ })
      .getByText('Non', { exact: true })
      .click()
  })
  await expect(page.getByLabel(/Texte de la réponse/)).toHaveValue(/Trouvez ce partenaire/)

  const choisie = page.getByRole('navigation', { name: 'Pièces du dossier' }).locator('[aria-current]')
  await avantLesScripts(page, `/dossiers/${numeroDemo(32)}/pieces`, async () => {
    await choisie.waitFor()
    await page.keyboard.press('c')
  })
  await expect(page.getByRole('alert').filter({ hasText: /: conforme\./ })).toBeVisible()
})

test('where a script does not come, a form still goes', async ({ page }) => {
  await page.route(/\/assets\/.*\.js/, (route) => route.abort())
  await page.goto('/connexion')
  await page.getByLabel('Adresse mail').fill('lecteur@mcei.test')
  await page.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible()
})
