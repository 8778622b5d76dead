import { expect, type Page } from '@playwright/test'
import { test } from '../essai'
import { auRepos, plaintes, seConnecter } from '../poste'

/** How many forms have words kept on this device. */
const motsGardes = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((cle) => cle.startsWith('mcei:saisie:')).length)

test('who leaves while the page is being read leaves once it is: nothing is refused, nothing asked over it', async ({
  page,
}) => {
  const dites = plaintes(page)
  await page.clock.install()
  await seConnecter(page, 'agent')
  await page.goto('/dossiers?vue=tous')
  await page
    .getByRole('link', { name: /^\d{4}-\d{5}$/ })
    .last()
    .click()
  await page.getByRole('link', { name: /^Échanges/ }).click()
  await expect(page.locator('main textarea').first()).toBeVisible()
  const notes = page.getByRole('link', { name: /^Notes/ })
  await auRepos(page)
  const passes: string[] = []
  let lire = (): void => undefined
  const lue = new Promise<void>((resolve) => {
    lire = resolve
  })
  await page.route(/\.data/, async (route) => {
    const estUneLecture = route.request().method() === 'GET'
    if (estUneLecture && passes.length === 0) await lue
    passes.push(estUneLecture ? 'lecture' : 'départ')
    await route.continue()
  })
  const demandee = page.waitForRequest(/\.data/)
  await notes.click()
  await demandee
  await page.getByRole('banner').locator('summary').last().click()
  // However slow this browser is, the page is read before whoever leaves is done waiting for it.
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.locator('header').getByRole('button', { name: 'Se déconnecter' }).click()
  // As a hand that goes on while it waits: the words are those of this agent, on a device that is left.
  await page.evaluate(() => {
    const champ = document.querySelector<HTMLTextAreaElement>('main textarea')
    if (!champ) throw new Error('nothing to write in')
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(champ, 'Un mot de plus.')
    champ.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(await motsGardes(page)).toBe(1)
  lire()
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion' })).toBeVisible()
  expect(passes[0]).toBe('lecture')
  expect(await motsGardes(page)).toBe(0)
  expect(passes).toContain('départ')
  expect(dites).toEqual([])
})
