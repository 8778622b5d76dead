import { expect, type Page } from '@playwright/test'
import { test } from './essai'
import { arriver, auRepos, photo, plaintes, sansDefaut, seConnecter } from './poste'
import { numeroDemo } from './livraison/demonstration'

const NUMERO = numeroDemo(29)
const MOTS = `Merci de préciser les dates du séjour et la commune d’accueil (${Date.now()}).`

const message = (page: Page) => page.getByLabel(/^Votre message/)
const dialogue = (page: Page, nom: string) => page.getByRole('dialog', { name: nom })

async function ecrire(page: Page, mots = MOTS) {
  await page.goto(`/dossiers/${NUMERO}/echanges`)
  await message(page).pressSequentially(mots, { delay: 20 })
}

async function seReconnecter(page: Page) {
  const session = dialogue(page, 'Votre session a pris fin')
  await expect(session).toBeVisible()
  await expect(session.getByLabel('Mot de passe')).toBeFocused()
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(session).toBeHidden()
}

test('what was typed is found again after a reload, and erased on demand', async ({ page }) => {
  const dites = plaintes(page)
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.reload()
  await expect(message(page)).toHaveValue(MOTS)
  await expect(page.getByText(/^Retrouvé, de \d+\sh\s\d\d · Effacer$/)).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'saisie-retrouvee')
  await page.getByRole('button', { name: 'Effacer', exact: true }).click()
  await expect(message(page)).toHaveValue('')
  await page.reload()
  await expect(message(page)).toHaveValue('')
  await expect(page.getByText(/^Retrouvé/)).toHaveCount(0)
  expect(dites).toEqual([])
})

test('a session that ends is opened again over the page, and the act goes through', async ({ page }) => {
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  await expect(dialogue(page, 'Votre session a pris fin')).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'session-finie')
  await seReconnecter(page)
  const confirmer = dialogue(page, 'Envoyer ce message')
  await expect(confirmer).toBeVisible()
  await page.context().clearCookies()
  await confirmer.getByRole('button', { name: 'Envoyer le message' }).click()
  await seReconnecter(page)
  await expect(page.getByText(/^Le message part à/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(MOTS)).toHaveCount(1)
  await expect(message(page)).toHaveValue('')
})

test('leaving with words asks once; they are found from the page of the dossier and from the dashboard', async ({
  page,
}) => {
  await seConnecter(page, 'agent')
  await ecrire(page)
  await page.getByRole('link', { name: /^Pièces/ }).click()
  await expect(page.getByRole('heading', { name: 'Écrit et pas encore envoyé' })).toBeVisible()
  await page.getByRole('link', { name: 'Reprendre' }).click()
  await expect(message(page)).toHaveValue(MOTS)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Courriels/ })
    .first()
    .click()
  const quitter = dialogue(page, 'Quitter cette page ?')
  await expect(quitter).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'quitter')
  await page.keyboard.press('Escape')
  await expect(quitter).toBeHidden()
  await expect(message(page)).toHaveValue(MOTS)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Courriels/ })
    .first()
    .click()
  await quitter.getByRole('button', { name: 'Quitter la page' }).click()
  await expect(page).toHaveURL(/\/courriels/)
  await page.goto('/')
  await expect(
    page.getByText(new RegExp(`^Message à la structure \\(${NUMERO}\\), de \\d+\\sh\\s\\d\\d`)),
  ).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'mots-gardes')
})

test('an act whose answer is lost is tried again and done once', async ({ page }) => {
  await arriver(page, 'agent')
  const mots = `Deux fois n’est pas coutume, ${Date.now()}.`
  await ecrire(page, mots)
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  const panne = dialogue(page, 'Le réseau ne répond pas')
  const confirmer = dialogue(page, 'Envoyer ce message')
  await page.route(
    '**/messages.data',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await confirmer.getByRole('button', { name: 'Envoyer le message' }).click()
  await expect(panne).toBeVisible()
  await sansDefaut(page)
  await photo(page, 'sans-reseau')
  await panne.getByRole('button', { name: 'Réessayer' }).click()
  await expect(panne).toBeHidden()
  await expect(page.getByText(/^(Le message part à|C’est fait)/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(mots)).toHaveCount(1)
  await expect(message(page)).toHaveValue('')
})

test('a colleague’s act takes a form away: its words are kept, and it is said who did what', async ({
  page,
  browser,
}) => {
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=complets')
  const numero = await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .innerText()
  await page.goto(`/dossiers/${numero}/deverrouillage`)
  const motif = page.getByLabel('Pourquoi (le demandeur le lira)')
  await motif.pressSequentially('Le budget est à reprendre ligne par ligne.', { delay: 20 })
  const chef = await browser.newPage()
  await seConnecter(chef, 'responsable')
  await chef.goto(`/dossiers/${numero}/decision?acte=retirer`)
  const version = await chef.locator('form[data-formulaire="decision"] input[name="version"]').inputValue()
  const champs = { acte: 'retirer', intent: 'decider', precision: 'Retrait demandé.', prevenir: 'non', version }
  const fait = await chef.request.post(`/dossiers/${numero}/decision`, { form: champs, maxRedirects: 0 })
  expect(fait.status()).toBe(302)
  await page.getByRole('checkbox', { name: 'Budget' }).first().check()
  await page.getByRole('button', { name: 'Voir le courriel avant d’ouvrir' }).click()
  await expect(motif).toHaveCount(0)
  const gardes = page.getByRole('region', { name: 'Écrit et pas encore envoyé' })
  await expect(gardes).toContainText(/Ouverture à modification.*Depuis, .+/)
  await gardes.locator('summary').click()
  await expect(gardes).toContainText('Le budget est à reprendre ligne par ligne.')
  await sansDefaut(page)
  await photo(page, 'formulaire-parti')
})

test('of two officers at one post, the second is shown nothing of what the first wrote', async ({ page }) => {
  await seConnecter(page, 'agent')
  await ecrire(page, 'Pour Claire seule.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Relire et envoyer…' }).click()
  const session = dialogue(page, 'Votre session a pris fin')
  await session.getByLabel('Adresse mail').fill('responsable@mcei.test')
  await session.getByLabel('Mot de passe').fill('demo-mcei-2025')
  await session.getByRole('button', { name: 'Se reconnecter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible()
  await expect(page.getByText('Écrit et pas encore envoyé')).toHaveCount(0)
  await page.goto(`/dossiers/${NUMERO}/echanges`)
  await expect(message(page)).toHaveValue('')
})

test('leaving the post erases what was written on it, says so first, and opens no stream under a session that ends', async ({
  page,
}) => {
  await page.clock.install()
  await arriver(page, 'agent')
  const flux = page.waitForRequest(/\/evenements\?.*ecrit=true/)
  await ecrire(page)
  await flux
  await page.getByRole('banner').locator('summary').last().click()
  const sortir = page.locator('header').getByRole('button', { name: /^Se déconnecter/ })
  await sortir.click()
  await expect(page.getByText(/ils seront effacés de cet appareil/)).toBeVisible()
  // The answer is long to come: the page, whose words are gone, would open its stream again meanwhile.
  let partir = (): void => undefined
  const depart = new Promise<void>((resolve) => {
    partir = resolve
  })
  const enRoute = page.waitForRequest((request) => new URL(request.url()).pathname === '/deconnexion.data')
  await page.route('**/deconnexion*', async (route) => {
    await depart
    await route.continue()
  })
  const ouverts: string[] = []
  await sortir.click()
  await enRoute
  page.on('request', (request) => ouverts.push(new URL(request.url()).pathname))
  await page.clock.runFor(1_000)
  await auRepos(page)
  expect(ouverts).toEqual([])
  partir()
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((cle) => cle.startsWith('mcei:saisie:')))).toEqual(
    [],
  )
})
