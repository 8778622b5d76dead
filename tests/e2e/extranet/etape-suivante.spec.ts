import { expect } from '@playwright/test'
import { test } from '../essai'
import { plaintes } from '../poste'
import { entrer } from './demandeur'

/** Longer than the server takes to answer a saving, in ms. */
const DESSIN_TARDIF = 1_500

test('the next step comes, were it asked right after a word and answered late: the saving of that word lets it pass', async ({
  page,
}) => {
  await entrer(page)
  const brouillon = page.getByRole('link', { name: /^Modifier/ }).first()
  const etape = ((await brouillon.getAttribute('href')) ?? '').replace(/\/\w+$/, '/projet')
  await page.goto(etape)
  await page.waitForLoadState('networkidle')
  let repondre = () => {}
  const retard = new Promise<void>((resolve) => (repondre = resolve))
  const parties: string[] = []
  await page.route(`**${etape}.data`, async (route) => {
    parties.push(route.request().postData()?.includes('PIECES') ? 'ETAPE SUIVANTE' : 'ENREGISTREMENT')
    await retard
    await route.continue()
  })
  await page.clock.install()
  await page.locator('[name=villePartenaire]').pressSequentially(' bis')
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  await page.clock.runFor(2_000)
  repondre()
  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  expect(parties).toEqual(['ETAPE SUIVANTE'])
})

test('the next step, asked while what was saved is being read again, comes, and so does every page after it', async ({
  page,
}) => {
  const dites = plaintes(page)
  await entrer(page)
  const brouillon = page.getByRole('link', { name: /^Modifier/ }).first()
  const etape = ((await brouillon.getAttribute('href')) ?? '').replace(/\/\w+$/, '/projet')
  await page.goto(etape)
  await page.waitForLoadState('networkidle')
  let repondre = () => {}
  const retard = new Promise<void>((resolve) => (repondre = resolve))
  const relit = page.waitForRequest((requete) => requete.method() === 'GET' && requete.url().endsWith(`${etape}.data`))
  await page.route(`**${etape}.data`, async (route) => {
    if (route.request().method() === 'GET') await retard
    await route.continue()
  })
  await page.locator('[name=villePartenaire]').fill('Castrop-Rauxel')
  await relit
  await page.getByRole('button', { name: 'Étape suivante' }).click()
  repondre()
  await expect(page.getByRole('heading', { level: 1, name: 'Vos pièces' })).toBeVisible()
  await page.getByRole('link', { name: 'Étape précédente' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Votre projet' })).toBeVisible()
  await expect(page.locator('[name=villePartenaire]')).toHaveValue('Castrop-Rauxel')
  expect(dites).toEqual([])
})

test('a word is saved, were the saving of the one before it answered before the page had drawn that it left', async ({
  page,
}) => {
  await page.addInitScript((ms) => {
    const poster = MessagePort.prototype.postMessage
    // React draws when a message it sends itself comes: on a busy machine, it comes later than an answer of the server.
    MessagePort.prototype.postMessage = function (this: MessagePort, mot: unknown) {
      setTimeout(() => poster.call(this, mot), document.documentElement.dataset['lent'] === undefined ? 0 : ms)
    }
  }, DESSIN_TARDIF)
  await entrer(page)
  const brouillon = page.getByRole('link', { name: /^Modifier/ }).first()
  const etape = ((await brouillon.getAttribute('href')) ?? '').replace(/\/\w+$/, '/projet')
  await page.goto(etape)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => void (document.documentElement.dataset['lent'] = ''))
  const garde = (mot: string) => page.waitForResponse((reponse) => reponse.request().postData()?.includes(mot) === true)
  for (const ville of ['Moers', 'Wesel', 'Kleve']) {
    const gardee = garde(ville)
    await page.locator('[name=villePartenaire]').fill(ville)
    expect((await gardee).status(), ville).toBe(200)
  }
})
