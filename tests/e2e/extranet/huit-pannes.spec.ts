import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { passage } from '../livraison/extraction'
import { auRepos, montrer, taper } from '../poste'
import { secondProcessus } from '../direct/second-processus'
import { commencer, entrer } from './demandeur'
import { unePersonneDePlus } from './membre'

const { mot } = passage(0)

const DEBUT = `Maison des associations ${mot}, `
const SUITE = 'deuxième porte à gauche'
const MOTS = DEBUT + SUITE

const champ = (page: Page, nom = 'complementVoie') => page.locator(`[name=${nom}]`)
const etat = (page: Page, phrase: RegExp) => page.getByRole('status').filter({ hasText: phrase })

/** A demande of its own at its first step, with what is needed once something fails, and the hand in a field. */
async function prendreLaMain(page: Page): Promise<string> {
  await entrer(page)
  await commencer(page)
  await page.waitForFunction(() => performance.getEntriesByName('secours-pret').length > 0)
  await auRepos(page)
  await champ(page).click()
  return page.url()
}

/** Nothing came between the hand and the field while it wrote. */
async function nonInterrompue(page: Page, mots = MOTS) {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(champ(page)).toBeFocused()
  await expect(champ(page)).toHaveValue(mots)
}

/** What the server gives to whoever reads the page again. */
const relue = (page: Page, adresse: string, mots = MOTS) =>
  expect.poll(async () => (await page.request.get(adresse)).text(), { timeout: 20_000 }).toContain(`value="${mots}"`)

/** Until it is called, what this page sends by its forms comes to this. */
async function envoisPerdus(page: Page, sort: 'SERVEUR' | 'ETEINT'): Promise<() => Promise<void>> {
  await page.route(/\/structure\.data/, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    return sort === 'SERVEUR' ? route.fulfill({ status: 500, body: '' }) : route.abort('connectionrefused')
  })
  return () => page.unroute(/\/structure\.data/)
}

test('a session that ends takes nothing from the hand that writes: signing in again is asked for, and all is kept', async ({
  page,
}) => {
  const adresse = await prendreLaMain(page)
  await taper(page, DEBUT)
  await page.context().clearCookies()
  await taper(page, SUITE)
  await expect(etat(page, /Pas enregistré\s: votre session a pris fin\./)).toBeVisible()
  await taper(page, ' 1')
  await nonInterrompue(page, `${MOTS} 1`)
  await montrer(page, 'extranet-session-finie')
  await page.getByRole('button', { name: 'Se reconnecter' }).click()
  const finie = page.getByRole('dialog', { name: 'Votre session a pris fin' })
  const onglet = page.context().waitForEvent('page')
  await finie.getByRole('link', { name: 'Reconnectez-vous dans un autre onglet' }).click()
  await entrer(await onglet)
  await finie.getByRole('button', { name: 'Continuer' }).click()
  await relue(page, adresse, `${MOTS} 1`)
  await expect(etat(page, /Enregistré à/)).toBeVisible()
})

test('a server that fails is tried again without a word asked, and all is kept', async ({ page }) => {
  const adresse = await prendreLaMain(page)
  await taper(page, DEBUT)
  const revient = await envoisPerdus(page, 'SERVEUR')
  await taper(page, SUITE)
  await expect(etat(page, /le serveur n’a pas répondu comme prévu.*nouvel essai dans \d+\ssecondes/)).toBeVisible()
  await nonInterrompue(page)
  await revient()
  await relue(page, adresse)
})

test('the web is killed under the hand that writes and started again: nothing is asked, and all is kept', async ({
  browser,
}) => {
  const web = await secondProcessus()
  const contexte = await browser.newContext({ baseURL: web.base, locale: 'fr-FR' })
  const page = await contexte.newPage()
  const adresse = await prendreLaMain(page)
  await taper(page, DEBUT)
  await web.tuer('SIGKILL')
  await taper(page, SUITE)
  await expect(etat(page, /la connexion est coupée.*nouvel essai dans \d+\ssecondes/)).toBeVisible()
  await nonInterrompue(page)
  const suivant = await secondProcessus('warn', web.port)
  try {
    await relue(page, adresse)
    await expect(etat(page, /Enregistré à/)).toBeVisible()
    await nonInterrompue(page)
  } finally {
    await suivant.tuer('SIGTERM')
  }
})

test('five minutes without a network, by the clock: what is written meanwhile stays, and goes when it is back', async ({
  page,
}) => {
  const adresse = await prendreLaMain(page)
  const essais: string[] = []
  page.on('requestfailed', (envoi) => {
    if (envoi.method() === 'POST') essais.push(envoi.url())
  })
  await page.clock.install()
  await taper(page, DEBUT)
  await page.context().setOffline(true)
  await taper(page, SUITE)
  await expect(etat(page, /la connexion est coupée.*gardé sur cet appareil/)).toBeVisible()
  await nonInterrompue(page)
  await montrer(page, 'extranet-hors-ligne')
  for (let secondes = 0; secondes < 300; secondes += 20) {
    await page.clock.runFor(20_000)
    if (secondes === 140) await taper(page, ' 2')
  }
  expect(essais.length).toBeGreaterThan(4)
  await nonInterrompue(page, `${MOTS} 2`)
  await page.context().setOffline(false)
  await relue(page, adresse, `${MOTS} 2`)
  await expect(etat(page, /Enregistré à/)).toBeVisible()
})

test('a tab that is killed on the last key gives its words back to the next one, which keeps them', async ({
  page,
}) => {
  const adresse = await prendreLaMain(page)
  await envoisPerdus(page, 'ETEINT')
  await taper(page, MOTS)
  await page.close()
  const autre = await page.context().newPage()
  await autre.goto(adresse)
  await expect(champ(autre)).toHaveValue(MOTS)
  await relue(autre, adresse)
})

test('two tabs, and a second person with an account of their own, write at once in one step: nobody’s words are lost', async ({
  page,
  browser,
  baseURL,
}) => {
  const { ailleurs, personne } = await unePersonneDePlus(page, 'Jeanne', { browser, baseURL })
  const adresse = await prendreLaMain(page)
  const onglet = await page.context().newPage()
  for (const [une, nom] of [
    [onglet, 'lieuDit'],
    [personne, 'cedex'],
  ] as const) {
    await une.goto(adresse)
    await auRepos(une)
    await champ(une, nom).click()
  }
  await Promise.all([taper(page, MOTS), taper(onglet, `Lieu ${MOTS}`), taper(personne, `Cedex ${MOTS}`)])
  for (const mots of [MOTS, `Lieu ${MOTS}`, `Cedex ${MOTS}`]) await relue(page, adresse, mots)
  await nonInterrompue(page)
  await ailleurs.close()
})
